import { type ReportLabels, reportLabels } from '#domain/languages/report/index.ts';
import { PROGRAM_NAME, PROGRAM_VERSION } from '#domain/program.ts';
import type { Report } from '#domain/report/report-model.ts';
import { Markup, markup, plainText } from './report-html-markup.ts';
import { writeTotals } from './report-html-metadata.ts';
import { paintAnnotations } from './report-html-paint.ts';
import { writeSections } from './report-html-sections.ts';
import { layOut } from './report-html-sheet.ts';
import { previewStyle, reportStyle } from './report-html-style.ts';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/**
 * A report as one HTML document that needs nothing else: no script, no font, no network; pictures lie in it. Whatever stands in
 * the report is written as text.
 */
export function writeReportHtml(report: Report): string {
  const labels = reportLabels(report.language);
  const { sheet, painted } = writeSheet(report, labels, true);
  const style = Markup.join([reportStyle, painted]);
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
${sheet}
</body>
</html>
`;
  return document.toString();
}

/**
 * The same sheet for a shadow root of the program's page: it has no style attributes, which the page's policy forbids. Of
 * the beginning of a report it says no totals, which would be those of the beginning.
 */
export function writeReportPreview(report: Report, { whole }: { whole: boolean }): { markup: string; style: string } {
  const { sheet, painted } = writeSheet(report, reportLabels(report.language), whole);
  return { markup: sheet.toString(), style: `${previewStyle}\n${painted}` };
}

function writeSheet(report: Report, labels: ReportLabels, whole: boolean): { sheet: Markup; painted: string } {
  const layout = layOut(report, labels);
  const painting = paintAnnotations(report);
  const sections = writeSections(layout, painting);
  // What is known of the one article stands in the head, where it comes first.
  const head = report.sections[0] === 'metadata' && !layout.several ? sections.shift() : undefined;
  const contents = sections.map(({ id, title }) => markup`<a href="${`#${id}`}">${title}</a>`);
  const sheet = markup`<main class="sheet">
<header>
<p class="kind">${labels.documentKind}</p>
<h1 lang="${report.titleLanguage}"><bdi>${report.title.text}</bdi></h1>
${report.title.known ? null : markup`<p class="untitled">${labels.untitled}</p>`}
${head === undefined ? null : head.content}
${whole ? writeTotals(report.totals, layout) : null}
<nav aria-label="${labels.sections.contents}">${contents}</nav>
</header>
${sections.map(({ id, title, content }) => markup`<section><h2 id="${id}">${title}</h2>\n${content}</section>\n`)}
</main>`;
  return { sheet, painted: painting.styleSheet() };
}
