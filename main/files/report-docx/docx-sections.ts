import type { ReportSection } from '#domain/contract/report.ts';
import { documentWords } from '#domain/languages/report/document-words.ts';
import type { ReportLabels } from '#domain/languages/report/index.ts';
import type { MeaningPart, Report, ReportCategory, ReportMetadata } from '#domain/report/report-model.ts';
import { type FileChild, HeadingLevel, Paragraph } from 'docx';
import { citationOf, hasSeveralCoders, nameOfCategory } from '../report-words.ts';
import { drawPictures, writeFindings } from './docx-findings.ts';
import { writeOrphans, writePassages } from './docx-passages.ts';
import type { Speech } from './docx-speech.ts';
import { coloursOf, QUIET, STYLE } from './docx-styles.ts';
import { type Cell, writeCounts, writeTable } from './docx-tables.ts';
import { writeArticleText } from './docx-text.ts';

/** Each section of the report under its heading; the annotations without a place follow the text. */
export async function writeSections(report: Report, speech: Speech, labels: ReportLabels): Promise<FileChild[]> {
  const pictures = await drawPictures(report);
  const writers: Record<ReportSection, () => FileChild[]> = {
    metadata: () =>
      report.articles.length === 1 ? writeFacts(report, speech, labels) : writeArticles(report, speech, labels),
    wholeArticles: () => writeWholes(report, speech, labels),
    text: () => writeTexts(report, speech, labels),
    byCategory: () => writePassages(report.byCategory, report, speech, labels),
    byProvince: () => writePassages(report.byProvince, report, speech, labels),
    counts: () => writeCounts(report, speech, labels),
    findings: () => writeFindings(report, speech, labels),
    pictures: () => pictures,
    memos: () => writeMemos(report, speech),
    codebook: () => writeCodebooks(report, speech, labels),
    codingRules: () => report.codingRules.flatMap((rule) => writeMeaning(rule, speech, labels)),
    method: () => writeMethod(report, speech),
  };
  const heading = (title: string, first = false) =>
    new Paragraph({ heading: HeadingLevel.HEADING_1, pageBreakBefore: first, children: [speech.run(title)] });
  return report.sections.flatMap((section, index) => {
    const several = section === 'metadata' && report.articles.length > 1;
    const written = [heading(several ? labels.articles : labels.sections[section], index === 0), ...writers[section]()];
    if (section !== 'text' || report.totals.orphans === 0) return written;
    return [...written, heading(labels.sections.orphans), ...writeOrphans(report, speech, labels)];
  });
}

/** What is known of the only article, and how it is cited. */
function writeFacts(report: Report, speech: Speech, labels: ReportLabels): FileChild[] {
  const [article] = report.articles;
  if (article === undefined) return [];
  const row = (label: string, value: string, quiet: boolean): Cell[] => [
    { runs: [speech.run(label)], head: true },
    { runs: [speech.run(value, quiet ? { color: QUIET } : {})] },
  ];
  return [
    writeTable([0.26, 0.74], null, [
      ...article.metadata.map(({ label, values, known }) => row(label, labels.list(values), !known)),
      row(labels.citation, citationOf(article, report), false),
    ]),
  ];
}

/** A line for each article, then how each is cited. */
function writeArticles(report: Report, speech: Speech, labels: ReportLabels): FileChild[] {
  const dateOf = (metadata: readonly ReportMetadata[]) =>
    metadata.find(({ field }) => field === 'publishedOn') ?? { values: [labels.unknown], known: false };
  const cell = (text: string | null): Cell => ({
    runs: [speech.run(text ?? labels.unknown, text === null ? { color: QUIET } : {})],
  });
  const rows = report.articles.map((article): Cell[] => {
    const { values, known } = dateOf(article.metadata);
    return [
      { runs: [speech.run(String(article.number), { color: QUIET })], end: true },
      { runs: [speech.run(article.title.text, article.title.known ? {} : { color: QUIET })] },
      cell(article.outlet),
      cell(article.province),
      cell(known ? labels.list(values) : null),
      { runs: [speech.run(labels.number(article.annotations.length + article.orphans.length))], end: true },
    ];
  });
  const head = [labels.cells.article, labels.fields.title, labels.fields.outlet, labels.fields.outletProvince];
  return [
    writeTable(
      [0.08, 0.31, 0.17, 0.15, 0.2, 0.09],
      [
        ...head.map((text, column): Cell => ({ runs: [speech.run(text)], end: column === 0 })),
        { runs: [speech.run(labels.fields.publishedOn)] },
        { runs: [speech.run(labels.columns.annotations)], end: true },
      ],
      rows,
    ),
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      children: [speech.run(documentWords(report.language).citations)],
    }),
    ...report.articles.map(
      (article) =>
        new Paragraph({
          indent: { left: 480, hanging: 480 },
          children: [speech.run(`[${article.number}]\t`, { color: QUIET }), speech.run(citationOf(article, report))],
        }),
    ),
  ];
}

function writeWholes(report: Report, speech: Speech, labels: ReportLabels): FileChild[] {
  const coders = new Set(report.articles.flatMap(({ wholeArticle }) => wholeArticle.map(({ coderName }) => coderName)));
  const named = coders.size > 1 || hasSeveralCoders(report);
  return report.articles
    .filter(({ wholeArticle }) => wholeArticle.length > 0)
    .flatMap((article) => [
      ...(report.articles.length === 1 ? [] : [subheading(`${article.number} ${article.title.text}`, speech)]),
      ...article.wholeArticle.map(
        (category) =>
          new Paragraph({
            children: [
              speech.run('■ ', { color: coloursOf(category.colour).rule }),
              speech.run(nameOfCategory(category)),
              ...(named ? [speech.run(`${labels.semicolon}${category.coderName}`, { color: QUIET })] : []),
            ],
          }),
      ),
    ]);
}

function writeTexts(report: Report, speech: Speech, labels: ReportLabels): FileChild[] {
  const none = report.totals.annotations === report.totals.orphans;
  const how =
    none && report.articles.length === 1 ? labels.noAnnotations : documentWords(report.language).commentsExplained;
  return [
    new Paragraph({ style: STYLE.how, children: [speech.run(how)] }),
    ...report.articles.flatMap((article) => [
      ...(report.articles.length === 1 ? [] : [subheading(`${article.number} ${article.title.text}`, speech)]),
      ...(article.paragraphs.some(({ number }) => number !== null)
        ? writeArticleText(article, speech)
        : [new Paragraph({ children: [speech.run(labels.emptyText)] })]),
    ]),
  ];
}

function writeMemos(report: Report, speech: Speech): FileChild[] {
  return report.memos.flatMap(({ about, title, body, coderName, day }) => [
    subheading(title.trim() === '' ? about : title, speech),
    new Paragraph({
      style: STYLE.source,
      indent: { left: 0 },
      children: [speech.run([...(title.trim() === '' ? [] : [about]), coderName, day].join(' · '))],
    }),
    ...body
      .trim()
      .split(/\n+/)
      .map((line) => new Paragraph({ children: [speech.run(line)] })),
  ]);
}

function writeCodebooks(report: Report, speech: Speech, labels: ReportLabels): FileChild[] {
  const category = (each: ReportCategory, heading: (typeof HeadingLevel)[keyof typeof HeadingLevel]): FileChild[] => [
    new Paragraph({
      heading,
      keepNext: each.meaning.length > 0,
      children: [
        speech.run('■ ', { color: coloursOf(each.colour).rule }),
        speech.run(`${nameOfCategory(each)}  `),
        speech.run(each.otherTitle, { bold: false, color: QUIET }, each.otherLanguage),
      ],
    }),
    ...each.meaning.flatMap((part) => writeMeaning(part, speech, labels)),
  ];
  return report.codebooks.flatMap((codebook) => [
    subheading(labels.codebookName(codebook.name, codebook.revision), speech),
    new Paragraph({
      style: STYLE.how,
      children: [speech.run(labels.codebookUse(codebook.used, codebook.size))],
    }),
    ...codebook.parts.flatMap(({ part, categories }) => [
      ...category(part, HeadingLevel.HEADING_3),
      ...categories.flatMap((each) => category(each, HeadingLevel.HEADING_4)),
    ]),
  ]);
}

function writeMeaning({ label, text }: MeaningPart, speech: Speech, labels: ReportLabels): FileChild[] {
  return text
    .trim()
    .split(/\n+/)
    .map(
      (line, index) =>
        new Paragraph({
          style: STYLE.meaning,
          children: [...(index === 0 ? [speech.run(`${label}${labels.colon}`, { bold: true })] : []), speech.run(line)],
        }),
    );
}

function writeMethod(report: Report, speech: Speech): FileChild[] {
  return [
    writeTable(
      [0.22, 0.78],
      null,
      report.method.map(({ label, sentences }) => [
        { runs: [speech.run(label)], head: true },
        { runs: [speech.run(sentences.join('\n'))] },
      ]),
    ),
  ];
}

function subheading(text: string, speech: Speech): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children: [speech.run(text)] });
}
