import { type ReportLabels, reportLabels } from '#domain/languages/report/index.ts';
import { PROGRAM_NAME, PROGRAM_VERSION } from '#domain/program.ts';
import type { ArticleReport, ReportMetadata } from '#domain/report/report-model.ts';
import { Markup, markup, plainText } from './report-html-markup.ts';
import { reportStyle } from './report-html-style.ts';
import { writeCategoryTable, writeCodebook } from './report-html-tables.ts';
import { writeNote, writeText } from './report-html-text.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

interface Section {
  id: string;
  title: string;
  content: Markup;
}

/**
 * The annotated report as one HTML document that needs nothing else: no script, no font, no picture, no network. Whatever
 * stands in the report is written as text.
 */
export function writeReportHtml(report: ArticleReport): string {
  const labels = reportLabels(report.language);
  const { rows, styleSheet } = writeText(report, labels);
  const sections = listSections(report, rows, labels);
  const style = Markup.join([reportStyle, styleSheet]);
  const contents = sections.map(({ id, title }) => markup`<a href="${`#${id}`}">${title}</a>`);
  const document = markup`<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${`${PROGRAM_NAME} ${PROGRAM_VERSION}`}">
<meta name="referrer" content="no-referrer">
<title>${plainText(`${report.title.text} · ${labels.documentKind}`)}</title>
<style>${style}</style>
</head>
<body>
<main class="sheet">
<header>
<p class="kind">${labels.documentKind}</p>
<h1 lang="${report.textLanguage}"><bdi>${report.title.text}</bdi></h1>
${report.title.known ? null : markup`<p class="untitled">${labels.untitled}</p>`}
${writeMetadata(report.metadata, labels)}
${writeTotals(report, labels)}
<nav aria-label="${labels.sections.contents}">${contents}</nav>
</header>
${sections.map(({ id, title, content }) => markup`<section><h2 id="${id}">${title}</h2>\n${content}</section>\n`)}
</main>
</body>
</html>
`;
  return document.toString();
}

function listSections(report: ArticleReport, rows: Markup, labels: ReportLabels): Section[] {
  const { annotations, orphans, totals, table, codebooks, method } = report;
  const how = annotations.length === 0 ? labels.noAnnotations : labels.howToRead;
  const text = totals.paragraphs === 0 ? markup`<p>${labels.emptyText}</p>` : rows;
  const sections: Section[] = [
    { id: 'text', title: labels.sections.text, content: markup`<p class="how">${how}</p>\n${text}` },
  ];
  if (orphans.length > 0) {
    const notes = orphans.map((orphan) => writeNote(orphan, report, labels));
    const content = markup`<p class="how">${labels.orphansExplained(orphans.length)}</p>\n<div class="notes">${notes}</div>`;
    sections.push({ id: 'orphans', title: labels.sections.orphans, content });
  }
  if (annotations.length > 0) {
    sections.push({ id: 'table', title: labels.sections.table, content: writeCategoryTable(table, labels) });
  }
  if (codebooks.length > 0) {
    const content = markup`${codebooks.map((codebook) => writeCodebook(codebook, labels))}`;
    sections.push({ id: 'codebook', title: labels.sections.codebook, content });
  }
  const entries = method.map(
    ({ label, sentences }) =>
      markup`<dt>${label}</dt><dd>${sentences.map((sentence) => markup`<p>${sentence}</p>`)}</dd>\n`,
  );
  sections.push({ id: 'method', title: labels.sections.method, content: markup`<dl class="method">${entries}</dl>` });
  return sections;
}

function writeMetadata(metadata: readonly ReportMetadata[], labels: ReportLabels): Markup {
  const rows = metadata
    .filter(({ field }) => field !== 'title')
    .map(({ field, label, values, known }) => {
      const shown = values.map((value, index) => [
        index === 0 ? '' : labels.list(['', '']),
        field === 'address' && known ? writeAddress(value) : markup`<bdi>${value}</bdi>`,
      ]);
      return markup`<div><dt>${label}</dt><dd${known ? null : markup` class="unknown"`}>${shown}</dd></div>\n`;
    });
  return markup`<dl class="facts" aria-label="${labels.sections.metadata}">${rows}</dl>`;
}

/** Only an address of the web becomes a link. */
function writeAddress(address: string): Markup {
  const url = /^https?:\/\//i.test(address) && URL.canParse(address) ? new URL(address) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return markup`<bdi>${address}</bdi>`;
  return markup`<a class="link-out" href="${url.href}" rel="noopener noreferrer"><bdi>${address}</bdi></a>`;
}

function writeTotals({ totals }: ArticleReport, labels: ReportLabels): Markup {
  const figures: [string, string][] = [
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
  return markup`<dl class="totals">${figures.map(([label, value]) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>\n`)}</dl>`;
}
