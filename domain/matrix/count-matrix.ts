import type { Matrix, MatrixCell, MatrixQuestion, MatrixRow } from '../contract/matrix.ts';
import type { Span } from '../text/span.ts';
import { conditionsOf, type CountedAnnotation, type CountedArticle, monthOf } from './counted-article.ts';

export interface Counted {
  /** All that count, in the order of the corpus. */
  articles: Iterable<CountedArticle>;
  columns: readonly string[];
  /** Index of the column that a category belongs to: itself or what it stands below. */
  columnOf: ReadonlyMap<string, number>;
  isComplete: (article: CountedArticle) => boolean;
}

interface Tally {
  value: number;
  articles: number;
  passages: number;
}

interface RowTally {
  key: string;
  name: string | null;
  articles: number;
  complete: number;
  /** Code points of body text, and articles that have any; both only for shares. */
  body: number;
  withBody: number;
  /** One for each column, then one for all of them. */
  cells: (Tally | undefined)[];
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
  const whole = newRow('', null);
  const ofArticle = new ArticleTally(columns.length);
  const dates = new Map<string, string>();
  for (const article of articles) {
    if (!conditions.article(article)) continue;
    const key = keyOf(question.rows, article);
    let row = rows.get(key);
    if (row === undefined) rows.set(key, (row = newRow(key, question.rows === 'articles' ? article.name : null)));
    if (question.rows === 'articles' && article.publishedOn !== null) dates.set(key, article.publishedOn);
    const complete = isComplete(article) ? 1 : 0;
    const body = question.measure === 'share' ? article.body.characters() : 0;
    for (const each of [row, whole]) {
      each.articles += 1;
      each.complete += complete;
      each.body += body;
      if (body > 0) each.withBody += 1;
    }
    ofArticle.begin();
    for (const annotation of article.annotations) {
      if (!conditions.annotation(annotation)) continue;
      ofArticle.beginAnnotation();
      for (const link of annotation.links) {
        const column = conditions.link(link) ? columnOf.get(link.categoryId) : undefined;
        if (column !== undefined) ofArticle.add(column, annotation);
      }
    }
    for (const [column, passages] of ofArticle.found()) {
      const value = valueIn(article, passages, question, body);
      addTo(row, column, value, passages.length);
      addTo(whole, column, value, passages.length);
    }
  }
  const order = (row: RowTally) => (question.rows === 'articles' ? (dates.get(row.key) ?? '~') : row.key);
  const sorted = [...rows.values()].toSorted(
    (a, b) => Number(a.key === 'none') - Number(b.key === 'none') || compare(order(a), order(b)),
  );
  return {
    columns: [...columns],
    rows: sorted.map((row) => finish(row, question, columns.length)),
    whole: finish(whole, question, columns.length),
  };
}

/** The annotations of one article by column; made once and begun anew for each, to leave little behind. */
class ArticleTally {
  readonly #passages: CountedAnnotation[][];
  readonly #lastSeen: Int32Array;
  readonly #all: number;
  #touched: number[] = [];
  #annotation = 0;

  constructor(columns: number) {
    this.#all = columns;
    this.#passages = Array.from({ length: columns + 1 }, () => []);
    this.#lastSeen = new Int32Array(columns + 1);
  }

  begin(): void {
    for (const column of this.#touched) this.#passages[column] = [];
    this.#touched = [];
  }

  beginAnnotation(): void {
    this.#annotation += 1;
  }

  add(column: number, annotation: CountedAnnotation): void {
    for (const each of [column, this.#all]) {
      if (this.#lastSeen[each] === this.#annotation) continue;
      this.#lastSeen[each] = this.#annotation;
      const passages = this.#passages[each];
      if (passages?.length === 0) this.#touched.push(each);
      passages?.push(annotation);
    }
  }

  found(): [column: number, passages: readonly CountedAnnotation[]][] {
    return this.#touched.map((column) => [column, this.#passages[column] ?? []]);
  }
}

function valueIn(
  { body }: CountedArticle,
  passages: readonly CountedAnnotation[],
  { measure, weighing }: MatrixQuestion,
  bodyCharacters: number,
): number {
  if (measure === 'articles') return 1;
  if (measure === 'passages') return passages.length;
  const spans: Span[] = passages.filter(({ placed }) => placed);
  if (measure === 'sentences') return body.sentencesUnder(spans);
  const characters = body.charactersUnder(spans);
  if (measure === 'characters' || weighing === 'pooled') return characters;
  return bodyCharacters === 0 ? 0 : characters / bodyCharacters;
}

function keyOf(rows: MatrixQuestion['rows'], article: CountedArticle): string {
  if (rows === 'articles') return article.id;
  const value = { provinces: article.province, outlets: article.outlet, months: monthOf(article) }[rows];
  return value ?? 'none';
}

function newRow(key: string, name: string | null): RowTally {
  return { key, name, articles: 0, complete: 0, body: 0, withBody: 0, cells: [] };
}

function addTo(row: RowTally, column: number, value: number, passages: number): void {
  const cell = (row.cells[column] ??= { value: 0, articles: 0, passages: 0 });
  cell.value += value;
  cell.articles += 1;
  cell.passages += passages;
}

function finish(row: RowTally, { measure, weighing }: MatrixQuestion, columns: number): MatrixRow {
  const base = measure !== 'share' ? 1 : weighing === 'pooled' ? row.body : row.withBody;
  const valueOf = ({ value }: Tally) => (base === 0 ? null : value / base);
  const cells: MatrixCell[] = [];
  for (let column = 0; column < columns; column++) {
    const cell = row.cells[column];
    if (cell !== undefined) cells.push([column, valueOf(cell), cell.articles, cell.passages]);
  }
  const all = row.cells[columns] ?? { value: 0, articles: 0, passages: 0 };
  return {
    key: row.key,
    name: row.name,
    articles: row.articles,
    complete: row.complete,
    cells,
    total: { value: valueOf(all), articles: all.articles, passages: all.passages },
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
