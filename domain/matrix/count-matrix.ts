import type { MatrixQuestion } from '../contract/matrix.ts';
import { voiceKind } from '../contract/values.ts';
import {
  conditionsOf,
  type CountedAnnotation,
  type CountedArticle,
  type CountedLink,
  type CountedReuse,
  monthOf,
} from './counted-article.ts';
import { ColumnSums, type Lines } from './column-sums.ts';
import { characterExtents, sentenceExtents, verbatimExtents } from './passage-extents.ts';
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
  const found = new ColumnSums(columns.length);
  // Thousands of rows of one article each are finished one by one, in the same tally.
  const single = question.rows === 'articles' ? new RowTally(columns.length, question) : null;
  const lanes =
    question.rows === 'voices'
      ? voices.filter((each) => (question.filter.voices as readonly string[] | undefined)?.includes(each) ?? true)
      : null;
  const columnsOf = columnFinder(conditions, columnOf);
  let reprints = 0;
  let waiting = 0;
  const count = (article: CountedArticle, tallies: readonly RowTally[], voice: string | null, read: ReadArticle) => {
    for (const tally of tallies) tally.begin(read.complete, read.body);
    found.clear();
    let lines: Lines | null = null;
    for (const [index, annotation] of article.annotations.entries()) {
      if (voice !== null && (annotation.voice ?? 'none') !== voice) continue;
      if (!conditions.annotation(annotation)) continue;
      lines ??= linesOf(article, question, read);
      found.add(columnsOf(annotation), index, lines);
    }
    for (const column of found.touched) {
      const { value, base } = valueIn(found, column, question, read);
      for (const tally of tallies) tally.add(column, value, found.count(column), base);
    }
  };
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
    if (lanes !== null) {
      count(article, [whole], null, read);
      for (const voice of lanes) count(article, [tallyOf(voice)], voice, read);
      continue;
    }
    const key = keyOf(question.rows, article);
    if (single === null) {
      count(article, [tallyOf(key), whole], null, read);
      continue;
    }
    count(article, [single, whole], null, read);
    single.list(lists, key, article.name, article.publishedOn ?? '~');
    single.clear();
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

/**
 * Gives the columns of an annotation, each once, as far as a link that meets the conditions falls into them. What was found
 * is kept for all annotations that share their links.
 */
export function columnFinder(
  conditions: Pick<ReturnType<typeof conditionsOf>, 'link'>,
  columnOf: ReadonlyMap<string, number>,
): (annotation: Pick<CountedAnnotation, 'links'>) => readonly number[] {
  const known = new Map<readonly CountedLink[], readonly number[]>();
  return ({ links }) => {
    const found = known.get(links);
    if (found !== undefined) return found;
    const columns = new Set<number>();
    for (const link of links) {
      const column = conditions.link(link) ? columnOf.get(link.categoryId) : undefined;
      if (column !== undefined) columns.add(column);
    }
    const sorted = [...columns].toSorted((a, b) => a - b);
    known.set(links, sorted);
    return sorted;
  };
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

  begin(complete: boolean, body: number): void {
    this.#articles += 1;
    if (complete) this.#complete += 1;
    this.#body += body;
    if (body > 0) this.#withBody += 1;
  }

  add(column: number, value: number, passages: number, base: number): void {
    this.#values[column] = (this.#values[column] ?? 0) + value;
    this.#bases[column] = (this.#bases[column] ?? 0) + base;
    this.#mentions[column] = (this.#mentions[column] ?? 0) + 1;
    this.#passages[column] = (this.#passages[column] ?? 0) + passages;
  }

  clear(): void {
    this.#articles = this.#complete = this.#body = this.#withBody = 0;
    this.#values.fill(0);
    this.#bases.fill(0);
    this.#mentions.fill(0);
    this.#passages.fill(0);
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
    const { measure, weighing } = this.#question;
    const value = this.#values[column] ?? 0;
    if (measure !== 'share' && measure !== 'verbatim') return value;
    const base =
      measure === 'verbatim' ? (this.#bases[column] ?? 0) : weighing === 'pooled' ? this.#body : this.#withBody;
    return base === 0 ? null : value / base;
  }
}

function linesOf(article: CountedArticle, { measure }: MatrixQuestion, { reuse }: ReadArticle): Lines {
  if (measure === 'articles' || measure === 'passages') return { extents: null, verbatim: null };
  if (measure === 'sentences') return { extents: sentenceExtents(article), verbatim: null };
  if (measure !== 'verbatim') return { extents: characterExtents(article), verbatim: null };
  if (reuse === null) return { extents: null, verbatim: null };
  return { extents: characterExtents(article), verbatim: verbatimExtents(article, reuse) };
}

/** What the passages of a column come to in one article. */
function valueIn(
  found: ColumnSums,
  column: number,
  { measure, weighing }: MatrixQuestion,
  { body }: ReadArticle,
): { value: number; base: number } {
  const plain = (value: number) => ({ value, base: 0 });
  if (measure === 'articles') return plain(1);
  if (measure === 'passages') return plain(found.count(column));
  const under = found.under(column);
  if (measure === 'verbatim') {
    if (under === 0) return plain(0);
    const common = found.verbatim(column);
    return weighing === 'pooled' ? { value: common, base: under } : { value: common / under, base: 1 };
  }
  if (measure !== 'share' || weighing === 'pooled') return plain(under);
  return plain(body === 0 ? 0 : under / body);
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
