import type { Anchor } from './anchor.ts';
import { CONTEXT_LENGTH, checkAnchor } from './anchor.ts';
import { findApproximate, leastEditsFrom, preparePattern } from './approximate-match.ts';
import { snapToGraphemes } from './graphemes.ts';
import type { Span } from './span.ts';
import { spansOverlap } from './span.ts';

/** Where an anchor stands in a text that changed in ways unknown. Whatever is not `exact` is for a person to confirm. */
export interface Resolution {
  status: 'exact' | 'moved' | 'approximate' | 'orphan';
  /** UTF-16; missing for an orphan. */
  span?: Span;
  /** 0 to 1, the share of quote and context found again at the span, or, for an orphan, at its best candidate. */
  similarity: number;
  /** The other places considered (for an orphan: all of them), best first, at most 10. */
  candidates: Span[];
}

interface Place extends Span {
  /** UTF-16 units by which the passage differs from the quote. */
  errors: number;
  /** UTF-16 units by which the text around it differs from the context. */
  lost: number;
  similarity: number;
}

type Judge = (span: Span, errors: number) => Place;

// Shares of units. Two unrelated stretches of prose share about 0.15.
const CONTEXT_HELD = 0.55;
const MOST_ERRORS = 0.3;
// In UTF-16 units. Less context decides nothing; a shorter quote proves nothing by itself; a longer one is sought by its ends.
const DECISIVE_LEAD = 4;
const LEAST_CONTEXT = 8;
const TELLING_QUOTE = 6;
const LONGEST_WHOLE = 1024;
const LONG_QUOTE_END = 256;
const MOST_CANDIDATES = 10;
// More changed passages than this decide nothing.
const MOST_CHANGED = 2000;

/**
 * Finds an anchor again in a text imported anew.
 *
 * - `exact`: quote, prefix and suffix stand at the old position, letter for letter.
 * - `moved`: the quote stands letter for letter at a place that its context tells from every other, or at one place only
 *   (then a quote below 6 UTF-16 units needs its context too).
 * - `approximate`: a passage that differs from the quote in at most 30 % of its units stands in the old context, which
 *   tells it from every other. A quote above 1,024 units is sought by its first and last 256.
 * - `orphan`: all else. Position and quote without context are not enough, and a passage that merely resembles the quote
 *   is never chosen: this prose repeats itself. Look-alikes are named as candidates.
 *
 * A context tells a place when at least 55 % of its units are found around it, and as much more as the quote has changed,
 * and no other place comes near: the whole context stands here alone, or any other differs from it by twice as many units
 * and by 4 more. Throws RangeError for an anchor with an empty quote.
 */
export function resolveAnchor(text: string, anchor: Anchor): Resolution {
  const { start, end, exact } = anchor;
  if (exact === '') throw new RangeError('an anchor must quote something');
  if (checkAnchor(text, anchor)) return { status: 'exact', span: { start, end }, similarity: 1, candidates: [] };

  const judge = createJudge(text, anchor);
  const exactPlaces = occurrences(text, exact)
    .map((from) => judge({ start: from, end: from + exact.length }, 0))
    .toSorted(byContext);
  const changedPlaces = exactPlaces[0]?.lost === 0 ? [] : findChanged(text, anchor, judge, exactPlaces);
  const places = [...exactPlaces, ...changedPlaces].toSorted(byContext);

  const contextLength = anchor.prefix.length + anchor.suffix.length;
  const overcrowded = changedPlaces.length >= MOST_CHANGED;
  const isHeld = ({ lost, errors }: Place): boolean =>
    contextLength >= LEAST_CONTEXT && 1 - lost / contextLength >= CONTEXT_HELD + errors / exact.length;
  const [best, second] = places;
  if (best !== undefined && !overcrowded && isHeld(best) && leads(best, second)) return choose(best, places);

  const [only, another] = exactPlaces;
  if (only !== undefined && another === undefined && !changedPlaces.some(isHeld)) {
    if (exact.length >= TELLING_QUOTE || isHeld(only)) return choose(only, places);
  }
  const likeliest = places.toSorted((a, b) => b.similarity - a.similarity || a.start - b.start);
  return { status: 'orphan', similarity: likeliest[0]?.similarity ?? 0, candidates: firstSpans(likeliest) };
}

function leads(best: Place, second: Place | undefined): boolean {
  if (second === undefined) return true;
  const lead = second.lost - best.lost;
  return best.lost === 0 ? lead > 0 : lead >= Math.max(DECISIVE_LEAD, best.lost);
}

function choose(place: Place, places: readonly Place[]): Resolution {
  return {
    status: place.errors === 0 ? 'moved' : 'approximate',
    span: { start: place.start, end: place.end },
    similarity: place.similarity,
    candidates: firstSpans(places.filter((other) => other !== place)),
  };
}

function firstSpans(places: readonly Place[]): Span[] {
  return places.slice(0, MOST_CANDIDATES).map(({ start, end }) => ({ start, end }));
}

function occurrences(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) found.push(at);
  return found;
}

function findChanged(text: string, anchor: Anchor, judge: Judge, exactPlaces: readonly Place[]): Place[] {
  const { exact } = anchor;
  if (exact.length > LONGEST_WHOLE) {
    return findLongChanged(text, anchor, judge).filter(
      (place) => !exactPlaces.some((known) => spansOverlap(known, place)),
    );
  }
  const maxErrors = Math.floor(exact.length * MOST_ERRORS);
  if (maxErrors === 0) return [];
  return findApproximate(text, exact, maxErrors, exactPlaces.length + MOST_CHANGED)
    .filter((match) => match.errors > 0)
    .map((match) =>
      match.variants
        .map((variant) => judge(snapToGraphemes(text, variant), match.errors))
        .reduce((best, place) => (place.similarity > best.similarity ? place : best)),
    );
}

/** A long passage is found when both its ends are, each by its own context, in order and about as far apart as before. */
function findLongChanged(text: string, anchor: Anchor, judge: Judge): Place[] {
  const { start, end, exact, prefix, suffix } = anchor;
  const headEnd = start + LONG_QUOTE_END;
  const tailStart = end - LONG_QUOTE_END;
  const head = resolveAnchor(text, {
    start,
    end: headEnd,
    exact: exact.slice(0, LONG_QUOTE_END),
    prefix,
    suffix: exact.slice(LONG_QUOTE_END, LONG_QUOTE_END + CONTEXT_LENGTH),
  });
  const tail = resolveAnchor(text, {
    start: tailStart,
    end,
    exact: exact.slice(-LONG_QUOTE_END),
    prefix: exact.slice(-LONG_QUOTE_END - CONTEXT_LENGTH, -LONG_QUOTE_END),
    suffix,
  });
  if (head.span === undefined || tail.span === undefined || head.span.end > tail.span.start) return [];
  const span = snapToGraphemes(text, { start: head.span.start, end: tail.span.end });
  const stretched = Math.abs(span.end - span.start - exact.length);
  if (stretched > exact.length * MOST_ERRORS) return [];
  const errors = Math.round(exact.length * (1 - (head.similarity + tail.similarity) / 2));
  return [judge(span, Math.max(1, stretched, errors))];
}

function createJudge(text: string, anchor: Anchor): Judge {
  const prefix = preparePattern(anchor.prefix.slice(-CONTEXT_LENGTH), true);
  const suffix = preparePattern(anchor.suffix.slice(0, CONTEXT_LENGTH));
  const contextLength = prefix.length + suffix.length;
  return ({ start, end }, errors) => {
    const lost =
      leastEditsFrom(prefix, text, start, -1, 2 * prefix.length) +
      leastEditsFrom(suffix, text, end, 1, 2 * suffix.length);
    return {
      start,
      end,
      errors,
      lost,
      similarity: 1 - (errors + lost) / (anchor.exact.length + contextLength),
    };
  };
}

function byContext(a: Place, b: Place): number {
  return a.lost - b.lost || a.errors - b.errors || a.start - b.start;
}
