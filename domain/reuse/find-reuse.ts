import type { Span } from '../text/span.ts';
import { alignStretch, type Piece } from './align-stretch.ts';
import { chainMatches } from './chain-matches.ts';
import { type GramWeights, leastWeights, meanWeight } from './commonness.ts';
import { type FoldedText, foldText, spanOf } from './folded-text.ts';
import type { ReferenceIndex } from './reference-index.ts';
import { SEED } from './reference-index.ts';
import { type Match, maximalMatches } from './shared-runs.ts';

/** Folded characters that both have; UTF-16 offsets of each text. */
export interface ReusePiece {
  article: Span;
  reference: Span;
  length: number;
}

/** A passage of an article that stands in a reference too, as it is or with changes. Spans in UTF-16 offsets. */
export interface ReuseRun {
  article: Span;
  reference: Span;
  referenceId: string;
  /** `exact`: one piece, letter for letter after folding. */
  kind: 'exact' | 'near';
  /** In the order of both texts, disjoint; never empty. */
  pieces: readonly ReusePiece[];
  /** Folded characters that both have. */
  length: number;
  /** The same with what is common weighed down. */
  weight: number;
  /** Share of the folded characters of the passage that both have, above 0 to 1. */
  share: number;
  /** The units of the reference that the pieces lie in, with the folded characters in each, most first. */
  units: readonly { id: string; categoryId: string | null; length: number }[];
  /** What the article has between pieces, and what the reference has there; without white space and signs at the ends. */
  inserted: readonly Span[];
  omitted: readonly Span[];
  /** The other references that have at least four fifths of it too. */
  alsoIn: readonly string[];
}

export interface ReuseOptions {
  /** Folded characters that a run has at least, weighed and not; 8 when left out, never below 4. */
  least?: number;
  /** How common phrases are in the corpus, beside what each reference says of itself. */
  commonness?: GramWeights;
}

/** Stands beside what is stored, so that another method finds it out of date. */
export const REUSE_METHOD = 'reuse-1';

const LEAST = 8;
const FEWEST_SHARED = 0.5;
/** The share of the shortest run that a chain has before what stands beside it is aligned. */
const FEWEST_CHAINED = 0.6;
const REACH_OWN = 16;
const REACH_OTHER = 24;
/** A run inside a better one is left out when that weighs so many times as much. */
const OUTWEIGHED = 1.5;
const COVERED = 0.8;

/**
 * The runs that an article shares with references, sorted by place in the article, then the heavier first: exact after
 * folding script, width, case, punctuation and white space, and near, with characters inserted, left out or replaced and
 * fragments in the same order put together. Matches of four characters are chained, then what is between and beside
 * them is aligned. A shorter run inside one that weighs half as much again is left out.
 * Throws RangeError for a `least` below 4.
 */
export function findReuse(
  article: string,
  references: readonly ReferenceIndex[],
  { least = LEAST, commonness }: ReuseOptions = {},
): ReuseRun[] {
  if (!(least >= SEED)) throw new RangeError(`a run has at least ${SEED} characters`);
  const folded = foldText(article);
  const runs = references.flatMap((reference) => {
    const weights = commonness === undefined ? reference.weights : leastWeights(reference.weights, commonness);
    return withoutOutweighed(runsIn(article, folded, reference, weights, least));
  });
  return runs
    .map((run): ReuseRun => ({ ...run, alsoIn: othersWith(run, runs) }))
    .toSorted((one, two) => one.article.start - two.article.start || two.weight - one.weight);
}

type Run = Omit<ReuseRun, 'alsoIn'>;

function runsIn(
  article: string,
  own: FoldedText,
  reference: ReferenceIndex,
  weights: GramWeights,
  least: number,
): Run[] {
  const other = reference.grams.folded;
  const weigh = ({ a, length }: Match) => length * meanWeight(weights, own, a, a + length);
  const mayJoin = (before: Match, after: Match) =>
    !article.slice(own.ends[before.a + before.length - 1], own.starts[after.a]).includes('\n');
  const runs: Run[] = [];
  for (const chain of chainMatches(maximalMatches(own, reference.grams, SEED), weigh, mayJoin)) {
    if (chain.reduce((sum, match) => sum + weigh(match), 0) < FEWEST_CHAINED * least) continue;
    const pieces = joined(extended(article, own, other, chain));
    const [first, last] = [pieces[0], pieces.at(-1)];
    if (first === undefined || last === undefined) continue;
    const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
    const weight = pieces.reduce((sum, piece) => sum + weigh(piece), 0);
    const share = length / (last.a + last.length - first.a);
    if (length < least || weight < least / 2 || share < FEWEST_SHARED) continue;
    runs.push({
      article: spanOf(own, first.a, last.a + last.length),
      reference: spanOf(other, first.b, last.b + last.length),
      referenceId: reference.id,
      kind: pieces.length === 1 ? 'exact' : 'near',
      pieces: pieces.map(({ a, b, length }) => ({
        article: spanOf(own, a, a + length),
        reference: spanOf(other, b, b + length),
        length,
      })),
      length,
      weight,
      share,
      units: unitsOf(reference, pieces),
      inserted: gaps(own, pieces, 'a'),
      omitted: gaps(other, pieces, 'b'),
    });
  }
  return runs;
}

/** The matches of a chain with the pieces between them and on both sides, never over a line end of the article. */
function extended(article: string, own: FoldedText, other: FoldedText, chain: readonly Match[]): Piece[] {
  const [first, last] = [chain[0], chain.at(-1)];
  if (first === undefined || last === undefined) return [];
  const lineStart = article.lastIndexOf('\n', own.starts[first.a]) + 1;
  let from = first.a;
  while (from > 0 && first.a - from < REACH_OWN && (own.starts[from - 1] ?? 0) >= lineStart) from--;
  const end = last.a + last.length;
  const feed = article.indexOf('\n', own.ends[end - 1]);
  const lineEnd = feed === -1 ? article.length : feed;
  let to = end;
  while (to < own.codes.length && to - end < REACH_OWN && (own.ends[to] ?? 0) <= lineEnd) to++;
  const pieces = alignStretch(
    own.codes,
    from,
    first.a,
    other.codes,
    Math.max(0, first.b - REACH_OTHER),
    first.b,
    'before',
  );
  for (const [at, match] of chain.entries()) {
    pieces.push(match);
    const next = chain[at + 1];
    if (next === undefined) continue;
    const [a, b] = [match.a + match.length, match.b + match.length];
    pieces.push(...alignStretch(own.codes, a, next.a, other.codes, b, next.b, 'between'));
  }
  const otherEnd = last.b + last.length;
  const otherTo = Math.min(other.codes.length, otherEnd + REACH_OTHER);
  pieces.push(...alignStretch(own.codes, end, to, other.codes, otherEnd, otherTo, 'after'));
  return pieces;
}

/** Pieces that touch on both sides are one. */
function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (last !== undefined && last.a + last.length === piece.a && last.b + last.length === piece.b) {
      last.length += piece.length;
    } else whole.push({ ...piece });
  }
  return whole;
}

function unitsOf(reference: ReferenceIndex, pieces: readonly Piece[]): ReuseRun['units'] {
  const lengths = new Map<number, number>();
  for (const { b, length } of pieces) {
    for (let at = b; at < b + length; at++) {
      const unit = reference.unitAt[at] ?? -1;
      if (unit >= 0) lengths.set(unit, (lengths.get(unit) ?? 0) + 1);
    }
  }
  return [...lengths]
    .toSorted((one, two) => two[1] - one[1])
    .flatMap(([at, length]) => {
      const unit = reference.units[at];
      return unit === undefined ? [] : [{ id: unit.id, categoryId: unit.categoryId, length }];
    });
}

function gaps(folded: FoldedText, pieces: readonly Piece[], side: 'a' | 'b'): Span[] {
  return pieces.flatMap((piece, at) => {
    const next = pieces[at + 1];
    const from = piece[side] + piece.length;
    return next === undefined || from >= next[side] ? [] : [spanOf(folded, from, next[side])];
  });
}

function withoutOutweighed(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs.toSorted((one, two) => two.weight - one.weight)) {
    const outweighed = kept.some(
      (better) => better.weight > OUTWEIGHED * run.weight && shareWithin(run.article, better.article) >= COVERED,
    );
    if (!outweighed) kept.push(run);
  }
  return kept;
}

function shareWithin(inner: Span, outer: Span): number {
  const common = Math.min(inner.end, outer.end) - Math.max(inner.start, outer.start);
  return Math.max(0, common) / (inner.end - inner.start);
}

function othersWith(run: Run, runs: readonly Run[]): string[] {
  const others = runs.filter(
    (other) =>
      other.referenceId !== run.referenceId &&
      other.length >= COVERED * run.length &&
      shareWithin(run.article, other.article) >= COVERED,
  );
  return [...new Set(others.map(({ referenceId }) => referenceId))];
}
