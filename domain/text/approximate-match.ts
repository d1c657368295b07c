import type { Span } from './span.ts';

/** A place in a text where a pattern stands with `errors` insertions, deletions and substitutions of UTF-16 units. */
export interface ApproximateMatch {
  errors: number;
  /** The stretches at this place that cost just as much, longest first for each end; at least one, at most 25. */
  variants: Span[];
}

/** A pattern made ready for many scans, which read forwards or, for a pattern read from its end, backwards. */
export interface Pattern {
  length: number;
  words: number;
  places: Map<number, Int32Array>;
  nowhere: Int32Array;
  increases: Int32Array;
  decreases: Int32Array;
}

const WORD = 32;
const MOST_VARIANTS = 5;

/** Prepares a pattern; `backwards` for scans that run towards the start of a text. */
export function preparePattern(source: string, backwards = false): Pattern {
  const words = Math.ceil(source.length / WORD);
  const places = new Map<number, Int32Array>();
  for (let at = 0; at < source.length; at++) {
    const unit = source.charCodeAt(backwards ? source.length - 1 - at : at);
    const bits = places.get(unit) ?? new Int32Array(words);
    const word = Math.floor(at / WORD);
    bits[word] = (bits[word] ?? 0) | (1 << (at % WORD));
    places.set(unit, bits);
  }
  return {
    length: source.length,
    words,
    places,
    nowhere: new Int32Array(words),
    increases: new Int32Array(words),
    decreases: new Int32Array(words),
  };
}

/**
 * The least edits of UTF-16 units that turn the pattern into a stretch that ends at `from` and goes on for `reach` units
 * at most: forwards after `from` with `step` 1, backwards before it with `step` -1 (and a backwards pattern).
 * 0 to `pattern.length`; the empty stretch counts.
 */
export function leastEditsFrom(pattern: Pattern, text: string, from: number, step: 1 | -1, reach: number): number {
  let least = pattern.length;
  scan(pattern, text, from, step, reach, true, (_length, errors) => {
    if (errors < least) least = errors;
  });
  return least;
}

/**
 * The places where `quote` stands in the text with at most `maxErrors` edits, best first, at most `limit`, their ends
 * more than half a quote apart. UTF-16 offsets. No place is missed: a stretch is passed over only where the q-gram lemma
 * (Jokinen and Ukkonen, 1991) rules a match out. Throws RangeError unless `0 <= maxErrors < quote.length`.
 */
export function findApproximate(text: string, quote: string, maxErrors: number, limit: number): ApproximateMatch[] {
  if (!(maxErrors >= 0 && maxErrors < quote.length)) {
    throw new RangeError(`${maxErrors} errors are out of range for a quote of ${quote.length}`);
  }
  const forwards = preparePattern(quote);
  const backwards = preparePattern(quote, true);
  const ends: { end: number; errors: number }[] = [];
  for (const { start, end } of likelyRegions(text, quote, maxErrors)) {
    scan(forwards, text, start, 1, end - start, false, (length, errors) => {
      if (errors <= maxErrors) ends.push({ end: start + length, errors });
    });
  }
  ends.sort((a, b) => a.errors - b.errors || a.end - b.end);

  const matches: (ApproximateMatch & { end: number; ends: number })[] = [];
  // Ends of two matches are further apart than a stride is wide, so that a stride holds one match at most.
  const stride = Math.floor(quote.length / 2) + 1;
  const byStride = new Map<number, (typeof matches)[number]>();
  for (const { end, errors } of ends) {
    const here = Math.floor(end / stride);
    const near = [here - 1, here, here + 1]
      .map((index) => byStride.get(index))
      .find((match) => match !== undefined && Math.abs(match.end - end) < stride);
    if (near === undefined) {
      if (matches.length === limit) continue;
      const match = { end, errors, ends: 1, variants: startsOf(text, backwards, end, errors) };
      matches.push(match);
      byStride.set(here, match);
    } else if (errors === near.errors && near.ends < MOST_VARIANTS) {
      near.ends++;
      near.variants.push(...startsOf(text, backwards, end, errors));
    }
  }
  return matches.map(({ errors, variants }) => ({ errors, variants }));
}

/** The stretches that end at `end` and cost no more than `errors`, longest first. */
function startsOf(text: string, backwards: Pattern, end: number, errors: number): Span[] {
  const spans: Span[] = [];
  scan(backwards, text, end, -1, backwards.length + errors, true, (length, found) => {
    if (found <= errors) spans.unshift({ start: end - length, end });
  });
  return spans.slice(0, MOST_VARIANTS);
}

/** Stretches that hold enough of the quote's pairs of units to contain a match; sorted, disjoint. */
function likelyRegions(text: string, quote: string, maxErrors: number): Span[] {
  const needed = quote.length - 1 - 2 * maxErrors;
  if (needed < 1) return [{ start: 0, end: text.length }];
  // Two different pairs may share a slot; that only adds regions to look at.
  const known = new Uint8Array(1 << 16);
  for (let at = 0; at + 1 < quote.length; at++) known[pairSlot(quote, at)] = 1;

  const window = quote.length + maxErrors;
  const regions: Span[] = [];
  let held = 0;
  for (let at = 0; at + 1 < text.length; at++) {
    held += known[pairSlot(text, at)] ?? 0;
    const leaving = at - (window - 1);
    if (leaving >= 0) held -= known[pairSlot(text, leaving)] ?? 0;
    if (held < needed) continue;
    const start = Math.max(0, at + 2 - window);
    const last = regions.at(-1);
    if (last !== undefined && start <= last.end) last.end = at + 2;
    else regions.push({ start, end: at + 2 });
  }
  return regions;
}

function pairSlot(text: string, at: number): number {
  return (text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) & 0xffff;
}

/**
 * Runs the pattern along the text and reports, after each unit, the edits of the best match that ends there; `fixed`
 * when the match must begin at `from`.
 * Myers, "A fast bit-vector algorithm for approximate string matching", Journal of the ACM 46(3), 1999.
 */
function scan(
  pattern: Pattern,
  text: string,
  from: number,
  step: 1 | -1,
  reach: number,
  fixed: boolean,
  report: (length: number, errors: number) => void,
): void {
  const { length, words, places, nowhere, increases, decreases } = pattern;
  if (words === 0) return;
  increases.fill(-1);
  decreases.fill(0);
  const lastRow = 1 << ((length - 1) % WORD);
  const steps = Math.min(reach, step === 1 ? text.length - from : from);
  let errors = length;
  for (let taken = 0; taken < steps; taken++) {
    const equal = places.get(text.charCodeAt(step === 1 ? from + taken : from - 1 - taken)) ?? nowhere;
    // How the row above this word differs from the column before: -1, 0 or 1.
    let carry = fixed ? 1 : 0;
    for (let word = 0; word < words; word++) {
      const up = increases[word] ?? 0;
      const down = decreases[word] ?? 0;
      const rowBit = word === words - 1 ? lastRow : 1 << (WORD - 1);
      const match = (equal[word] ?? 0) | (carry < 0 ? 1 : 0);
      const vertical = (equal[word] ?? 0) | down;
      const horizontal = ((((match & up) + up) | 0) ^ up) | match;
      const rise = down | ~(horizontal | up);
      const fall = up & horizontal;
      const risen = (rise << 1) | (carry > 0 ? 1 : 0);
      const fallen = (fall << 1) | (carry < 0 ? 1 : 0);
      increases[word] = fallen | ~(vertical | risen);
      decreases[word] = risen & vertical;
      carry = (rise & rowBit) !== 0 ? 1 : (fall & rowBit) !== 0 ? -1 : 0;
    }
    errors += carry;
    report(taken + 1, errors);
  }
}
