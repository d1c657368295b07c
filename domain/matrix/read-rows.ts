import type { Matrix, MatrixRow } from '../contract/matrix.ts';
import { type ReadOptions, readRow, readTotal, type Shown } from './read-matrix.ts';

/** A row with what its cells and its total show. */
export interface ReadRow {
  row: MatrixRow;
  cells: readonly Shown[];
  total: Shown;
}

export interface ReadMatrix {
  rows: readonly ReadRow[];
  whole: ReadRow;
  /** The greatest value of a cell, totals aside: the dark end of the shading. */
  greatest: number;
}

/** By which rows are sorted: their name, their number of articles, their total, or a column (from 0). */
export type SortBy = 'name' | 'articles' | 'total' | number;

export function readMatrix(matrix: Matrix, options: ReadOptions): ReadMatrix {
  const read = (row: MatrixRow): ReadRow => ({
    row,
    cells: readRow(row, matrix, options),
    total: readTotal(row, options.reading),
  });
  const rows = matrix.rows.map(read);
  let greatest = 0;
  for (const { cells } of rows) for (const { value } of cells) greatest = Math.max(greatest, value ?? 0);
  return { rows, whole: read(matrix.whole), greatest };
}

/** The rows in another order; cells without a value come last either way, and equal ones stay as they were. */
export function sortRows(rows: readonly ReadRow[], by: SortBy, descending: boolean): readonly ReadRow[] {
  if (by === 'name') return descending ? rows.toReversed() : rows;
  const keyOf = ({ row, cells, total }: ReadRow) =>
    by === 'articles' ? row.articles : ((by === 'total' ? total : cells[by])?.value ?? null);
  return rows.toSorted((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return descending ? b - a : a - b;
  });
}
