import type { Matrix } from '../contract/matrix.ts';
import { readRow, type Shown } from '../matrix/read-matrix.ts';

/** What several articles say about one category. */
export interface ItemRow {
  categoryId: string;
  /** Passages, an article each; `empty` of an article that counts nowhere. */
  cells: readonly Shown[];
  /** Articles with any. */
  articles: number;
  /** Passages of all of them. */
  passages: number;
}

/**
 * A matrix whose rows are articles, turned: a row for each category, in the order of its columns, and a cell for each of the
 * articles, in the order given.
 */
export function itemRows(matrix: Matrix, articleIds: readonly string[]): ItemRow[] {
  const nothing: Shown = { state: 'empty', value: null };
  const read = articleIds.map((id) => {
    const row = matrix.rows.find(({ key }) => key === id);
    return row === undefined ? null : readRow(row, matrix, { reading: 'plain', least: 0 });
  });
  return matrix.columns.map((categoryId, column) => {
    const cells = read.map((row) => row?.[column] ?? nothing);
    return {
      categoryId,
      cells,
      articles: cells.filter(({ value }) => (value ?? 0) > 0).length,
      passages: cells.reduce((sum, { value }) => sum + (value ?? 0), 0),
    };
  });
}
