import type { Extents } from './passage-extents.ts';

/** Where the passages of an article lie, as a measure counts them; null where it does not ask. */
export interface Lines {
  extents: Extents | null;
  verbatim: Extents | null;
}

/**
 * What the passages of one article come to in each column, and in all of them as one: how many there are, and how much they
 * cover; cleared for the next article. Passages come in their order, so that what overlaps is seen as it comes.
 */
export class ColumnSums {
  /** Columns that have any, the one for all of them among them; unordered. */
  readonly touched: number[] = [];
  readonly #counts: Uint32Array;
  readonly #under: Uint32Array;
  readonly #reached: Uint32Array;
  readonly #verbatim: Uint32Array;
  readonly #verbatimReached: Uint32Array;
  readonly #all: number;

  constructor(columns: number) {
    this.#all = columns;
    this.#counts = new Uint32Array(columns + 1);
    this.#under = new Uint32Array(columns + 1);
    this.#reached = new Uint32Array(columns + 1);
    this.#verbatim = new Uint32Array(columns + 1);
    this.#verbatimReached = new Uint32Array(columns + 1);
  }

  clear(): void {
    for (const column of this.touched)
      for (const sums of [this.#counts, this.#under, this.#reached, this.#verbatim, this.#verbatimReached])
        sums[column] = 0;
    this.touched.length = 0;
  }

  /** Adds a passage, by its index among those of its article, to its columns, each named once. */
  add(columns: readonly number[], passage: number, lines: Lines): void {
    if (columns.length === 0) return;
    for (const column of columns) this.#put(column, passage, lines);
    this.#put(this.#all, passage, lines);
  }

  count(column: number): number {
    return this.#counts[column] ?? 0;
  }

  /** How much of the line of the first extents the passages cover. */
  under(column: number): number {
    return this.#under[column] ?? 0;
  }

  verbatim(column: number): number {
    return this.#verbatim[column] ?? 0;
  }

  #put(column: number, passage: number, { extents, verbatim }: Lines): void {
    const before = this.#counts[column] ?? 0;
    if (before === 0) this.touched.push(column);
    this.#counts[column] = before + 1;
    if (extents !== null) cover(this.#under, this.#reached, column, extents, passage);
    if (verbatim !== null) cover(this.#verbatim, this.#verbatimReached, column, verbatim, passage);
  }
}

/** Adds what a passage covers beyond those before it. */
function cover(under: Uint32Array, reached: Uint32Array, column: number, extents: Extents, passage: number): void {
  const end = extents[2 * passage + 1] ?? 0;
  const from = Math.max(extents[2 * passage] ?? 0, reached[column] ?? 0);
  if (end <= from) return;
  under[column] = (under[column] ?? 0) + end - from;
  reached[column] = end;
}
