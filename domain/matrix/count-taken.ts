import type { Matrix, MatrixQuestion, MatrixRow } from '../contract/matrix.ts';
import { compare, type Counted, keyOf } from './count-matrix.ts';
import { conditionsOf } from './counted-article.ts';

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
  const tallies = new Map<string, TakenTally>();
  const whole = new TakenTally('', null, '');
  let reprints = 0;
  let waiting = 0;
  for (const article of counted.articles) {
    if (!conditions.article(article)) continue;
    if (counted.isReprint?.(article) === true) {
      reprints += 1;
      continue;
    }
    const key = question.rows === 'voices' ? 'none' : keyOf(question.rows, article);
    const isSingle = question.rows === 'articles';
    let tally = tallies.get(key);
    if (tally === undefined) {
      const order = isSingle ? (article.publishedOn ?? '~') : key;
      tallies.set(key, (tally = new TakenTally(key, isSingle ? article.name : null, order)));
    }
    const reuse = counted.reuseOf?.(article) ?? null;
    if (reuse === null) waiting += 1;
    for (const each of [tally, whole]) {
      each.articles += 1;
      if (counted.isComplete(article)) each.complete += 1;
      if (reuse !== null) each.add(reuse.sentences, columnsOf, sizes);
    }
  }
  const sorted = [...tallies.values()].toSorted(
    (a, b) => Number(a.key === 'none') - Number(b.key === 'none') || compare(a.order, b.order),
  );
  return {
    columns: [...counted.columns],
    rows: sorted.map((tally) => tally.finish(sizes, columnsOf, question)),
    whole: whole.finish(sizes, columnsOf, question),
    reprints,
    waiting,
  };
}

class TakenTally {
  readonly key: string;
  readonly name: string | null;
  readonly order: string;
  articles = 0;
  complete = 0;
  #compared = 0;
  readonly #taken = new Set<number>();
  /** By column: the sum of the articles' own shares, and articles that take anything up. */
  readonly #shares: number[] = [];
  readonly #mentions: number[] = [];

  constructor(key: string, name: string | null, order: string) {
    this.key = key;
    this.name = name;
    this.order = order;
  }

  add(sentences: readonly number[], columnsOf: ReadonlyMap<number, number[]>, sizes: readonly number[]): void {
    this.#compared += 1;
    const mentioned = new Set<number>();
    for (const sentence of sentences) {
      const columns = columnsOf.get(sentence);
      if (columns === undefined) continue;
      this.#taken.add(sentence);
      for (const column of columns) {
        mentioned.add(column);
        this.#shares[column] = (this.#shares[column] ?? 0) + 1 / (sizes[column] ?? 1);
      }
    }
    for (const column of mentioned) this.#mentions[column] = (this.#mentions[column] ?? 0) + 1;
  }

  finish(
    sizes: readonly number[],
    columnsOf: ReadonlyMap<number, number[]>,
    { weighing }: Pick<MatrixQuestion, 'weighing'>,
  ): MatrixRow {
    const taken = sizes.map(() => 0);
    for (const sentence of this.#taken)
      for (const column of columnsOf.get(sentence) ?? []) taken[column] = (taken[column] ?? 0) + 1;
    const valueIn = (column: number) => {
      const size = sizes[column] ?? 0;
      if (size === 0 || this.#compared === 0) return null;
      return weighing === 'pooled' ? (taken[column] ?? 0) / size : (this.#shares[column] ?? 0) / this.#compared;
    };
    const all = sizes.length - 1;
    return {
      key: this.key,
      name: this.name,
      articles: this.articles,
      complete: this.complete,
      cells: sizes.slice(0, all).flatMap((_size, column) => [column, valueIn(column), this.#mentions[column] ?? 0, 0]),
      total: { value: valueIn(all), articles: this.#mentions[all] ?? 0, passages: 0 },
    };
  }
}
