import type { MatrixRowKind } from '../contract/matrix.ts';
import type { Sequence } from '../contract/picture.ts';

export interface FirstMention {
  /** From 0. */
  column: number;
  /** Where it is first annotated: the part of the text before it, 0 to 1; of several articles the mean. */
  place: number;
  /** Articles of the row that have it. */
  articles: number;
}

export interface MentionRow {
  /** As in the matrix: the province, the outlet, the article's id or the month; `none` where it is unknown. */
  key: string;
  /** Of an article. */
  name: string | null;
  articles: number;
  /** In order; of equal places the earlier column first. */
  mentions: FirstMention[];
}

type Rows = Exclude<MatrixRowKind, 'voices'>;

/**
 * The columns in the order in which they are first annotated. Of a row of several articles, the order is that of the means
 * of their places, each a part of the length of its text, over the articles that have the column. Rows come in the order of
 * their keys, articles as given; what is unknown comes last.
 */
export function firstMentions(articles: readonly Sequence[], rows: Rows): MentionRow[] {
  const groups = new Map<string, Sequence[]>();
  for (const article of articles) {
    const key = keyOf(article, rows);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [article]);
    else group.push(article);
  }
  const found = [...groups].map(([key, group]) =>
    rowOf(key, rows === 'articles' ? (group[0]?.name ?? '') : null, group),
  );
  if (rows === 'articles') return found;
  return found.toSorted(
    (a, b) => Number(a.key === 'none') - Number(b.key === 'none') || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  );
}

function rowOf(key: string, name: string | null, group: readonly Sequence[]): MentionRow {
  const places = new Map<number, number[]>();
  for (const { passages, length } of group) {
    const seen = new Set<number>();
    for (let at = 0; at < passages.length; at += 3) {
      const column = passages[at + 2] ?? 0;
      if (seen.has(column)) continue;
      seen.add(column);
      const place = (passages[at] ?? 0) / Math.max(1, length);
      const before = places.get(column);
      if (before === undefined) places.set(column, [place]);
      else before.push(place);
    }
  }
  const mentions = [...places].map(([column, each]) => ({
    column,
    place: each.reduce((sum, place) => sum + place, 0) / each.length,
    articles: each.length,
  }));
  return {
    key,
    name,
    articles: group.length,
    mentions: mentions.toSorted((a, b) => a.place - b.place || a.column - b.column),
  };
}

function keyOf({ articleId, province, outlet, publishedOn }: Sequence, rows: Rows): string {
  switch (rows) {
    case 'articles':
      return articleId;
    case 'provinces':
      return province ?? 'none';
    case 'outlets':
      return outlet ?? 'none';
    case 'months':
      return publishedOn?.slice(0, 7) ?? 'none';
  }
}
