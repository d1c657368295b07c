import { documentWords } from '#domain/languages/report/document-words.ts';
import { type ReportLabels, reportLabels } from '#domain/languages/report/index.ts';
import { PROGRAM_NAME, PROGRAM_VERSION } from '#domain/program.ts';
import { formatInstant } from '#domain/report/describe-metadata.ts';
import type { Report } from '#domain/report/report-model.ts';
import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import { xmlCharacters } from '../xml-characters.ts';
import { writeComments } from './docx-comments.ts';
import { writeSections } from './docx-sections.ts';
import { Speech } from './docx-speech.ts';
import { fontTable } from './docx-fonts.ts';
import { documentStyles, PAGE, QUIET, STYLE, TEXT_WIDTH } from './docx-styles.ts';
import { writeFigures } from './docx-tables.ts';
import { PARAGRAPH_NUMBERS } from './docx-text.ts';

/** The report as a document of Word: annotations are its comments, sections its headings. */
export async function writeReportDocx(report: Report): Promise<Uint8Array> {
  const labels = reportLabels(report.language);
  const speech = new Speech(report);
  const title = xmlCharacters(report.title.text);
  const document = new Document({
    title,
    creator: xmlCharacters(report.coderName),
    lastModifiedBy: xmlCharacters(report.coderName),
    subject: labels.documentKind,
    description: `${PROGRAM_NAME} ${PROGRAM_VERSION}`,
    styles: documentStyles(report),
    comments: { children: writeComments(report, speech, labels) },
    ...(isShort(report) ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    numbering: { config: [paragraphNumbers()] },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.margin,
              bottom: PAGE.margin,
              left: PAGE.side,
              right: PAGE.side,
              header: 680,
              footer: 624,
            },
          },
        },
        headers: { default: writeHeader(report, speech, labels), first: new Header({ children: [new Paragraph('')] }) },
        footers: { default: writeFooter(report, speech), first: writeFooter(report, speech) },
        children: [...writeOpening(report, speech, labels), ...(await writeSections(report, speech, labels))],
      },
    ],
  });
  return await Packer.pack(document, 'uint8array', undefined, [
    { path: 'docProps/core.xml', data: coreProperties(report, title, labels) },
    { path: 'word/fontTable.xml', data: fontTable },
  ]);
}

/** Laying out pages takes longer than all else: a long report's contents get their page numbers from Word, which asks. */
const SHORT = 12_000;

function isShort({ articles }: Report): boolean {
  let units = 0;
  for (const { paragraphs, annotations } of articles) {
    units += paragraphs.at(-1)?.end ?? 0;
    for (const { quote, note } of annotations) units += 2 * quote.length + note.length;
  }
  return units <= SHORT;
}

/** Title, what it is of, its figures and its contents, on a page of their own. */
function writeOpening(report: Report, speech: Speech, labels: ReportLabels): FileChild[] {
  const words = documentWords(report.language);
  const { totals } = report;
  const figures: [string, string][] = [
    ...(totals.articles === 1 ? [] : [[labels.articles, labels.number(totals.articles)] satisfies [string, string]]),
    [labels.totals.annotations, labels.number(totals.annotations)],
    [labels.totals.notes, labels.number(totals.notes)],
    [labels.totals.links, labels.number(totals.links)],
    [labels.totals.categories, labels.number(totals.categories)],
    ...(totals.orphans === 0
      ? []
      : [[labels.totals.orphans, labels.number(totals.orphans)] satisfies [string, string]]),
    [labels.totals.bodyCharacters, labels.number(totals.bodyCharacters)],
    [labels.totals.markedCharacters, labels.number(totals.markedCharacters)],
    [labels.totals.markedShare, totals.markedShare === null ? '–' : labels.share(totals.markedShare)],
  ];
  return [
    new Paragraph({ style: STYLE.kind, children: [speech.run(labels.documentKind)] }),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      children: [speech.run(report.title.text, {}, report.titleLanguage)],
    }),
    ...(report.title.known ? [] : [new Paragraph({ style: STYLE.by, children: [speech.run(labels.untitled)] })]),
    new Paragraph({
      style: STYLE.by,
      children: [
        speech.run(
          [report.corpusName, words.madeBy(report.coderName, formatInstant(report.madeAt, labels))].join(' · '),
        ),
      ],
    }),
    writeFigures(figures, speech),
    new Paragraph({ style: 'TOCHeading', children: [speech.run(labels.sections.contents)] }),
    new TableOfContents(labels.sections.contents, { hyperlink: true, headingStyleRange: '1-2', beginDirty: true }),
  ];
}

function writeHeader(report: Report, speech: Speech, labels: ReportLabels): Header {
  const title = [...report.title.text];
  const short = title.length > 36 ? `${title.slice(0, 35).join('')}…` : report.title.text;
  return new Header({
    children: [
      new Paragraph({
        style: 'Header',
        tabStops: [{ type: TabStopType.RIGHT, position: TEXT_WIDTH }],
        children: [speech.run(short, {}, report.titleLanguage), new TextRun('\t'), speech.run(labels.documentKind)],
      }),
    ],
  });
}

function writeFooter(report: Report, speech: Speech): Footer {
  const [before, between, after] = documentWords(report.language).page;
  return new Footer({
    children: [
      new Paragraph({
        style: 'Footer',
        children: [
          speech.run(before),
          new TextRun({ children: [PageNumber.CURRENT] }),
          speech.run(between),
          new TextRun({ children: [PageNumber.TOTAL_PAGES] }),
          ...(after === '' ? [] : [speech.run(after)]),
        ],
      }),
    ],
  });
}

/** Numbers in the margin, which are not part of the text. */
function paragraphNumbers() {
  return {
    reference: PARAGRAPH_NUMBERS,
    levels: [
      {
        level: 0,
        format: LevelFormat.DECIMAL,
        text: '%1',
        alignment: AlignmentType.RIGHT,
        suffix: LevelSuffix.TAB,
        style: {
          run: { size: 15, bold: false, color: QUIET },
          paragraph: { indent: { left: 0, hanging: 140 } },
        },
      },
    ],
  };
}

/** The library would take the instant from the clock. */
function coreProperties(report: Report, title: string, labels: ReportLabels): string {
  const escape = (text: string) =>
    xmlCharacters(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const instant = `${report.madeAt.slice(0, 19)}Z`;
  const coder = escape(report.coderName);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escape(title)}</dc:title><dc:subject>${escape(labels.documentKind)}</dc:subject><dc:creator>${coder}</dc:creator><dc:description>${PROGRAM_NAME} ${PROGRAM_VERSION}</dc:description><cp:lastModifiedBy>${coder}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">${instant}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${instant}</dcterms:modified></cp:coreProperties>`;
}
