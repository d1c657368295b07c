import { type Span, spansOverlap } from '../text/span.ts';
import { findReuse } from './find-reuse.ts';
import type { ReferenceIndex } from './reference-index.ts';

/** A passage that two texts have in common, as it is or with changes; UTF-16 offsets of each. */
export interface CommonRun {
  a: Span;
  b: Span;
  kind: 'exact' | 'near';
  /** What both have letter for letter after folding; in the order of both texts, disjoint, never empty. */
  pieces: readonly { a: Span; b: Span }[];
  /** Folded characters that both have. */
  length: number;
}

export interface SharedWording {
  /** Each stretch of either text in one run at most; sorted by place in `a`. */
  runs: readonly CommonRun[];
  /** All that stands in the other text too, repeated places included; sorted and disjoint. */
  inA: readonly Span[];
  inB: readonly Span[];
}

/**
 * What two texts say in the same words, found from either side by `findReuse` (folded over script, width, punctuation and
 * white space) with at least so many characters. Symmetrical: exchanging the texts exchanges the sides and nothing else.
 * Of runs that claim the same words the weightier is kept, so that each can be joined to one place.
 * Throws RangeError for a `least` below 4.
 */
export function sharedWording(a: ReferenceIndex, b: ReferenceIndex, least: number): SharedWording {
  if (b.text < a.text) return exchanged(sharedWording(b, a, least));
  const found = [
    ...findReuse(a.text, [b], { least }).map(({ article, reference, pieces, ...run }) => ({
      ...run,
      a: article,
      b: reference,
      pieces: pieces.map((piece) => ({ a: piece.article, b: piece.reference })),
    })),
    ...findReuse(b.text, [a], { least }).map(({ article, reference, pieces, ...run }) => ({
      ...run,
      a: reference,
      b: article,
      pieces: pieces.map((piece) => ({ a: piece.reference, b: piece.article })),
    })),
  ];
  const pieces = found.flatMap((run) => run.pieces);
  return {
    runs: oneToOne(found),
    inA: united(pieces.map((piece) => piece.a)),
    inB: united(pieces.map((piece) => piece.b)),
  };
}

function exchanged({ runs, inA, inB }: SharedWording): SharedWording {
  return {
    runs: runs
      .map((run) => ({ ...run, a: run.b, b: run.a, pieces: run.pieces.map(({ a, b }) => ({ a: b, b: a })) }))
      .toSorted((one, other) => one.a.start - other.a.start),
    inA: inB,
    inB: inA,
  };
}

function oneToOne(found: readonly (CommonRun & { weight: number })[]): CommonRun[] {
  const kept: CommonRun[] = [];
  const heaviestFirst = found.toSorted(
    (one, other) => other.weight - one.weight || one.a.start - other.a.start || one.b.start - other.b.start,
  );
  for (const { a, b, kind, pieces, length } of heaviestFirst) {
    if (kept.some((each) => spansOverlap(each.a, a) || spansOverlap(each.b, b))) continue;
    kept.push({ a, b, kind, pieces, length });
  }
  return kept.toSorted((one, other) => one.a.start - other.a.start);
}

/** The stretches covered by any of the spans; sorted, disjoint, those that touch joined. */
export function united(spans: readonly Span[]): Span[] {
  const whole: { start: number; end: number }[] = [];
  for (const { start, end } of spans.toSorted((one, other) => one.start - other.start)) {
    const last = whole.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}

/**
 * Cuts a text into stretches by how many other texts have them too: `coverings` is, for each other text, what of this one
 * stands in it, sorted and disjoint. Stretches that none has are left out; sorted, disjoint, neighbours of one count joined.
 */
export function stretchesByCount(coverings: readonly (readonly Span[])[]): (Span & { count: number })[] {
  const steps = coverings
    .flatMap((spans) =>
      spans.flatMap(({ start, end }) => [
        { at: start, by: 1 },
        { at: end, by: -1 },
      ]),
    )
    .toSorted((one, other) => one.at - other.at);
  const stretches: (Span & { count: number })[] = [];
  let count = 0;
  for (const [index, { at, by }] of steps.entries()) {
    count += by;
    const end = steps[index + 1]?.at ?? at;
    if (count === 0 || end === at) continue;
    const last = stretches.at(-1);
    if (last?.end === at && last.count === count) last.end = end;
    else stretches.push({ start: at, end, count });
  }
  return stretches;
}
