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

/** Takes rows in any order, each cell by cell, its total, then the row itself. */
export class RowLists {
  readonly #rows: (ListedRow & { from: number; to: number })[] = [];
  #numbers = new Float64Array(STRIDE * 1024);
  #cells = 0;

  cell(column: number, value: number | null, articles: number, passages: number): void {
    const at = STRIDE * this.#cells;
    if (at === this.#numbers.length) this.#grow();
    const numbers = this.#numbers;
    numbers[at] = column;
    numbers[at + 1] = value ?? Number.NaN;
    numbers[at + 2] = articles;
    numbers[at + 3] = passages;
    this.#cells += 1;
  }

  /** The column after says the same as the last, that no article mentions. */
  again(): void {
    const last = STRIDE * this.#cells - 1;
    this.#numbers[last] = (this.#numbers[last] ?? 0) + 1;
  }

  end({ key, name, articles, complete, order }: ListedRow): void {
    const from = this.#rows.at(-1)?.to ?? 0;
    this.#rows.push({ key, name, articles, complete, order, from, to: this.#cells });
  }

  /** The rows by their order, what is unknown after them; the row that came last is that of the whole. */
  finish(rest: Pick<Matrix, 'columns' | 'reprints' | 'waiting'>): CountedMatrix {
    const rows = this.#rows.slice(0, -1);
    rows.sort((a, b) => Number(a.key === 'none') - Number(b.key === 'none') || compare(a.order, b.order));
    rows.push(...this.#rows.slice(-1));
    const numbers = new Uint32Array(3 * rows.length);
    const columns = new Uint16Array(this.#cells);
    const values = new Float64Array(this.#cells);
    const articles = new Uint32Array(this.#cells);
    const passages = new Uint32Array(this.#cells);
    const list = this.#numbers;
    let next = 0;
    for (const [index, row] of rows.entries()) {
      numbers[3 * index] = row.articles;
      numbers[3 * index + 1] = row.complete;
      numbers[3 * index + 2] = row.to - row.from - 1;
      for (let at = STRIDE * row.from; at < STRIDE * row.to; at += STRIDE) {
        columns[next] = list[at] ?? 0;
        values[next] = list[at + 1] ?? 0;
        articles[next] = list[at + 2] ?? 0;
        passages[next] = list[at + 3] ?? 0;
        next += 1;
      }
    }
    return {
      ...rest,
      keys: rows.map(({ key }) => key),
      names: rows.map(({ name }) => name),
      rows: numbers,
      cells: { columns, values, articles, passages },
    };
  }

  #grow(): void {
    const more = new Float64Array(2 * this.#numbers.length);
    more.set(this.#numbers);
    this.#numbers = more;
  }
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
