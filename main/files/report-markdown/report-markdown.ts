import type { ReportSection } from '#domain/contract/report.ts';
import { documentWords } from '#domain/languages/report/document-words.ts';
import { type ReportLabels, reportLabels } from '#domain/languages/report/index.ts';
import { formatInstant } from '#domain/report/describe-metadata.ts';
import type { CategoryRow, Report, ReportCategory } from '#domain/report/report-model.ts';
import { citationOf, describeLink, hasSeveralCoders, nameOfCategory } from '../report-words.ts';
import { writeFootnote, writeParagraph, writePassages } from './markdown-annotations.ts';
import { writeFinding, writePictures } from './markdown-findings.ts';
import { escapeLine, escapeLines, joinBlocks, labelled, pipeTable, quoteBlock } from './markdown-text.ts';

/** The report as Markdown that Pandoc and GitHub both read: annotations are footnotes. UTF-8, line feeds. */
export function writeReportMarkdown(report: Report): string {
  const labels = reportLabels(report.language);
  const words = documentWords(report.language);
  const writers: Record<ReportSection, () => string[]> = {
    metadata: () => writeArticles(report, labels),
    wholeArticles: () => writeWholes(report, labels),
    text: () => writeTexts(report, labels),
    byCategory: () => writePassages(report.byCategory, report, labels),
    byProvince: () => writePassages(report.byProvince, report, labels),
    counts: () => [writeCounts(report, labels)],
    findings: () => report.findings.flatMap((finding) => writeFinding(finding, report, labels)),
    pictures: () => writePictures(report),
    memos: () => writeMemos(report),
    codebook: () => writeCodebooks(report, labels),
    codingRules: () => report.codingRules.map(({ label, text }) => labelled(label, text, labels.colon)),
    method: () => report.method.map(({ label, sentences }) => labelled(label, sentences.join('\n'), labels.colon)),
  };
  const sections = report.sections.flatMap((section) => [
    `## ${section === 'metadata' && report.articles.length > 1 ? labels.articles : labels.sections[section]}`,
    ...writers[section](),
  ]);
  const made = [report.corpusName, words.madeBy(report.coderName, formatInstant(report.madeAt, labels))].join(' · ');
  return `${joinBlocks([`# ${escapeLine(report.title.text)}`, `${labels.documentKind} · ${escapeLine(made)}`, ...sections])}\n`;
}

function writeArticles(report: Report, labels: ReportLabels): string[] {
  const [only] = report.articles;
  if (only !== undefined && report.articles.length === 1) {
    const rows = only.metadata.map(({ label, values }) => [escapeLine(label), escapeLine(labels.list(values))]);
    rows.push([labels.citation, escapeLine(citationOf(only, report))]);
    return [pipeTable(['', ''], rows, new Set())];
  }
  return [report.articles.map((article) => `${article.number}. ${escapeLine(citationOf(article, report))}`).join('\n')];
}

function writeWholes(report: Report, labels: ReportLabels): string[] {
  const coders = new Set(report.articles.flatMap(({ wholeArticle }) => wholeArticle.map(({ coderName }) => coderName)));
  const named = coders.size > 1 || hasSeveralCoders(report);
  return report.articles
    .filter(({ wholeArticle }) => wholeArticle.length > 0)
    .map(({ number, title, wholeArticle }) => {
      const names = wholeArticle.map(
        (each) => `- ${escapeLine([nameOfCategory(each), ...(named ? [each.coderName] : [])].join(labels.semicolon))}`,
      );
      const head = report.articles.length === 1 ? [] : [`### ${escapeLine(`${number} ${title.text}`)}`];
      return joinBlocks([...head, names.join('\n')]);
    });
}

function writeTexts(report: Report, labels: ReportLabels): string[] {
  const none = report.totals.annotations === report.totals.orphans;
  const how =
    none && report.articles.length === 1 ? labels.noAnnotations : documentWords(report.language).footnotesExplained;
  const texts = report.articles.flatMap((article) => {
    const endings = new Set(article.paragraphs.flatMap(({ runs }) => runs.flatMap(({ closes }) => closes)));
    const paragraphs = article.paragraphs.map((paragraph) => writeParagraph(paragraph, endings));
    return [
      ...(report.articles.length === 1 ? [] : [`### ${escapeLine(`${article.number} ${article.title.text}`)}`]),
      ...(paragraphs.some((text) => text !== '') ? paragraphs : [labels.emptyText]),
    ];
  });
  const orphans = report.articles.flatMap((article) => article.orphans);
  const lost =
    orphans.length === 0
      ? []
      : [
          `## ${labels.sections.orphans}`,
          escapeLine(labels.orphansExplained(orphans.length)),
          ...orphans.flatMap((orphan) => [
            quoteBlock(escapeLines([orphan.quote, ...orphan.quoteMarks].join(' '))),
            `— ${orphan.number}${labels.colon}${escapeLine(labels.list(orphan.links.map((link) => describeLink(link, labels))))}`,
            ...escapeLines(orphan.note),
          ]),
        ];
  const notes = report.articles.flatMap(({ annotations }) =>
    annotations.map((annotation) => writeFootnote(annotation, report, labels)),
  );
  return [how, ...texts, ...notes, ...lost];
}

const RELATIONS = ['verbatim', 'adapted', 'local', 'mention', 'unstated'] as const;

function writeCounts({ table }: Report, labels: ReportLabels): string {
  const { columns, relations, tableRows } = labels;
  const head = [
    columns.category,
    columns.annotations,
    ...RELATIONS.map((relation) => (relation === 'unstated' ? columns.unstated : relations[relation])),
    columns.characters,
    columns.share,
  ];
  const line = (row: CategoryRow, title: string, strong: boolean): string[] => {
    const name = escapeLine(`${row.number} ${title}`.trim());
    return [
      strong ? `**${name}**` : name,
      labels.number(row.annotationNumbers.length),
      ...RELATIONS.map((relation) => labels.number(row.relations[relation])),
      labels.number(row.characters),
      row.share === null ? '–' : labels.share(row.share),
    ];
  };
  const rows = [
    ...table.groups.flatMap(({ head: part, rows: below }) => [
      line(part, part.title, true),
      ...below.map((row) => line(row, row.categoryId === part.categoryId ? tableRows.itself : row.title, false)),
    ]),
    ...(table.unlinked === null ? [] : [line(table.unlinked, tableRows.unlinked, true)]),
    line(table.all, tableRows.all, true),
  ];
  return pipeTable(head, rows, new Set(head.map((_, column) => column).slice(1)));
}

function writeMemos({ memos }: Report): string[] {
  return memos.flatMap(({ about, title, body, coderName, day }) => [
    `### ${escapeLine(title.trim() === '' ? about : title)}`,
    escapeLine([...(title.trim() === '' ? [] : [about]), coderName, day].join(' · ')),
    ...escapeLines(body),
  ]);
}

function writeCodebooks({ codebooks }: Report, labels: ReportLabels): string[] {
  const category = (each: ReportCategory, level: string) => [
    `${level} ${escapeLine(nameOfCategory(each))}`,
    escapeLine(each.otherTitle),
    ...each.meaning.map(({ label, text }) => labelled(label, text, labels.colon)),
  ];
  return codebooks.flatMap((codebook) => [
    `### ${escapeLine(labels.codebookName(codebook.name, codebook.revision))}`,
    escapeLine(labels.codebookUse(codebook.used, codebook.size)),
    ...codebook.parts.flatMap(({ part, categories }) => [
      ...category(part, '####'),
      ...categories.flatMap((each) => category(each, '#####')),
    ]),
  ]);
}
