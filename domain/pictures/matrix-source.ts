import type { Matrix } from '../contract/matrix.ts';
import { cellsOf } from '../matrix/matrix-cells.ts';
import type { TableWords } from '../matrix/matrix-table.ts';
import type { Shown } from '../matrix/read-matrix.ts';
import type { ReadMatrix, ReadRow } from '../matrix/read-rows.ts';
import { heatLegend } from '../matrix/heat-legend.ts';
import type { MatrixShown } from '../matrix/matrix-shown.ts';
import type { MatrixWords } from '../matrix/matrix-words.ts';
import type { Translation } from '../languages/interface/translation.ts';
import { HATCH, type Look } from './look.ts';
import type { LegendEntry } from './picture.ts';

/** Opens what a cell rests on: of a row (null: of all), and of a category (null: of all). `counted` has its numbers. */
export type OpenCell = (row: ReadRow | null, categoryId: string | null, counted: ReadRow) => void;

/** A matrix as pictures draw it. */
export interface MatrixSource {
  shown: MatrixShown;
  /** Its columns as they are ordered in `read`. */
  matrix: Matrix;
  read: ReadMatrix;
  words: MatrixWords;
  open: OpenCell;
}

/** What a cell says: as in the table of the matrix. Without a column (-1): the total. */
export function tellCell({ matrix, read, words }: MatrixSource, row: ReadRow, column: number): string {
  const { t } = words.translation;
  const cell = column === -1 ? { ...row.row.total } : cellsOf(row.row).find((each) => each.column === column);
  return t('matrix.cell', {
    row: row === read.whole ? t('matrix.whole') : words.rowName(row.row),
    column: column === -1 ? t('matrix.total') : words.columnName(matrix.columns[column] ?? ''),
    value: words.value(shownIn(row, column)),
    mentions: words.number(cell?.articles ?? 0),
    articles: words.number(row.row.articles),
    passages: words.number(cell?.passages ?? 0),
    complete: words.number(row.row.complete),
  });
}

/** What a row shows for a column, or (-1) in all. */
export function shownIn(row: ReadRow, column: number): Shown {
  return (column === -1 ? row.total : row.cells[column]) ?? { state: 'empty', value: null };
}

export function tableWords({ shown, matrix, words }: MatrixSource): TableWords {
  const { t } = words.translation;
  return {
    row: t(`matrix.rowKinds.${shown.rows}`),
    articles: t('matrix.articles'),
    complete: t('matrix.complete'),
    columns: matrix.columns.map(words.columnName),
    total: t('matrix.total'),
    whole: t('matrix.whole'),
    notCoded: t('matrix.notCoded'),
    nameOf: words.rowName,
  };
}

/** What the shading of cells means. */
export function matrixLegend({ read, words }: MatrixSource, look: Look, greatest = read.greatest): LegendEntry[] {
  return [
    ...heatLegend(greatest, words).map(({ step, label }) => ({ label, fill: look.heat[step - 1]?.fill ?? look.ink })),
    ...statesLegend(look, words.translation),
  ];
}

/** What a cell without a value means. */
export function statesLegend(look: Look, { t }: Translation): LegendEntry[] {
  return [
    { label: t('matrix.silent'), fill: look.paper },
    { label: t('matrix.notCoded'), fill: HATCH },
  ];
}
