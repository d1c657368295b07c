import { Refusal } from '#domain/contract/answer.ts';
import type { Hit, HitOrder } from '#domain/contract/find.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { contextOf } from '#domain/find/context.ts';
import { findHits, type FoldedQuery, foldQuery, hitSpan, holds, type RawHit } from '#domain/find/find-hits.ts';
import { contextKey } from '#domain/find/context-key.ts';
import type { Folded } from '#domain/find/fold-for-find.ts';
import { parseQuery } from '#domain/find/parse-query.ts';
import type { Connection } from '../db/connection.ts';
import type { ReadContext } from './context.ts';
import { type FindableArticle, foldedCorpus, type FoldedCorpus, type SideText } from './folded-corpus.ts';
import { revisionText } from './revision-text.ts';

/** More hits than this are not sorted: it would keep the window waiting. */
const MOST_SORTED = 100_000;

/** An article of which the query holds. */
interface Match {
  article: FindableArticle;
  /** What was looked at; null stands for the article's own text. */
  sides: readonly (SideText | null)[];
  folded: readonly Folded[];
  /** Found when they are first asked for. */
  hits: readonly RawHit[] | null;
}

interface Place {
  match: Match;
  /** Which of the hits of the article. */
  index: number;
}

/** The answer to one question, as far as it has been worked out. */
interface Found {
  key: string;
  query: FoldedQuery;
  matches: Match[];
  sorted: Map<HitOrder, Place[]>;
}

const last = new WeakMap<FoldedCorpus, Found>();

export function findText({ db }: ReadContext, input: Input<'text.find'>): Output<'text.find'> {
  const found = find(foldedCorpus(db), input);
  const sorted = input.order === 'article' ? null : sortedPlaces(found, input.order);
  const places =
    sorted?.slice(input.offset, input.offset + input.limit) ?? placesFrom(found, input.offset, input.limit);
  const texts = new Map<string, string>();
  return {
    articles: found.matches.length,
    hits: places.map((place) => toHit(db, place, texts)),
    sorted: input.order === 'article' || sorted !== null,
  };
}

export function countText({ db }: ReadContext, input: Input<'text.count'>): Output<'text.count'> {
  const found = find(foldedCorpus(db), input);
  const provinces = new Map<string | null, { articles: number; hits: number }>();
  const months = new Map<string | null, { articles: number; hits: number }>();
  let all = 0;
  for (const match of found.matches) {
    const { length } = hitsOf(found, match);
    all += length;
    add(provinces, match.article.province, length);
    add(months, match.article.month, length);
  }
  return {
    articles: found.matches.length,
    hits: all,
    provinces: [...provinces]
      .map(([province, count]) => ({ province, ...count }))
      .toSorted((a, b) => b.hits - a.hits || compare(a.province ?? '\uffff', b.province ?? '\uffff')),
    months: [...months]
      .map(([month, count]) => ({ month, ...count }))
      .toSorted((a, b) => compare(a.month ?? '\uffff', b.month ?? '\uffff')),
  };
}

function add(counts: Map<string | null, { articles: number; hits: number }>, key: string | null, hits: number): void {
  const count = counts.get(key);
  if (count === undefined) counts.set(key, { articles: 1, hits });
  else {
    count.articles += 1;
    count.hits += hits;
  }
}

function find(corpus: FoldedCorpus, { query: typed, places, filter }: Input<'text.count'>): Found {
  const key = JSON.stringify([corpus.state, typed, places.toSorted(), filter]);
  const kept = last.get(corpus);
  if (kept?.key === key) return kept;
  const parsed = parseQuery(typed);
  if (!parsed.ok) {
    throw new Refusal(
      'invalid',
      'query-malformed',
      `The query cannot be read: ${parsed.problem} at ${parsed.at}. Look at its operators, brackets and quotation marks.`,
      { problem: parsed.problem, at: parsed.at },
    );
  }
  const query = foldQuery(parsed.query);
  const { coderIds } = filter;
  const isMeant = ({ coderId }: SideText) => coderId === null || (coderIds?.includes(coderId) ?? true);
  const matches: Match[] = [];
  for (const article of corpus.admitted(filter)) {
    const sides: (SideText | null)[] = places.includes('text') ? [null] : [];
    for (const place of ['notes', 'metadata'] as const)
      if (places.includes(place)) sides.push(...(corpus.sideTexts(place).get(article.id) ?? []).filter(isMeant));
    const folded = sides.map((side) => (side ?? article).folded);
    if (holds(query, folded)) matches.push({ article, sides, folded, hits: null });
  }
  const found: Found = { key, query, matches, sorted: new Map() };
  last.set(corpus, found);
  return found;
}

function hitsOf({ query }: Found, match: Match): readonly RawHit[] {
  match.hits ??= findHits(query, match.folded) ?? [];
  return match.hits;
}

/** By article: only those up to the last that is asked for are looked for. */
function placesFrom(found: Found, offset: number, limit: number): Place[] {
  const places: Place[] = [];
  let passed = 0;
  for (const match of found.matches) {
    const { length } = hitsOf(found, match);
    for (let index = Math.max(0, offset - passed); index < length; index++) {
      if (places.length === limit) return places;
      places.push({ match, index });
    }
    passed += length;
  }
  return places;
}

/** All of them by their context; null where there are too many. */
function sortedPlaces(found: Found, order: 'left' | 'right'): readonly Place[] | null {
  const kept = found.sorted.get(order);
  if (kept !== undefined) return kept;
  const keyed: { key: string; place: Place }[] = [];
  for (const match of found.matches) {
    const hits = hitsOf(found, match);
    if (keyed.length + hits.length > MOST_SORTED) return null;
    hits.forEach((hit, index) => keyed.push({ key: contextKey(match.folded, hit, order), place: { match, index } }));
  }
  const places = keyed.toSorted((a, b) => compare(a.key, b.key)).map(({ place }) => place);
  found.sorted.set(order, places);
  return places;
}

function toHit(db: Connection, { match, index }: Place, texts: Map<string, string>): Hit {
  const { article, sides, folded } = match;
  const hits = match.hits ?? [];
  const raw = hits[index] as RawHit;
  const side = sides[raw.text] ?? null;
  const text = side?.text ?? textOf(db, article.revisionId, texts);
  const span = hitSpan(folded, raw);
  return {
    articleId: article.id,
    revisionId: article.revisionId,
    place: side?.place ?? 'text',
    annotationId: side?.annotationId ?? null,
    field: side?.field ?? null,
    ...span,
    exact: text.slice(span.start, span.end),
    ...contextOf(text, span),
    overlaps: hits.slice(0, index).some((before) => before.text === raw.text && before.to > raw.from),
  };
}

function textOf(db: Connection, revisionId: string, texts: Map<string, string>): string {
  let text = texts.get(revisionId);
  if (text === undefined) {
    text = revisionText(db, revisionId);
    texts.set(revisionId, text);
  }
  return text;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
