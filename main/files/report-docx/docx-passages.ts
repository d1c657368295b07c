import type { ReportLabels } from '#domain/languages/report/index.ts';
import type { PassageGroup, Report, ReportAnnotation } from '#domain/report/report-model.ts';
import {
  CommentRangeStart,
  type FileChild,
  HeadingLevel,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
} from 'docx';
import { annotationsByNumber, describeLink, describeSource, hasSeveralCoders } from '../report-words.ts';
import type { Speech } from './docx-speech.ts';
import { coloursOf, STYLE } from './docx-styles.ts';
import { bookmarkOf, closeComment } from './docx-text.ts';

/** Passages under headings; each is a quotation with its source, her translation and her note. */
export function writePassages(
  groups: readonly PassageGroup[],
  report: Report,
  speech: Speech,
  labels: ReportLabels,
): FileChild[] {
  const byNumber = annotationsByNumber(report);
  const severalCoders = hasSeveralCoders(report);
  return groups.flatMap((group) => {
    const { ink } = coloursOf(group.colour);
    const number = group.number === '' ? [] : [speech.run(`${group.number} `, { color: ink })];
    return [
      new Paragraph({
        heading: group.level === 1 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
        children: [...number, speech.run(group.title)],
      }),
      ...group.annotationNumbers.flatMap((each) => {
        const annotation = byNumber.get(each);
        if (annotation === undefined) throw new Error(`there is no annotation ${each}`);
        const others = annotation.links.filter(({ categoryId }) => categoryId !== group.categoryId);
        const own = annotation.links.find(({ categoryId }) => categoryId === group.categoryId);
        const about = [
          describeSource(annotation, report, labels),
          own?.relationLabel ?? null,
          severalCoders ? annotation.coderName : null,
          annotation.status === 'settled' ? null : annotation.statusLabel,
          ...others.map((link) => describeLink(link, labels)),
        ];
        return writePassage(annotation, about, report, speech, labels);
      }),
    ];
  });
}

/** The annotations that have lost their place, each with its comment over the quote that is left. */
export function writeOrphans(report: Report, speech: Speech, labels: ReportLabels): FileChild[] {
  const orphans = report.articles.flatMap((article) => article.orphans);
  return [
    new Paragraph({ style: STYLE.how, children: [speech.run(labels.orphansExplained(orphans.length))] }),
    ...orphans.flatMap((orphan) => [
      new Paragraph({
        style: STYLE.quote,
        children: [
          numberOf(orphan, speech),
          new CommentRangeStart(orphan.number),
          speech.run(orphan.quote, {}, languageOf(orphan, report)),
          ...closeComment(orphan.number),
        ],
      }),
      source(
        [describeSource(orphan, report, labels), ...orphan.links.map((link) => describeLink(link, labels))],
        speech,
        labels,
      ),
    ]),
  ];
}

function writePassage(
  annotation: ReportAnnotation,
  about: readonly (string | null)[],
  report: Report,
  speech: Speech,
  labels: ReportLabels,
): FileChild[] {
  const { number, quote, quoteMarks, references, translation, note } = annotation;
  const linked = annotation.place !== null && report.sections.includes('text');
  const marker: ParagraphChild = linked
    ? new InternalHyperlink({ anchor: bookmarkOf(number), children: [numberOf(annotation, speech)] })
    : numberOf(annotation, speech);
  const marks =
    quoteMarks.length === 0 ? [] : [speech.run(` ${quoteMarks.join(' ')}`, { style: 'QuietText', size: 18 })];
  return [
    new Paragraph({
      style: STYLE.quote,
      children: [marker, speech.run(quote, {}, languageOf(annotation, report)), ...marks],
    }),
    ...(translation.trim() === '' ? [] : [plain(STYLE.quote, translation.trim(), speech)]),
    source(about, speech, labels),
    ...references.map((each) => plain(STYLE.note, `${labels.cells.references}${labels.colon}${each}`, speech)),
    ...(note.trim() === ''
      ? []
      : note
          .trim()
          .split(/\n+/)
          .map((line) => plain(STYLE.note, line, speech))),
  ];
}

function numberOf({ number, colour }: ReportAnnotation, speech: Speech) {
  return speech.run(`${number} `, { style: 'AnnotationNumber', color: coloursOf(colour).ink });
}

function languageOf({ article }: ReportAnnotation, report: Report) {
  return report.articles[article - 1]?.textLanguage ?? null;
}

function source(about: readonly (string | null)[], speech: Speech, labels: ReportLabels): Paragraph {
  return plain(STYLE.source, about.filter((part) => part !== null && part !== '').join(labels.semicolon), speech);
}

function plain(style: string, text: string, speech: Speech): Paragraph {
  return new Paragraph({ style, children: [speech.run(text)] });
}
