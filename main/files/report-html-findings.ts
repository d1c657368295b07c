import type { ReportFinding } from '#domain/report/report-model.ts';
import { documentWords } from '#domain/languages/report/document-words.ts';
import { drawPicture } from './draw-picture.ts';
import { type FindingBlock, findingBlocks, MOST_LINES } from './finding-blocks.ts';
import { type Markup, markup } from './report-html-markup.ts';
import type { Sheet } from './report-html-sheet.ts';

/** Columns that a page takes. */
const ACROSS = 9;

/** A comparison that was kept: its numbers, shaded, and what has changed since. */
export function writeFinding(finding: ReportFinding, sheet: Sheet): Markup {
  const { name, note, asked, facts, unit, changes, changeHeads, since, notes } = finding;
  const { language } = sheet.report;
  const blocks = findingBlocks(finding, ACROSS).map((block) => writeBlock(block));
  const head = [changeHeads.row, changeHeads.column, changeHeads.before, changeHeads.now];
  const changed =
    changes.length === 0
      ? null
      : markup`<div class="wide"><table class="changes"><thead><tr>${head.map((each) => markup`<th scope="col">${each}</th>`)}</tr></thead>
<tbody>${changes.map(
          (each) =>
            markup`<tr><td><bdi>${each.row}</bdi></td><td><bdi>${each.column}</bdi></td><td>${each.before}</td><td>${each.now}</td></tr>\n`,
        )}</tbody></table></div>\n`;
  return markup`<h3><bdi>${name}</bdi></h3>
<p class="asked">${asked}</p>
${note === '' ? null : markup`<p class="comment" dir="auto">${note}</p>\n`}<dl class="parts">${facts.map(({ label, text }) => markup`<dt>${label}</dt><dd>${text}</dd>\n`)}</dl>
<p class="how">${unit}</p>
${blocks}${
  finding.lines.length > MOST_LINES + 1
    ? markup`<p class="how">${documentWords(language).firstLines(MOST_LINES, finding.lines.length - 1)}</p>\n`
    : null
}<p class="asked">${since}</p>
${changed}${notes.map((each) => markup`<p class="how said-below">${each}</p>\n`)}`;
}

function writeBlock({ heads, lines }: FindingBlock): Markup {
  const rows = lines.map(
    ({ name, cells, whole }) =>
      markup`<tr${whole ? markup` class="all"` : null}><th scope="row"><bdi>${name}</bdi></th>${cells.map(
        ({ text, step }) => markup`<td class="${`h${step}`}">${text}</td>`,
      )}</tr>\n`,
  );
  return markup`<div class="wide"><table class="compared"><thead><tr>${heads.map((each) => markup`<th scope="col"><bdi>${each}</bdi></th>`)}</tr></thead>
<tbody>${rows}</tbody></table></div>\n`;
}

/** Each as an image that carries all it needs. */
export function writePictures({ report }: Sheet): Markup[] {
  return report.pictures.map((picture) => {
    const { svg, width, height } = drawPicture(picture, report.language);
    const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    return markup`<figure><img src="${address}" width="${width}" height="${height}" alt="${`${picture.title}: ${picture.description}`}"></figure>\n`;
  });
}
