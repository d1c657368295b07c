import type { ReadMatrix, ReadRow } from './read-rows.ts';

export interface TableWords {
  row: string;
  articles: string;
  complete: string;
  columns: readonly string[];
  total: string;
  whole: string;
  /** Stands in a cell of which nothing can be said, because not every article of the row is coded. */
  notCoded: string;
  nameOf: (row: ReadRow['row']) => string;
}

/**
 * The matrix as a table, the head first: each row with its articles, those completely coded, its cells and its total. Numbers
 * are not rounded; a cell is empty where there is nothing to divide by or too little to go by.
 */
export function matrixTable({ rows, whole }: Pick<ReadMatrix, 'rows' | 'whole'>, words: TableWords): string[][] {
  const line = (name: string, { row, cells, total }: ReadRow) => [
    name,
    String(row.articles),
    String(row.complete),
    ...[...cells, total].map(({ state, value }) => (state === 'not-coded' ? words.notCoded : String(value ?? ''))),
  ];
  return [
    [words.row, words.articles, words.complete, ...words.columns, words.total],
    ...rows.map((each) => line(words.nameOf(each.row), each)),
    line(words.whole, whole),
  ];
}
