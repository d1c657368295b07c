import type { Matrix, MatrixQuestion, MatrixRow } from '../contract/matrix.ts';
import { compare, type Counted, keyOf } from './count-matrix.ts';
import { conditionsOf, type CountedReuse } from './counted-article.ts';

/**
 * The share of the sentences of each column that the articles of a row take up: `sentencesOf` names those that belong to a
 * column, and one that belongs to any column counts for the total. `pooled`: a sentence that any article of the row takes
 * up counts once; `equal`: the mean of the shares of each article. Articles that were not compared are passed over. It asks
 * nothing of the coding: conditions on passages and links do not hold, and rows are those of articles. A column without a
 * sentence has no value, nor has a row none of whose articles was compared.
 */
export function countTaken(
  question: MatrixQuestion,
  counted: Counted,
  sentencesOf: readonly (readonly number[])[],
): Matrix {
  const conditions = conditionsOf(question.filter);
  const columns = counted.columns.length;
  const sizes = [...sentencesOf.map((each) => each.length), new Set(sentencesOf.flat()).size];
  // The columns of each sentence, the last one for all of them.
  const columnsOf = new Map<number, number[]>();
  for (const [column, sentences] of sentencesOf.entries())
    for (const sentence of sentences) {
      const own = columnsOf.get(sentence);
      if (own === undefined) columnsOf.set(sentence, [columns, column]);
      else own.push(column);
    }
  const newTally = () => new TakenTally(sizes, columnsOf, question);
  const tallies = new Map<string, TakenTally>();
  const finished: { row: MatrixRow; order: string }[] = [];
  const whole = newTally();
  // Thousands of rows of one article each are finished one by one, in the same tally.
  const single = question.rows === 'articles' ? newTally() : null;
  let reprints = 0;
  let waiting = 0;
  for (const article of counted.articles) {
    if (!conditions.article(article)) continue;
    if (counted.isReprint?.(article) === true) {
      reprints += 1;
      continue;
    }
    const key = question.rows === 'voices' ? 'none' : keyOf(question.rows, article);
    const tally = single ?? tallyOf(key);
    const complete = counted.isComplete(article);
    const reuse = counted.reuseOf?.(article) ?? null;
    if (reuse === null) waiting += 1;
    tally.add(complete, reuse);
    whole.add(complete, reuse);
    if (single === null) continue;
    finished.push({ row: single.finish(key, article.name), order: article.publishedOn ?? '~' });
    single.clear();
  }
  for (const [key, tally] of tallies) finished.push({ row: tally.finish(key, null), order: key });
  finished.sort((a, b) => Number(a.row.key === 'none') - Number(b.row.key === 'none') || compare(a.order, b.order));
  return {
    columns: [...counted.columns],
    rows: finished.map(({ row }) => row),
    whole: whole.finish('', null),
    reprints,
    waiting,
  };

  function tallyOf(key: string): TakenTally {
    let tally = tallies.get(key);
    if (tally === undefined) tallies.set(key, (tally = newTally()));
    return tally;
  }
}

/** The sums of a row, one of each for every column and one more for all of them. */
class TakenTally {
  readonly #sizes: readonly number[];
  readonly #columnsOf: ReadonlyMap<number, readonly number[]>;
  readonly #weighing: MatrixQuestion['weighing'];
  #articles = 0;
  #complete = 0;
  #compared = 0;
  readonly #seen = new Set<number>();
  /** By column: sentences that any article takes up, the sum of the articles' own shares, articles that take any up. */
  readonly #taken: Uint32Array;
  readonly #shares: Float64Array;
  readonly #mentions: Uint32Array;
  /** By column: the last of the compared articles that takes any up, from 1. */
  readonly #mentionedBy: Uint32Array;

  constructor(
    sizes: readonly number[],
    columnsOf: ReadonlyMap<number, readonly number[]>,
    { weighing }: Pick<MatrixQuestion, 'weighing'>,
  ) {
    this.#sizes = sizes;
    this.#columnsOf = columnsOf;
    this.#weighing = weighing;
    this.#taken = new Uint32Array(sizes.length);
    this.#shares = new Float64Array(sizes.length);
    this.#mentions = new Uint32Array(sizes.length);
    this.#mentionedBy = new Uint32Array(sizes.length);
  }

  /** Adds an article; null: it was not compared. */
  add(complete: boolean, reuse: CountedReuse | null): void {
    this.#articles += 1;
    if (complete) this.#complete += 1;
    if (reuse === null) return;
    this.#compared += 1;
    for (const sentence of reuse.sentences) {
      const columns = this.#columnsOf.get(sentence);
      if (columns === undefined) continue;
      const isNew = !this.#seen.has(sentence);
      if (isNew) this.#seen.add(sentence);
      for (const column of columns) {
        if (isNew) this.#taken[column] = (this.#taken[column] ?? 0) + 1;
        this.#shares[column] = (this.#shares[column] ?? 0) + 1 / (this.#sizes[column] ?? 1);
        if (this.#mentionedBy[column] === this.#compared) continue;
        this.#mentionedBy[column] = this.#compared;
        this.#mentions[column] = (this.#mentions[column] ?? 0) + 1;
      }
    }
  }

  clear(): void {
    this.#articles = this.#complete = this.#compared = 0;
    this.#seen.clear();
    for (const sums of [this.#taken, this.#shares, this.#mentions, this.#mentionedBy]) sums.fill(0);
  }

  finish(key: string, name: string | null): MatrixRow {
    const all = this.#sizes.length - 1;
    return {
      key,
      name,
      articles: this.#articles,
      complete: this.#complete,
      cells: this.#cells(all),
      total: { value: this.#valueIn(all), articles: this.#mentions[all] ?? 0, passages: 0 },
    };
  }

  /** Of columns that nothing is taken up of, those side by side that say the same are one. */
  #cells(columns: number): MatrixRow['cells'] {
    const cells: MatrixRow['cells'] = [];
    let last: number | null = null;
    // Where the number of columns after the last entry that say the same stands; none after one that is mentioned.
    let alikeAt = -1;
    for (let column = 0; column < columns; column++) {
      const value = this.#valueIn(column);
      const mentions = this.#mentions[column] ?? 0;
      if (mentions === 0 && alikeAt !== -1 && last === value) {
        cells[alikeAt] = (cells[alikeAt] ?? 0) + 1;
        continue;
      }
      cells.push(column, value, mentions, 0);
      last = value;
      alikeAt = mentions === 0 ? cells.length - 1 : -1;
    }
    return cells;
  }

  #valueIn(column: number): number | null {
    const size = this.#sizes[column] ?? 0;
    if (size === 0 || this.#compared === 0) return null;
    return this.#weighing === 'pooled'
      ? (this.#taken[column] ?? 0) / size
      : (this.#shares[column] ?? 0) / this.#compared;
  }
}
