import type { ReportLabels } from '#domain/languages/report/index.ts';
import { heatColours } from '#domain/matrix/heat-steps.ts';
import type { ComparedCell, ReportFinding } from '#domain/report/report-model.ts';
import type { CellObject } from 'write-excel-file/universal';
import { cellOf, headCell, nameOfSheet, type ReportSheet } from './sheet.ts';

/** A comparison that was kept: all its numbers, unrounded, then what has changed since and what was counted. */
export function findingSheet(finding: ReportFinding, name: string, { colon }: ReportLabels, cut: string): ReportSheet {
  const { facts, heads, lines, changes, changeHeads, since, notes, unit, note, asked } = finding;
  const said = (text: string): (CellObject | null)[] => [cellOf(text, false, cut)];
  return {
    sheet: nameOfSheet(name),
    columns: heads.map((_head, column) => ({ width: column === 0 ? 34 : 14 })),
    data: [
      [{ type: String, value: finding.name, fontWeight: 'bold' }],
      said(asked),
      ...(note === '' ? [] : [said(note)]),
      ...facts.map(({ label, text }) => said(`${label}${colon}${text}`)),
      said(unit),
      heads.map(headCell),
      ...lines.map((line) => [
        cellOf(line.name, true, cut),
        ...line.cells.map((cell) => numberOf(cell, line.whole, cut)),
      ]),
      [],
      said(since),
      ...(changes.length === 0
        ? []
        : [[changeHeads.row, changeHeads.column, changeHeads.before, changeHeads.now].map(headCell)]),
      ...changes.map((each) => [each.row, each.column, each.before, each.now].map((text) => cellOf(text, true, cut))),
      [],
      ...notes.map(said),
    ],
  };
}

function numberOf({ text, value, state, step }: ComparedCell, whole: boolean, cut: string): CellObject | null {
  if (state !== 'value' || value === null) return cellOf(text, false, cut);
  const colours = heatColours[step - 1]?.light;
  return {
    type: Number,
    value,
    alignVertical: 'top',
    ...(whole ? { fontWeight: 'bold' } : {}),
    ...(text.endsWith('%') ? { format: '0.0%' } : {}),
    ...(colours === undefined ? {} : { backgroundColor: colours.fill, textColor: colours.ink }),
  };
}
