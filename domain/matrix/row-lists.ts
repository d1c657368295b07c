import type { Matrix, MatrixRow } from '../contract/matrix.ts';
import { STRIDE } from './matrix-cells.ts';

/** What rows say in numbers, those of all rows one after the other: ten thousand rows are not ten thousand objects. */
export interface CellLists {
  /** Of each cell its column, from 0; the total of a row comes after its cells, with the number of columns for its column. */
  columns: Uint16Array<ArrayBuffer>;
  /** Not a number where there is nothing to divide by. */
  values: Float64Array<ArrayBuffer>;
  articles: Uint32Array<ArrayBuffer>;
  passages: Uint32Array<ArrayBuffer>;
}

/** A matrix as counting leaves it; the row of the whole is the last. */
export interface CountedMatrix extends Pick<Matrix, 'columns' | 'reprints' | 'waiting'> {
  keys: string[];
  names: (string | null)[];
  /** Of each row its articles, those that are complete, its cells. */
  rows: Uint32Array<ArrayBuffer>;
  cells: CellLists;
}

interface ListedRow {
  key: string;
  name: string | null;
  articles: number;
  complete: number;
  /** By which rows are sorted. */
  order: string;
}

/** What cells say until the rows are in their order. All lists write into the same, which grows to what the largest takes. */
let scratch = new Float64Array(STRIDE * 1024);

/** Takes rows in any order, each cell by cell, its total, then the row itself. Only one at a time. */
export class RowLists {
  readonly #rows: ListedRow[] = [];
  /** Of each row, and of the one after the last: its first cell. */
  readonly #from = [0];
  /** By their order the rows that are known, and those that are not. */
  readonly #known = new Map<string, number[]>();
  readonly #unknown = new Map<string, number[]>();
  #cells = 0;

  cell(column: number, value: number | null, articles: number, passages: number): void {
    const at = STRIDE * this.#cells;
    if (at === scratch.length) growScratch();
    const numbers = scratch;
    numbers[at] = column;
    numbers[at + 1] = value ?? Number.NaN;
    numbers[at + 2] = articles;
    numbers[at + 3] = passages;
    this.#cells += 1;
  }

  /** The column after says the same as the last, that no article mentions. */
  again(): void {
    const last = STRIDE * this.#cells - 1;
    scratch[last] = (scratch[last] ?? 0) + 1;
  }

  end(row: ListedRow): void {
    const index = this.#rows.push(row) - 1;
    this.#from.push(this.#cells);
    const byOrder = row.key === 'none' ? this.#unknown : this.#known;
    const same = byOrder.get(row.order);
    if (same === undefined) byOrder.set(row.order, [index]);
    else same.push(index);
  }

  /** The rows by their order, what is unknown after them; the row that came last is that of the whole. */
  finish(rest: Pick<Matrix, 'columns' | 'reprints' | 'waiting'>): CountedMatrix {
    const whole = this.#rows.length - 1;
    const sorted = [...inOrder(this.#known), ...inOrder(this.#unknown)].filter((index) => index !== whole);
    sorted.push(whole);
    const rows = new Uint32Array(3 * sorted.length);
    const columns = new Uint16Array(this.#cells);
    const values = new Float64Array(this.#cells);
    const articles = new Uint32Array(this.#cells);
    const passages = new Uint32Array(this.#cells);
    const keys: string[] = [];
    const names: (string | null)[] = [];
    const numbers = scratch;
    let next = 0;
    for (const index of sorted) {
      const row = this.#rows[index];
      if (row === undefined) continue;
      const [from = 0, to = 0] = [this.#from[index], this.#from[index + 1]];
      rows.set([row.articles, row.complete, to - from - 1], 3 * keys.length);
      keys.push(row.key);
      names.push(row.name);
      for (let at = STRIDE * from; at < STRIDE * to; at += STRIDE) {
        columns[next] = numbers[at] ?? 0;
        values[next] = numbers[at + 1] ?? 0;
        articles[next] = numbers[at + 2] ?? 0;
        passages[next] = numbers[at + 3] ?? 0;
        next += 1;
      }
    }
    return { ...rest, keys, names, rows, cells: { columns, values, articles, passages } };
  }
}

function growScratch(): void {
  const more = new Float64Array(2 * scratch.length);
  more.set(scratch);
  scratch = more;
}

function inOrder(byOrder: ReadonlyMap<string, readonly number[]>): number[] {
  return [...byOrder].toSorted(([a], [b]) => compare(a, b)).flatMap(([, rows]) => rows);
}

/** Each row with its own cells. */
export function spreadRows({ keys, names, rows: numbers, cells: lists, ...rest }: CountedMatrix): Matrix {
  const valueAt = (at: number) => {
    const value = lists.values[at] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
  let next = 0;
  const rows = keys.map((key, index): MatrixRow => {
    const cells: MatrixRow['cells'] = [];
    for (const after = next + (numbers[3 * index + 2] ?? 0); next < after; next++)
      cells.push(lists.columns[next] ?? 0, valueAt(next), lists.articles[next] ?? 0, lists.passages[next] ?? 0);
    const total = { value: valueAt(next), articles: lists.articles[next] ?? 0, passages: lists.passages[next] ?? 0 };
    next += 1;
    const [articles, complete] = [numbers[3 * index] ?? 0, numbers[3 * index + 1] ?? 0];
    return { key, name: names[index] ?? null, articles, complete, cells, total };
  });
  const whole = rows.pop();
  if (whole === undefined) throw new TypeError('a matrix without the row of the whole');
  return { ...rest, rows, whole };
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
