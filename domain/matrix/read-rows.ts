import type { Matrix, MatrixRow } from '../contract/matrix.ts';
import { clusterOrder, MOST_CLUSTERED } from './cluster.ts';
import { cellsOf } from './matrix-cells.ts';
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

/** By which rows are sorted: their name, their number of articles, their total, a column (from 0), or who is like whom. */
export type SortBy = 'name' | 'articles' | 'total' | 'likeness' | number;

/** Rows that are alike stand together, by what their cells show, what has no value being nothing; too many stay as they are. */
function clusterRows(rows: readonly ReadRow[]): readonly ReadRow[] {
  if (rows.length > MOST_CLUSTERED) return rows;
  const order = clusterOrder(rows.map(({ cells }) => cells.map(({ value }) => value ?? 0)));
  return order.flatMap((index) => rows[index] ?? []);
}

/** The indices of the columns, those that are alike beside each other. */
export function clusterColumns({ rows }: Pick<ReadMatrix, 'rows'>, columns: number): number[] {
  const inOrder = Array.from({ length: columns }, (_, column) => column);
  if (rows.length > MOST_CLUSTERED || columns > MOST_CLUSTERED) return inOrder;
  return clusterOrder(inOrder.map((column) => rows.map(({ cells }) => cells[column]?.value ?? 0)));
}

/** The matrix with its columns in another order; what is read of it stays. */
export function withColumnOrder(read: ReadMatrix, order: readonly number[]): ReadMatrix {
  const place = new Map(order.map((column, index) => [column, index]));
  const moved = ({ row, cells, total }: ReadRow): ReadRow => ({
    row: {
      ...row,
      cells: cellsOf(row)
        .map((cell) => ({ ...cell, column: place.get(cell.column) ?? cell.column }))
        .toSorted((a, b) => a.column - b.column)
        .flatMap(({ column, value, articles, passages }) => [column, value, articles, passages]),
    },
    cells: order.flatMap((column) => cells[column] ?? []),
    total,
  });
  return { ...read, rows: read.rows.map(moved), whole: moved(read.whole) };
}

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
  if (by === 'likeness') {
    const alike = clusterRows(rows);
    return descending ? alike.toReversed() : alike;
  }
  const keyOf = ({ row, cells, total }: ReadRow) =>
    by === 'articles' ? row.articles : ((by === 'total' ? total : cells[by])?.value ?? null);
  return rows.toSorted((one, other) => {
    const [a, b] = [keyOf(one), keyOf(other)];
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return descending ? b - a : a - b;
  });
}
