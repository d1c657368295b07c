import type { MatrixQuestion } from '../contract/matrix.ts';
import { voiceKind } from '../contract/values.ts';
import { type ArticleCells, CELL, cellReader } from './article-cells.ts';
import { conditionsOf, type CountedArticle, type CountedReuse, monthOf } from './counted-article.ts';
import { type CountedMatrix, RowLists } from './row-lists.ts';

export interface Counted {
  /** All that count, in the order of the corpus. */
  articles: Iterable<CountedArticle>;
  columns: readonly string[];
  /** Index of the column that a category belongs to: itself or what it stands below. */
  columnOf: ReadonlyMap<string, number>;
  isComplete: (article: CountedArticle) => boolean;
  /** Whether the corpus counts it in another article that has the same text; none where it is not given. */
  isReprint?: (article: CountedArticle) => boolean;
  /** What it shares with the references; null where it was not compared yet. Asked for `verbatim` and `taken` alone. */
  reuseOf?: (article: CountedArticle) => CountedReuse | null;
}

/** The rows of `voices`, in their order. */
const voices: readonly string[] = [...voiceKind.options, 'none'];

/**
 * Counts articles by categories. An annotation counts once for a column however many of its links fall into it, and once
 * for the total of a row. `articles`: articles with such an annotation; `passages`: annotations; `sentences`: sentences of
 * body text that at least one touches; `characters`: code points of body text under at least one; `share`: those divided by
 * all body text of the row (`pooled`), or the mean of each article's own share (`equal`; articles without body text aside);
 * `verbatim`: of the code points of body text under at least one, the part that a reference has word for word, of the row
 * as one or as the mean of the articles that have any (`equal`), articles that were not compared aside.
 * Rows come in the order of their keys, articles by date, voices in their own; what is unknown comes last.
 */
export function countMatrix(question: MatrixQuestion, counted: Counted): CountedMatrix {
  const { columns, columnOf, isComplete } = counted;
  const conditions = conditionsOf(question.filter);
  const rows = new Map<string, RowTally>();
  const lists = new RowLists();
  const whole = new RowTally(columns.length, question);
  const lanes =
    question.rows === 'voices'
      ? voices.filter((each) => (question.filter.voices as readonly string[] | undefined)?.includes(each) ?? true)
      : null;
  const cellsOf = cellReader(question, { columns, columnOf }, conditions, null);
  const cellsByVoice = lanes === null ? null : cellReader(question, { columns, columnOf }, conditions, lanes);
  let reprints = 0;
  let waiting = 0;
  for (const article of counted.articles) {
    if (!conditions.article(article)) continue;
    if (counted.isReprint?.(article) === true) {
      reprints += 1;
      continue;
    }
    const read: ReadArticle = {
      complete: isComplete(article),
      body: question.measure === 'share' ? article.body.characters() : 0,
      reuse: question.measure === 'verbatim' ? (counted.reuseOf?.(article) ?? null) : null,
    };
    if (question.measure === 'verbatim' && read.reuse === null) waiting += 1;
    const [cells = []] = cellsOf(article, read.reuse);
    whole.add(cells, read);
    if (lanes !== null) {
      const byVoice = cellsByVoice?.(article, read.reuse) ?? [];
      for (const [index, voice] of lanes.entries()) tallyOf(voice).add(byVoice[index] ?? [], read);
    } else if (question.rows === 'articles') listArticle(lists, article, cells, columns.length, question, read);
    else tallyOf(keyOf(question.rows, article)).add(cells, read);
  }
  for (const [key, row] of rows) row.list(lists, key, null, lanes === null ? key : String(voices.indexOf(key)));
  whole.list(lists, '', null, '');
  return lists.finish({ columns: [...columns], reprints, waiting });

  function tallyOf(key: string): RowTally {
    let row = rows.get(key);
    if (row === undefined) rows.set(key, (row = new RowTally(columns.length, question)));
    return row;
  }
}

interface ReadArticle {
  complete: boolean;
  /** Code points of body text; only for shares. */
  body: number;
  reuse: CountedReuse | null;
}

/** The sums of a row, one of each for every column and one more for all of them. */
class RowTally {
  #articles = 0;
  #complete = 0;
  /** Code points of body text, and articles that have any; both only for shares. */
  #body = 0;
  #withBody = 0;
  readonly #question: MatrixQuestion;
  readonly #values: Float64Array;
  /** What the values are divided by, where each column has a base of its own. */
  readonly #bases: Float64Array;
  readonly #mentions: Uint32Array;
  readonly #passages: Uint32Array;

  constructor(columns: number, question: MatrixQuestion) {
    this.#question = question;
    this.#values = new Float64Array(columns + 1);
    this.#bases = new Float64Array(columns + 1);
    this.#mentions = new Uint32Array(columns + 1);
    this.#passages = new Uint32Array(columns + 1);
  }

  /** Adds an article. */
  add(cells: ArticleCells, read: ReadArticle): void {
    this.#articles += 1;
    if (read.complete) this.#complete += 1;
    this.#body += read.body;
    if (read.body > 0) this.#withBody += 1;
    for (let at = 0; at < cells.length; at += CELL) {
      const column = cells[at] ?? 0;
      this.#values[column] = (this.#values[column] ?? 0) + valueOf(cells, at, this.#question, read);
      this.#bases[column] = (this.#bases[column] ?? 0) + baseOf(cells, at, this.#question);
      this.#mentions[column] = (this.#mentions[column] ?? 0) + 1;
      this.#passages[column] = (this.#passages[column] ?? 0) + (cells[at + 1] ?? 0);
    }
  }

  /** Puts the row, which is sorted by `order`, at the end of the lists. */
  list(lists: RowLists, key: string, name: string | null, order: string): void {
    const all = this.#values.length - 1;
    for (let column = 0; column < all; column++) {
      const mentions = this.#mentions[column] ?? 0;
      if (mentions > 0) lists.cell(column, this.#valueIn(column), mentions, this.#passages[column] ?? 0);
    }
    lists.cell(all, this.#valueIn(all), this.#mentions[all] ?? 0, this.#passages[all] ?? 0);
    lists.end({ key, name, order, articles: this.#articles, complete: this.#complete });
  }

  #valueIn(column: number): number | null {
    const [value = 0, base = 0] = [this.#values[column], this.#bases[column]];
    return quotient(value, base, this.#body, this.#withBody, this.#question);
  }
}

/** The row of one article; there are thousands of them, and each is of what stands in its cells. */
function listArticle(
  lists: RowLists,
  { id, name, publishedOn }: CountedArticle,
  cells: ArticleCells,
  all: number,
  question: MatrixQuestion,
  read: ReadArticle,
): void {
  const withBody = read.body > 0 ? 1 : 0;
  for (let at = 0; at < cells.length; at += CELL) {
    const value = valueOf(cells, at, question, read);
    const base = baseOf(cells, at, question);
    lists.cell(cells[at] ?? 0, quotient(value, base, read.body, withBody, question), 1, cells[at + 1] ?? 0);
  }
  if (cells.length === 0) lists.cell(all, quotient(0, 0, read.body, withBody, question), 0, 0);
  lists.end({ key: id, name, order: publishedOn ?? '~', articles: 1, complete: Number(read.complete) });
}

/** The value of a cell: of a share, what it is of its base; null where that is nothing. */
function quotient(
  value: number,
  base: number,
  body: number,
  withBody: number,
  { measure, weighing }: MatrixQuestion,
): number | null {
  if (measure !== 'share' && measure !== 'verbatim') return value;
  const whole = measure === 'verbatim' ? base : weighing === 'pooled' ? body : withBody;
  return whole === 0 ? null : value / whole;
}

/** What the passages of a column come to in one article. */
function valueOf(
  cells: ArticleCells,
  at: number,
  { measure, weighing }: MatrixQuestion,
  { body }: Pick<ReadArticle, 'body'>,
): number {
  if (measure === 'articles') return 1;
  if (measure === 'passages') return cells[at + 1] ?? 0;
  const under = cells[at + 2] ?? 0;
  if (measure === 'verbatim') {
    const common = cells[at + 3] ?? 0;
    return weighing === 'pooled' || under === 0 ? common : common / under;
  }
  if (measure !== 'share' || weighing === 'pooled') return under;
  return body === 0 ? 0 : under / body;
}

/** What the value of a column is divided by, where each has a base of its own. */
function baseOf(cells: ArticleCells, at: number, { measure, weighing }: MatrixQuestion): number {
  if (measure !== 'verbatim') return 0;
  const under = cells[at + 2] ?? 0;
  return weighing === 'pooled' ? under : Math.min(under, 1);
}

/** The row of an article; of voices, it has as many as there are. */
export function keyOf(rows: MatrixQuestion['rows'], article: CountedArticle): string {
  switch (rows) {
    case 'articles':
      return article.id;
    case 'provinces':
      return article.province ?? 'none';
    case 'outlets':
      return article.outlet ?? 'none';
    case 'months':
      return monthOf(article) ?? 'none';
    case 'voices':
      return '';
  }
}
