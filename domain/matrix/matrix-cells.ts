import type { MatrixRow } from '../contract/matrix.ts';

export interface Cell {
  column: number;
  /** Null where there is nothing to divide by. */
  value: number | null;
  articles: number;
  passages: number;
}

/** Numbers that make up a cell in a flat list: its column, value, articles, passages. */
export const STRIDE = 4;

/**
 * The cells of a row, in the order of the columns; columns that nothing is linked to are left out. What the list says once
 * of several columns that no article mentions becomes a cell of each.
 */
export function cellsOf({ cells }: Pick<MatrixRow, 'cells'>): Cell[] {
  const found: Cell[] = [];
  for (let at = 0; at < cells.length; at += STRIDE) {
    const [first = 0, value = null, articles = 0, last = 0] = cells.slice(at, at + STRIDE);
    const column = first ?? 0;
    if (articles === 0)
      for (let more = 0; more <= (last ?? 0); more++)
        found.push({ column: column + more, value, articles: 0, passages: 0 });
    else found.push({ column, value, articles: articles ?? 0, passages: last ?? 0 });
  }
  return found;
}
