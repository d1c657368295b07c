import { documentWords } from '#domain/languages/report/document-words.ts';
import type { ReportLabels } from '#domain/languages/report/index.ts';
import type { Report, ReportFinding } from '#domain/report/report-model.ts';
import { drawPicture } from '../draw-picture.ts';
import { findingBlocks, MOST_LINES } from '../finding-blocks.ts';
import { escapeLine, escapeLines, labelled, pipeTable } from './markdown-text.ts';

/** A comparison that was kept: its numbers, and what has changed since. */
export function writeFinding(finding: ReportFinding, { language }: Report, { colon }: ReportLabels): string[] {
  const { name, note, asked, facts, unit, changes, changeHeads, since, notes, lines } = finding;
  const tables = findingBlocks(finding, finding.heads.length).map(({ heads, lines: shown }) =>
    pipeTable(
      heads.map(escapeLine),
      shown.map(({ name: lineName, cells, whole }) => [
        whole ? `**${escapeLine(lineName)}**` : escapeLine(lineName),
        ...cells.map(({ text }) => escapeLine(text)),
      ]),
      new Set(heads.map((_head, column) => column).slice(1)),
    ),
  );
  const { row, column, before, now } = changeHeads;
  return [
    `### ${escapeLine(name)}`,
    `**${escapeLine(asked)}**`,
    ...escapeLines(note),
    ...facts.map(({ label, text }) => labelled(label, text, colon)),
    escapeLine(unit),
    ...tables,
    ...(lines.length > MOST_LINES + 1
      ? [escapeLine(documentWords(language).firstLines(MOST_LINES, lines.length - 1))]
      : []),
    `**${escapeLine(since)}**`,
    ...(changes.length === 0
      ? []
      : [
          pipeTable(
            [row, column, before, now].map(escapeLine),
            changes.map((each) => [each.row, each.column, each.before, each.now].map(escapeLine)),
            new Set([2, 3]),
          ),
        ]),
    ...notes.map(escapeLine),
  ];
}

/** Each as an image that carries all it needs. */
export function writePictures({ pictures, language }: Report): string[] {
  return pictures.map((picture) => {
    const { svg } = drawPicture(picture, language);
    const address = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    return `![${escapeLine(`${picture.title}: ${picture.description}`)}](${address})`;
  });
}
