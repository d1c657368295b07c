import type { Span } from '../text/span.ts';
import { charactersBetween, type Folded, foldForFind, occurrencesOf, occurs, spanOf } from './fold-for-find.ts';
import type { Query } from './parse-query.ts';

/** A query whose strings are folded, to be put to many texts. */
export type FoldedQuery =
  | { kind: 'string'; text: string }
  | { kind: 'near'; within: number; left: FoldedQuery; right: FoldedQuery }
  | { kind: 'and' | 'or'; left: FoldedQuery; right: FoldedQuery }
  | { kind: 'not'; of: FoldedQuery };

export function foldQuery(query: Query): FoldedQuery {
  switch (query.kind) {
    case 'string':
      return { kind: 'string', text: foldForFind(query.text).text };
    case 'not':
      return { kind: 'not', of: foldQuery(query.of) };
    case 'and':
    case 'or':
    case 'near':
      return { ...query, left: foldQuery(query.left), right: foldQuery(query.right) };
  }
}

/** A hit in one of several texts, in indices of its folding: for the functions of this folder only. */
export interface RawHit {
  /** Which of the texts. */
  text: number;
  from: number;
  to: number;
}

/**
 * The hits of a query in the texts of one article, by text and place; null where it does not hold. `and` and `not` are asked
 * of all texts together, `near` of each. A hit of `near` is the stretch from one side to the nearest other.
 */
export function findHits(query: FoldedQuery, texts: readonly Folded[]): RawHit[] | null {
  // One string, by far the most frequent query, has its hits in order already.
  if (query.kind === 'string') return stringHits(query.text, texts);
  const found = evaluate(query, texts);
  if (found === null) return null;
  const sorted = found.toSorted((a, b) => a.text - b.text || a.from - b.from || b.to - a.to);
  return sorted.filter((hit, index) => {
    const before = sorted[index - 1];
    return before === undefined || before.text !== hit.text || before.from !== hit.from || before.to !== hit.to;
  });
}

/** Whether a query holds of the texts of one article: as `findHits`, without looking for every place. */
export function holds(query: FoldedQuery, texts: readonly Folded[]): boolean {
  switch (query.kind) {
    case 'string':
      return texts.some((text) => occurs(text, query.text));
    case 'not':
      return !holds(query.of, texts);
    case 'or':
      return holds(query.left, texts) || holds(query.right, texts);
    case 'and':
      return holds(query.left, texts) && holds(query.right, texts);
    case 'near':
      return holds(query.left, texts) && holds(query.right, texts) && evaluate(query, texts) !== null;
  }
}

function stringHits(sought: string, texts: readonly Folded[]): RawHit[] | null {
  let hits: RawHit[] | null = null;
  for (let text = 0; text < texts.length; text++) {
    for (const from of occurrencesOf(texts[text] as Folded, sought))
      (hits ??= []).push({ text, from, to: from + sought.length });
  }
  return hits;
}

function evaluate(query: FoldedQuery, texts: readonly Folded[]): RawHit[] | null {
  switch (query.kind) {
    case 'string':
      return stringHits(query.text, texts);
    case 'not':
      return evaluate(query.of, texts) === null ? [] : null;
    case 'or': {
      const left = evaluate(query.left, texts);
      const right = evaluate(query.right, texts);
      return left === null ? right : right === null ? left : [...left, ...right];
    }
    case 'and': {
      const left = evaluate(query.left, texts);
      const right = left === null ? null : evaluate(query.right, texts);
      return left === null || right === null ? null : [...left, ...right];
    }
    case 'near': {
      const left = evaluate(query.left, texts);
      const right = left === null ? null : evaluate(query.right, texts);
      return left === null || right === null ? null : nearHits(left, right, query.within, texts);
    }
  }
}

/** For each on the left, with the nearest on the right that lies beside it; those that overlap are not beside one another. */
function nearHits(
  left: readonly RawHit[],
  right: readonly RawHit[],
  within: number,
  texts: readonly Folded[],
): RawHit[] | null {
  const hits: RawHit[] = [];
  for (let text = 0; text < texts.length; text++) {
    const folded = texts[text] as Folded;
    const own = right.filter((hit) => hit.text === text);
    const byFrom = own.toSorted((a, b) => a.from - b.from);
    const byTo = own.toSorted((a, b) => a.to - b.to);
    for (const one of left) {
      if (one.text !== text) continue;
      const after = byFrom[firstIndex(byFrom, ({ from }) => from >= one.to)];
      const before = byTo[firstIndex(byTo, ({ to }) => to > one.from) - 1];
      const onRight = after === undefined ? null : charactersWithin(folded, one.to, after.from, within);
      const onLeft = before === undefined ? null : charactersWithin(folded, before.to, one.from, within);
      if (after !== undefined && onRight !== null && (onLeft === null || onRight <= onLeft))
        hits.push({ text, from: one.from, to: after.to });
      else if (before !== undefined && onLeft !== null) hits.push({ text, from: before.from, to: one.to });
    }
  }
  return hits.length === 0 ? null : hits;
}

/** The first index of an array for which something holds that holds for all after it; its length where it holds for none. */
function firstIndex(sorted: readonly RawHit[], holds: (hit: RawHit) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] as RawHit)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Units of the longest folding of one character, that of U+FDFA. */
const LONGEST = 18;

/** The characters between two edges, or null where they are more than `within`. */
function charactersWithin(folded: Folded, from: number, to: number, within: number): number | null {
  if (to - from > within * LONGEST) return null;
  const count = charactersBetween(folded, from, to);
  return count <= within ? count : null;
}

export function hitSpan(texts: readonly Folded[], { text, from, to }: RawHit): Span {
  return spanOf(texts[text] as Folded, from, to);
}
