import type { Matrix, MatrixMeasure, MatrixRow } from '../contract/matrix.ts';
import { cellsOf } from './matrix-cells.ts';

/** How the counts are shown: as they are, for each article, as a part of the row or of the column, or against all rows. */
export const readings = ['plain', 'per-article', 'per-row', 'per-column', 'emphasis'] as const;
export type Reading = (typeof readings)[number];

/** What a number is: a count, a part of one, a mean, or a ratio of which 1 is what was to be expected. */
export type Unit = 'count' | 'part' | 'mean' | 'ratio';

/**
 * What a cell shows. `silent`: nothing, and every article of the row is completely coded; `not-coded`: nothing, but not every
 * article is; `empty`: there is nothing to divide by; `too-few`: the row has fewer passages than asked for.
 */
export type Shown =
  | { state: 'value' | 'silent'; value: number }
  | { state: 'not-coded' | 'empty' | 'too-few'; value: null };

export interface ReadOptions {
  reading: Reading;
  /** Passages that a row must have for its emphasis to be shown. */
  least: number;
}

/** Whether a measure is a quotient already: it is weighed, and shown only as it is. */
export function isQuotient(measure: MatrixMeasure): measure is 'share' | 'verbatim' | 'taken' {
  return measure === 'share' || measure === 'verbatim' || measure === 'taken';
}

export function readingFor(measure: MatrixMeasure, reading: Reading): Reading {
  return isQuotient(measure) ? 'plain' : reading;
}

export function unitOf(measure: MatrixMeasure, reading: Reading): Unit {
  if (reading === 'emphasis') return 'ratio';
  if (reading === 'per-row' || reading === 'per-column' || isQuotient(measure)) return 'part';
  if (reading === 'per-article') return measure === 'articles' ? 'part' : 'mean';
  return 'count';
}

/**
 * What each cell of a row shows, in the order of the columns. With x for a cell, X(r) for the sum over the cells of a row,
 * X(c) for the column in all rows, X for the sum over these, and n(r) for the articles of a row:
 * `plain` x; `per-article` x / n(r); `per-row` x / X(r); `per-column` x / X(c); `emphasis` (x / X(r)) / (X(c) / X), the revealed comparative
 * advantage of B. Balassa, "Trade Liberalisation and 'Revealed' Comparative Advantage", The Manchester School 33 (1965),
 * 99–123. A row without any x has no part and no emphasis, nor has a column that is empty in all rows an emphasis.
 */
export function readRow(row: MatrixRow, { columns, whole }: Matrix, { reading, least }: ReadOptions): Shown[] {
  const own = spread(row, columns.length);
  const all = spread(whole, columns.length);
  const rowSum = sum(row);
  const allSum = sum(whole);
  return own.map((value, column) => {
    // What is nothing though it was linked to, or compared, is a value and no silence.
    const divide = (count: number, base: number): Shown =>
      base === 0
        ? { state: 'empty', value: null }
        : { state: value === undefined ? 'silent' : 'value', value: count / base };
    if (value === undefined && row.complete < row.articles) return { state: 'not-coded', value: null };
    if (value === null || row.total.value === null) return { state: 'empty', value: null };
    const count = value ?? 0;
    if (reading === 'plain') return divide(count, 1);
    if (reading === 'per-article') return divide(count, row.articles);
    if (reading === 'per-row') return divide(count, rowSum);
    if (reading === 'per-column') return divide(count, all[column] ?? 0);
    if (row.total.passages < least) return { state: 'too-few', value: null };
    const expected = ((all[column] ?? 0) / allSum) * rowSum;
    return divide(count, Number.isNaN(expected) ? 0 : expected);
  });
}

/** What the total of a row shows; of parts and of emphasis there is none. */
export function readTotal(row: MatrixRow, reading: Reading): Shown {
  const { value } = row.total;
  if (value === null || reading === 'per-row' || reading === 'per-column' || reading === 'emphasis')
    return { state: 'empty', value: null };
  const found = row.total.articles > 0 || row.cells.length > 0;
  if (!found && row.complete < row.articles) return { state: 'not-coded', value: null };
  const shown = reading === 'per-article' ? value / row.articles : value;
  return { state: found ? 'value' : 'silent', value: shown };
}

/** The values of a row, column by column: undefined where nothing is linked, null where there is nothing to divide by. */
function spread(row: MatrixRow, columns: number): (number | null | undefined)[] {
  const values: (number | null | undefined)[] = Array.from({ length: columns });
  for (const { column, value } of cellsOf(row)) values[column] = value;
  return values;
}

function sum(row: MatrixRow): number {
  return cellsOf(row).reduce((total, { value }) => total + (value ?? 0), 0);
}
