import type { CountedAnnotation } from './counted-article.ts';

/** The annotations of one article by column; cleared for the next one. Where only their number is asked, none is kept. */
export class PassagesByColumn {
  /** Columns that have any, the one for all of them among them; unordered. */
  readonly touched: number[] = [];
  readonly #counts: Uint32Array;
  readonly #kept: CountedAnnotation[][] | null;
  readonly #all: number;

  constructor(columns: number, keeps: boolean) {
    this.#all = columns;
    this.#counts = new Uint32Array(columns + 1);
    this.#kept = keeps ? Array.from({ length: columns + 1 }, () => []) : null;
  }

  clear(): void {
    for (const column of this.touched) {
      this.#counts[column] = 0;
      if (this.#kept !== null) this.#kept[column] = [];
    }
    this.touched.length = 0;
  }

  /** Adds an annotation to its columns, each named once. */
  add(columns: readonly number[], annotation: CountedAnnotation): void {
    if (columns.length === 0) return;
    for (const column of columns) this.#put(column, annotation);
    this.#put(this.#all, annotation);
  }

  count(column: number): number {
    return this.#counts[column] ?? 0;
  }

  kept(column: number): readonly CountedAnnotation[] {
    return this.#kept?.[column] ?? [];
  }

  #put(column: number, annotation: CountedAnnotation): void {
    const before = this.#counts[column] ?? 0;
    if (before === 0) this.touched.push(column);
    this.#counts[column] = before + 1;
    this.#kept?.[column]?.push(annotation);
  }
}
