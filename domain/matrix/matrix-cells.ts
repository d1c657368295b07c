import type { MatrixRow } from '../contract/matrix.ts';

export interface Cell {
  column: number;
  /** Null where there is nothing to divide by. */
  value: number | null;
  articles: number;
  passages: number;
}

/** Numbers that make up a cell in a row's flat list. */
const STRIDE = 4;

/** The cells of a row, in the order of the columns; columns that nothing is linked to are left out. */
export function cellsOf({ cells }: Pick<MatrixRow, 'cells'>): Cell[] {
  const found: Cell[] = [];
  for (let at = 0; at < cells.length; at += STRIDE) {
    const [column, value, articles, passages] = cells.slice(at, at + STRIDE);
    found.push({ column: column ?? 0, value: value ?? null, articles: articles ?? 0, passages: passages ?? 0 });
  }
  return found;
}
