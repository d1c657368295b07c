import { type FoldedText, foldText, spanOf } from '../reuse/folded-text.ts';
import type { Span } from '../text/span.ts';

/** A phrase as it stands in a text. */
export interface FormulaPlace {
  /** Index of the phrase in the list that was searched for. */
  phrase: number;
  /** UTF-16 offsets of the text, of the first exact place, or of the closest varied one. */
  span: Span;
  /** Folded characters inserted, dropped or replaced; 0 is exact. */
  distance: number;
  /** Exact places, overlapping ones too. */
  exact: number;
}

/** Phrases made ready to be looked for in many texts. */
export interface FormulaIndex {
  phrases: readonly Int32Array[];
  /** How far a varied place may be from each phrase. */
  tolerances: readonly number[];
  /** Pieces of phrases by their first two codes. */
  pieces: ReadonlyMap<number, readonly Piece[]>;
}

interface Piece {
  phrase: number;
  /** Where in the phrase it begins, and how long it is, in folded codes. */
  at: number;
  length: number;
}

// A formula does not run on over the end of a sentence.
const SENTENCE_END = /[\n。！？；!?;]/u;

/**
 * How many characters of a phrase may be inserted, dropped or replaced for it to count as varied: one in five, and none
 * below five. `length` in folded characters.
 */
export function toleranceOf(length: number): number {
  return length < 5 ? 0 : Math.min(Math.floor(length / 5), Math.floor(length / 2) - 1);
}

/** Phrases of at least two folded characters; a shorter one is never found. */
export function indexFormulas(phrases: readonly string[]): FormulaIndex {
  const folded = phrases.map((phrase) => foldText(phrase).codes);
  const tolerances = folded.map(({ length }) => toleranceOf(length));
  const pieces = new Map<number, Piece[]>();
  folded.forEach((codes, phrase) => {
    if (codes.length < 2) return;
    // One piece more than there can be differences: one of them stands unchanged in every varied place.
    const count = (tolerances[phrase] ?? 0) + 1;
    for (let part = 0; part < count; part++) {
      const at = Math.floor((part * codes.length) / count);
      const length = Math.floor(((part + 1) * codes.length) / count) - at;
      const key = keyAt(codes, at);
      const known = pieces.get(key);
      if (known === undefined) pieces.set(key, [{ phrase, at, length }]);
      else known.push({ phrase, at, length });
    }
  });
  return { phrases: folded, tolerances, pieces };
}

/**
 * Where each phrase stands in a text, whatever the script, the width and the marks between its characters: exactly, or
 * else in the closest wording within its tolerance (edit distance over folded characters, Levenshtein 1966; the filter by
 * pieces that stay unchanged after Wu and Manber 1992). Never over the end of a sentence. One entry a phrase, in their order.
 */
export function findFormulas(index: FormulaIndex, text: string): FormulaPlace[] {
  const folded = foldText(text);
  const edges = edgesOf(text, folded);
  const { codes } = folded;
  const found = new Map<number, FormulaPlace>();
  const searched = new Map<number, number>();
  let edge = 0;
  for (let at = 0; at + 1 < codes.length; at++) {
    while ((edges[edge + 1] ?? codes.length) <= at) edge++;
    const from = edges[edge] ?? 0;
    const to = edges[edge + 1] ?? codes.length;
    for (const piece of index.pieces.get(keyAt(codes, at)) ?? []) {
      const phrase = index.phrases[piece.phrase] as Int32Array;
      if (at + piece.length > to || !same(codes, at, phrase, piece.at, piece.length)) continue;
      const start = at - piece.at;
      const known = found.get(piece.phrase);
      if (start >= from && start + phrase.length <= to && same(codes, start, phrase, 0, phrase.length)) {
        // The pieces of one place all lead to it: it counts with its first.
        if (piece.at === 0) {
          if (known?.distance === 0) known.exact += 1;
          else
            found.set(piece.phrase, {
              phrase: piece.phrase,
              span: spanOf(folded, start, start + phrase.length),
              distance: 0,
              exact: 1,
            });
        }
        continue;
      }
      const tolerance = index.tolerances[piece.phrase] ?? 0;
      if (tolerance === 0 || known?.distance === 0 || searched.get(piece.phrase) === start) continue;
      searched.set(piece.phrase, start);
      const low = Math.max(from, start - tolerance);
      const high = Math.min(to, start + phrase.length + tolerance);
      const closest = closestIn(codes, low, high, phrase);
      if (closest.distance > tolerance || closest.distance >= (known?.distance ?? Infinity)) continue;
      found.set(piece.phrase, {
        phrase: piece.phrase,
        span: spanOf(folded, closest.from, closest.to),
        distance: closest.distance,
        exact: 0,
      });
    }
  }
  return [...found.values()].toSorted((one, other) => one.phrase - other.phrase);
}

/** Where sentences begin, in folded codes. */
function edgesOf(text: string, { codes, starts, ends }: FoldedText): number[] {
  const edges = [0];
  for (let at = 1; at < codes.length; at++) {
    const before = ends[at - 1] ?? 0;
    const next = starts[at] ?? 0;
    if (next > before && SENTENCE_END.test(text.slice(before, next))) edges.push(at);
  }
  return edges;
}

function keyAt(codes: Int32Array, at: number): number {
  return (codes[at] ?? 0) * 0x200000 + (codes[at + 1] ?? 0);
}

function same(codes: Int32Array, at: number, other: Int32Array, from: number, length: number): boolean {
  for (let each = 0; each < length; each++) if (codes[at + each] !== other[from + each]) return false;
  return true;
}

/** The stretch of `codes` between `low` and `high` that is closest to a phrase; the first of several, and of these the longest. */
function closestIn(codes: Int32Array, low: number, high: number, phrase: Int32Array) {
  // A row of the table of Sellers 1980 by columns of the text, each cell with where its stretch begins.
  let costs = Array.from({ length: phrase.length + 1 }, (_, row) => row);
  let begins = costs.map(() => low);
  let best = { distance: phrase.length, from: low, to: low };
  for (let at = low; at < high; at++) {
    const nextCosts = [0];
    const nextBegins = [at + 1];
    for (let row = 1; row <= phrase.length; row++) {
      const replaced = (costs[row - 1] ?? 0) + (codes[at] === phrase[row - 1] ? 0 : 1);
      const inserted = (costs[row] ?? 0) + 1;
      const dropped = (nextCosts[row - 1] ?? 0) + 1;
      const cost = Math.min(replaced, inserted, dropped);
      nextCosts.push(cost);
      nextBegins.push(
        (cost === replaced ? begins[row - 1] : cost === inserted ? begins[row] : nextBegins[row - 1]) ?? low,
      );
    }
    costs = nextCosts;
    begins = nextBegins;
    const distance = costs[phrase.length] ?? 0;
    const from = begins[phrase.length] ?? low;
    if (distance < best.distance && at + 1 > from) best = { distance, from, to: at + 1 };
  }
  return best;
}
