import type { MatrixQuestion } from '../contract/matrix.ts';
import { type Counted, keyOf } from './count-matrix.ts';
import { conditionsOf, type CountedReuse } from './counted-article.ts';
import { type CountedMatrix, RowLists } from './row-lists.ts';

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
): CountedMatrix {
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
  const lists = new RowLists();
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
    single.list(lists, key, article.name, article.publishedOn ?? '~');
    single.clear();
  }
  for (const [key, tally] of tallies) tally.list(lists, key, null, key);
  whole.list(lists, '', null, '');
  return lists.finish({ columns: [...counted.columns], reprints, waiting });

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

  /** Puts the row, which is sorted by `order`, at the end of the lists. */
  list(lists: RowLists, key: string, name: string | null, order: string): void {
    const all = this.#sizes.length - 1;
    let last: number | null = null;
    // Of columns that nothing is taken up of, those side by side that say the same are one cell.
    let isOpen = false;
    for (let column = 0; column < all; column++) {
      const value = this.#valueIn(column);
      const mentions = this.#mentions[column] ?? 0;
      if (mentions === 0 && isOpen && last === value) {
        lists.again();
        continue;
      }
      lists.cell(column, value, mentions, 0);
      last = value;
      isOpen = mentions === 0;
    }
    lists.cell(all, this.#valueIn(all), this.#mentions[all] ?? 0, 0);
    lists.end({ key, name, order, articles: this.#articles, complete: this.#complete });
  }

  #valueIn(column: number): number | null {
    const size = this.#sizes[column] ?? 0;
    if (size === 0 || this.#compared === 0) return null;
    return this.#weighing === 'pooled'
      ? (this.#taken[column] ?? 0) / size
      : (this.#shares[column] ?? 0) / this.#compared;
  }
}
