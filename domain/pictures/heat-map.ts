import { heatStep } from '../matrix/heat-steps.ts';
import { matrixTable } from '../matrix/matrix-table.ts';
import type { ReadRow } from '../matrix/read-rows.ts';
import { drawHeatGrid, type HeatGrid, type HeatRow } from './heat-grid.ts';
import { matrixLegend, type MatrixSource, tableWords, tellCell } from './matrix-source.ts';
import { noteMarks, type Picture } from './picture.ts';

/** Rows of a picture: more would not be read on a page. */
const MOST_ROWS = 150;

/**
 * Rows by columns, the darker, the greater; each cell has its number, so that it prints in black and white. `turned`: the
 * rows stand across, for a page that is higher than wide.
 */
export function heatMap(source: MatrixSource, turned = false): Picture {
  const { shown, matrix, read, words, open } = source;
  const { t } = words.translation;
  const drawn = [...read.rows.slice(0, MOST_ROWS), read.whole];
  const { marks, note } = noteMarks();
  const nameOf = (row: ReadRow) => (row === read.whole ? t('matrix.whole') : words.rowName(row.row));
  const rows = drawn.map(
    (row): HeatRow => ({
      name: nameOf(row),
      first: words.number(row.row.articles),
      cells: row.cells.map((cell, x) => ({
        text: cell.value === null ? '' : words.value(cell),
        step: row === read.whole ? 0 : heatStep(cell.value ?? 0, read.greatest),
        state: cell.state,
        mark: note(tellCell(source, row, x), () =>
          open(row === read.whole ? null : row, matrix.columns[x] ?? null, row),
        ),
      })),
      last: row.total.value === null ? '' : words.value(row.total),
    }),
  );
  const greatestRow = read.rows.find(({ cells }) => cells.some(({ value }) => value === read.greatest));
  const greatestColumn = greatestRow?.cells.findIndex(({ value }) => value === read.greatest) ?? -1;
  return {
    title: words.title,
    description: t('matrix.description', {
      rows: t(`matrix.rowKinds.${shown.rows}`),
      columns: t('matrix.columns'),
      greatest: words.amount(read.greatest),
      row: greatestRow === undefined ? '' : nameOf(greatestRow),
      column: words.columnName(matrix.columns[greatestColumn] ?? ''),
    }),
    notes: [
      ...words.notes,
      ...(drawn.length - 1 < read.rows.length
        ? [t('matrix.pictureFirst', { count: drawn.length - 1, all: words.number(read.rows.length) })]
        : []),
    ],
    unit: words.unit,
    legend: (look) => matrixLegend(source, look),
    marks,
    table: matrixTable(read, tableWords(source)),
    draw: (look) =>
      drawHeatGrid(
        turned
          ? turnGrid(source, rows)
          : {
              heads: matrix.columns.map(words.columnName),
              firstHead: t('matrix.articles'),
              lastHead: t('matrix.total'),
              rows,
              summed: true,
            },
        look,
      ),
  };
}

/** A line for each column, with what it has in all; the last line sums up. */
function turnGrid({ matrix, read, words }: MatrixSource, rows: readonly HeatRow[]): HeatGrid {
  const { t } = words.translation;
  const across = rows.slice(0, -1);
  const whole = rows.at(-1);
  const lines = matrix.columns.map(
    (id, column): HeatRow => ({
      name: words.columnName(id),
      first: '',
      cells: across.flatMap(({ cells }) => cells[column] ?? []),
      last: whole?.cells[column]?.text ?? '',
    }),
  );
  const totals: HeatRow = {
    name: t('matrix.total'),
    first: '',
    cells: across.map(({ last }) => ({ text: last, step: 0, state: 'value', mark: -1 })),
    last: whole?.last ?? '',
  };
  return {
    heads: across.map(
      ({ name }, row) => `${name} (${t('pictures.n', { n: words.number(read.rows[row]?.row.articles ?? 0) })})`,
    ),
    firstHead: '',
    lastHead: t('matrix.whole'),
    rows: [...lines, totals],
    summed: true,
  };
}
