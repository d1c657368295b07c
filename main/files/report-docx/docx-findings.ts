import { heatColours } from '#domain/matrix/heat-steps.ts';
import { documentWords } from '#domain/languages/report/document-words.ts';
import type { ReportLabels } from '#domain/languages/report/index.ts';
import type { ComparedCell, ComparedLine, Report, ReportFinding } from '#domain/report/report-model.ts';
import { type FileChild, HeadingLevel, ImageRun, LineRuleType, Paragraph } from 'docx';
import { drawPicture } from '../draw-picture.ts';
import { findingBlocks, MOST_LINES } from '../finding-blocks.ts';
import { rasterize } from '../rasterize.ts';
import { xmlCharacters } from '../xml-characters.ts';
import type { Speech } from './docx-speech.ts';
import { QUIET, STYLE, TEXT_WIDTH } from './docx-styles.ts';
import { type Cell, writeTable } from './docx-tables.ts';

/** Columns that a page takes. */
const ACROSS = 8;
const NAME_SHARE = 0.27;
/** Of a column beside the names and of what stands empty beside its text, in half widths of Han characters. */
const NARROWEST_COLUMN = 8;
const WIDEST_COLUMN = 14;
const GUTTER = 2;
/** px of CSS, 96 to the inch, that the text is wide and a picture may be high. */
const WIDEST = Math.floor(TEXT_WIDTH / 15);
const HIGHEST = 880;

/** The comparisons that were kept: their numbers, shaded, and what has changed since. */
export function writeFindings(report: Report, speech: Speech, labels: ReportLabels): FileChild[] {
  return report.findings.flatMap((finding) => writeFinding(finding, report, speech, labels));
}

function writeFinding(finding: ReportFinding, report: Report, speech: Speech, labels: ReportLabels): FileChild[] {
  const { name, note, asked, facts, unit, changes, changeHeads, since, notes, lines } = finding;
  const how = (text: string) => new Paragraph({ style: STYLE.how, children: [speech.run(text)] });
  const cell = (text: string, end = false): Cell => ({ runs: [speech.run(text)], end });
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, children: [speech.run(name)] }),
    new Paragraph({ keepNext: true, children: [speech.run(asked, { bold: true })] }),
    ...(note === '' ? [] : [new Paragraph({ children: [speech.run(note)] })]),
    ...facts.map(
      ({ label, text }) =>
        new Paragraph({
          style: STYLE.meaning,
          children: [speech.run(`${label}${labels.colon}`, { bold: true }), speech.run(text)],
        }),
    ),
    how(unit),
    ...findingBlocks(finding, ACROSS).flatMap(({ heads, lines: shown }) => {
      return [
        writeTable(
          columnShares(heads, shown),
          heads.map((head, column) => cell(head, column > 0)),
          shown.map((line) => [
            { runs: [speech.run(line.name, { bold: line.whole })] },
            ...line.cells.map((each) => shaded(each, line.whole, speech)),
          ]),
        ),
        new Paragraph({ children: [] }),
      ];
    }),
    ...(lines.length > MOST_LINES + 1
      ? [how(documentWords(report.language).firstLines(MOST_LINES, lines.length - 1))]
      : []),
    new Paragraph({ keepNext: changes.length > 0, children: [speech.run(since, { bold: true })] }),
    ...(changes.length === 0
      ? []
      : [
          writeTable(
            [0.26, 0.44, 0.15, 0.15],
            [
              cell(changeHeads.row),
              cell(changeHeads.column),
              cell(changeHeads.before, true),
              cell(changeHeads.now, true),
            ],
            changes.map((each) => [cell(each.row), cell(each.column), cell(each.before, true), cell(each.now, true)]),
          ),
          new Paragraph({ children: [] }),
        ]),
    how(notes.join('\n')),
  ];
}

/** Each column by the widest of its texts, so that no name of a paper loses its last character to another line. */
function columnShares(heads: readonly string[], lines: readonly ComparedLine[]): number[] {
  const weights = heads.slice(1).map((head, column) => {
    const texts = [head, ...lines.map(({ cells }) => cells[column]?.text ?? '')];
    return Math.min(WIDEST_COLUMN, Math.max(NARROWEST_COLUMN, ...texts.map((text) => halfWidths(text) + GUTTER)));
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return [NAME_SHARE, ...weights.map((weight) => ((1 - NAME_SHARE) * weight) / all)];
}

/** How wide a text is at most: a Han character counts 2, and letters are somewhat wider than half of it. */
function halfWidths(text: string): number {
  return [...text].reduce((sum, character) => sum + (character >= '\u2E80' ? 2 : 1.2), 0);
}

function shaded({ text, step, state }: ComparedCell, whole: boolean, speech: Speech): Cell {
  const colours = heatColours[step - 1]?.light;
  const colour = colours?.ink.slice(1) ?? (state === 'value' ? undefined : QUIET);
  return {
    runs: [speech.run(text, { bold: whole, ...(colour === undefined ? {} : { color: colour }) })],
    end: true,
    ...(colours === undefined ? {} : { fill: colours.fill.slice(1) }),
  };
}

/** Drawn sharp, with an image for programs that show no drawings. */
export async function drawPictures(report: Report): Promise<FileChild[]> {
  const made: FileChild[] = [];
  for (const picture of report.pictures) {
    const { svg, width, height } = drawPicture(picture, report.language);
    const scale = Math.min(WIDEST / width, HIGHEST / height);
    const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
    const [name, description] = [picture.title, picture.description].map(xmlCharacters);
    made.push(
      new Paragraph({
        // As high as the image, whatever the line of the text is.
        spacing: { line: 240, lineRule: LineRuleType.AUTO, after: 240 },
        children: [
          new ImageRun({
            type: 'svg',
            data: Buffer.from(svg),
            transformation: size,
            fallback: { type: 'png', data: await rasterize(svg, { width, height }, report.language) },
            altText: { name: name ?? '', title: name ?? '', description: description ?? '' },
          }),
        ],
      }),
    );
  }
  return made;
}
