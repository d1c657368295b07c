import type { Matrix, MatrixQuestion, MatrixRow } from '../contract/matrix.ts';
import { conditionsOf, type CountedAnnotation, type CountedArticle, monthOf } from './counted-article.ts';

export interface Counted {
  /** All that count, in the order of the corpus. */
  articles: Iterable<CountedArticle>;
  columns: readonly string[];
  /** Index of the column that a category belongs to: itself or what it stands below. */
  columnOf: ReadonlyMap<string, number>;
  isComplete: (article: CountedArticle) => boolean;
}

/**
 * Counts articles by categories. An annotation counts once for a column however many of its links fall into it, and once
 * for the total of a row. `articles`: articles with such an annotation; `passages`: annotations; `sentences`: sentences of
 * body text that at least one touches; `characters`: code points of body text under at least one; `share`: those divided by
 * all body text of the row (`pooled`), or the mean of each article's own share (`equal`; articles without body text aside).
 * Rows come in the order of their keys, articles by date; what is unknown comes last.
 */
export function countMatrix(question: MatrixQuestion, { articles, columns, columnOf, isComplete }: Counted): Matrix {
  const conditions = conditionsOf(question.filter);
  const rows = new Map<string, RowTally>();
  const finished: { row: MatrixRow; order: string }[] = [];
  const whole = new RowTally(columns.length);
  const found = new PassagesByColumn(
    columns.length,
    question.measure !== 'articles' && question.measure !== 'passages',
  );
  // Thousands of rows of one article each are finished one by one, in the same tally.
  const single = question.rows === 'articles' ? new RowTally(columns.length) : null;
  for (const article of articles) {
    if (!conditions.article(article)) continue;
    const key = keyOf(question.rows, article);
    let row = single ?? rows.get(key);
    if (row === undefined) rows.set(key, (row = new RowTally(columns.length)));
    const complete = isComplete(article);
    const body = question.measure === 'share' ? article.body.characters() : 0;
    row.begin(complete, body);
    whole.begin(complete, body);
    found.clear();
    for (const annotation of article.annotations) {
      if (!conditions.annotation(annotation)) continue;
      found.begin();
      for (const link of annotation.links) {
        const column = conditions.link(link) ? columnOf.get(link.categoryId) : undefined;
        if (column !== undefined) found.add(column, annotation);
      }
    }
    for (const column of found.touched) {
      const passages = found.count(column);
      const value = valueIn(article, passages, found.kept(column), question, body);
      row.add(column, value, passages);
      whole.add(column, value, passages);
    }
    if (single === null) continue;
    finished.push({ row: single.finish(key, article.name, question), order: article.publishedOn ?? '~' });
    single.clear();
  }
  for (const [key, row] of rows) finished.push({ row: row.finish(key, null, question), order: key });
  finished.sort((a, b) => Number(a.row.key === 'none') - Number(b.row.key === 'none') || compare(a.order, b.order));
  return {
    columns: [...columns],
    rows: finished.map(({ row }) => row),
    whole: whole.finish('', null, question),
  };
}

/** The sums of a row, one of each for every column and one more for all of them. */
class RowTally {
  #articles = 0;
  #complete = 0;
  /** Code points of body text, and articles that have any; both only for shares. */
  #body = 0;
  #withBody = 0;
  readonly #values: Float64Array;
  readonly #mentions: Uint32Array;
  readonly #passages: Uint32Array;

  constructor(columns: number) {
    this.#values = new Float64Array(columns + 1);
    this.#mentions = new Uint32Array(columns + 1);
    this.#passages = new Uint32Array(columns + 1);
  }

  begin(complete: boolean, body: number): void {
    this.#articles += 1;
    if (complete) this.#complete += 1;
    this.#body += body;
    if (body > 0) this.#withBody += 1;
  }

  add(column: number, value: number, passages: number): void {
    this.#values[column] = (this.#values[column] ?? 0) + value;
    this.#mentions[column] = (this.#mentions[column] ?? 0) + 1;
    this.#passages[column] = (this.#passages[column] ?? 0) + passages;
  }

  clear(): void {
    this.#articles = this.#complete = this.#body = this.#withBody = 0;
    this.#values.fill(0);
    this.#mentions.fill(0);
    this.#passages.fill(0);
  }

  finish(key: string, name: string | null, { measure, weighing }: MatrixQuestion): MatrixRow {
    const base = measure !== 'share' ? 1 : weighing === 'pooled' ? this.#body : this.#withBody;
    const valueIn = (column: number) => (base === 0 ? null : (this.#values[column] ?? 0) / base);
    const all = this.#values.length - 1;
    const cells: MatrixRow['cells'] = [];
    for (let column = 0; column < all; column++) {
      const mentions = this.#mentions[column] ?? 0;
      if (mentions > 0) cells.push(column, valueIn(column), mentions, this.#passages[column] ?? 0);
    }
    return {
      key,
      name,
      articles: this.#articles,
      complete: this.#complete,
      cells,
      total: { value: valueIn(all), articles: this.#mentions[all] ?? 0, passages: this.#passages[all] ?? 0 },
    };
  }
}

/** The annotations of one article by column; cleared for the next one. Where only their number is asked, none is kept. */
class PassagesByColumn {
  readonly touched: number[] = [];
  readonly #counts: Uint32Array;
  readonly #kept: CountedAnnotation[][] | null;
  readonly #lastSeen: Int32Array;
  readonly #all: number;
  #annotation = 0;

  constructor(columns: number, keeps: boolean) {
    this.#all = columns;
    this.#counts = new Uint32Array(columns + 1);
    this.#kept = keeps ? Array.from({ length: columns + 1 }, () => []) : null;
    this.#lastSeen = new Int32Array(columns + 1);
  }

  clear(): void {
    for (const column of this.touched) {
      this.#counts[column] = 0;
      if (this.#kept !== null) this.#kept[column] = [];
    }
    this.touched.length = 0;
  }

  begin(): void {
    this.#annotation += 1;
  }

  add(column: number, annotation: CountedAnnotation): void {
    this.#put(column, annotation);
    this.#put(this.#all, annotation);
  }

  count(column: number): number {
    return this.#counts[column] ?? 0;
  }

  kept(column: number): readonly CountedAnnotation[] {
    return this.#kept?.[column] ?? [];
  }

  #put(column: number, annotation: CountedAnnotation): void {
    if (this.#lastSeen[column] === this.#annotation) return;
    this.#lastSeen[column] = this.#annotation;
    const before = this.#counts[column] ?? 0;
    if (before === 0) this.touched.push(column);
    this.#counts[column] = before + 1;
    this.#kept?.[column]?.push(annotation);
  }
}

function valueIn(
  { body }: CountedArticle,
  count: number,
  passages: readonly CountedAnnotation[],
  { measure, weighing }: MatrixQuestion,
  bodyCharacters: number,
): number {
  if (measure === 'articles') return 1;
  if (measure === 'passages') return count;
  const spans = passages.every(({ placed }) => placed) ? passages : passages.filter(({ placed }) => placed);
  if (measure === 'sentences') return body.sentencesUnder(spans);
  const characters = body.charactersUnder(spans);
  if (measure === 'characters' || weighing === 'pooled') return characters;
  return bodyCharacters === 0 ? 0 : characters / bodyCharacters;
}

function keyOf(rows: MatrixQuestion['rows'], article: CountedArticle): string {
  switch (rows) {
    case 'articles':
      return article.id;
    case 'provinces':
      return article.province ?? 'none';
    case 'outlets':
      return article.outlet ?? 'none';
    case 'months':
      return monthOf(article) ?? 'none';
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
