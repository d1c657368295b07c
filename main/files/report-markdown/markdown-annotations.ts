import type { ReportLabels } from '#domain/languages/report/index.ts';
import type { PassageGroup, Report, ReportAnnotation, ReportParagraph } from '#domain/report/report-model.ts';
import { annotationsByNumber, describeLink, describeSource, hasSeveralCoders } from '../report-words.ts';
import { escapeFurther, escapeLine, escapeLines, footnote, quoteBlock } from './markdown-text.ts';

/** A paragraph of an article; each annotation is called where its passage ends. */
export function writeParagraph(paragraph: ReportParagraph, endings: ReadonlySet<number>): string {
  const calls = (numbers: readonly number[]) => numbers.map((number) => `[^${number}]`).join('');
  let written = '';
  let plain = '';
  const flush = (isStart: boolean) => {
    written += isStart ? escapeLine(plain) : escapeFurther(plain);
    plain = '';
  };
  for (const run of paragraph.runs) {
    plain += run.text;
    if (run.closes.length === 0) continue;
    flush(written === '');
    written += calls(run.closes);
  }
  flush(written === '');
  const between = paragraph.annotationNumbers.filter((number) => !endings.has(number));
  const text = `${written}${calls(between)}`;
  if (paragraph.role === 'subhead' || paragraph.role === 'title') return text === '' ? '' : `#### ${text}`;
  return text;
}

/** An annotation as a footnote: what it quotes, its categories, who says it and where, and the note. */
export function writeFootnote(annotation: ReportAnnotation, report: Report, labels: ReportLabels): string {
  const { quote, quoteMarks, links, references, note, translation } = annotation;
  const categories =
    links.length === 0 ? labels.tableRows.unlinked : labels.list(links.map((link) => describeLink(link, labels)));
  const about = [
    describeSource(annotation, report, labels),
    annotation.statusLabel,
    hasSeveralCoders(report) ? annotation.coderName : null,
  ];
  const quoted = report.language === 'en' ? `“${quote}”` : `「${quote}」`;
  return footnote(String(annotation.number), [
    [escapeLine([quoted, ...quoteMarks].join(' ')), escapeLine(categories)].join(' — '),
    escapeLine(about.filter((part) => part !== null).join(labels.semicolon)),
    ...references.map((each) => `${labels.cells.references}${labels.colon}${escapeLine(each)}`),
    ...(translation.trim() === '' ? [] : [`${labels.translation}${labels.colon}${escapeLine(translation.trim())}`]),
    ...escapeLines(note),
  ]);
}

/** Passages under headings, each quoted with its source. */
export function writePassages(groups: readonly PassageGroup[], report: Report, labels: ReportLabels): string[] {
  const byNumber = annotationsByNumber(report);
  const severalCoders = hasSeveralCoders(report);
  return groups.flatMap((group) => [
    `${group.level === 1 ? '###' : '####'} ${escapeLine(`${group.number} ${group.title}`.trim())}`,
    ...group.annotationNumbers.flatMap((number) => {
      const annotation = byNumber.get(number);
      if (annotation === undefined) throw new Error(`there is no annotation ${number}`);
      const own = annotation.links.find(({ categoryId }) => categoryId === group.categoryId);
      const about = [
        describeSource(annotation, report, labels),
        own?.relationLabel ?? null,
        severalCoders ? annotation.coderName : null,
      ];
      return [
        quoteBlock([
          ...escapeLines([annotation.quote, ...annotation.quoteMarks].join(' ')),
          ...escapeLines(annotation.translation),
        ]),
        `— ${number}${labels.colon}${escapeLine(about.filter((part) => part !== null).join(labels.semicolon))}`,
        ...annotation.references.map((each) => `${labels.cells.references}${labels.colon}${escapeLine(each)}`),
        ...escapeLines(annotation.note),
      ];
    }),
  ]);
}
