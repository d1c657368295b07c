import type { Span } from '../text/span.ts';
import { type FoldedText, foldText, spanOf } from './folded-text.ts';

/** Where two folded texts have the same codes and cannot be extended on either side; in folded codes. */
export interface Match {
  a: number;
  b: number;
  length: number;
}

/** The grams of a folded text by hash: built once, looked up by every text that is compared with it. */
export interface GramIndex {
  folded: FoldedText;
  /** Folded codes in a gram. */
  gram: number;
  mask: number;
  /** By hash the last position with it, plus one; then from each position to the one before with the same hash. */
  heads: Int32Array;
  previous: Int32Array;
}

/** A run of characters that two texts have in common after folding; UTF-16 offsets of each text. */
export interface SharedRun {
  a: Span;
  b: Span;
  /** Folded characters. */
  length: number;
}

export function indexGrams(folded: FoldedText, gram: number): GramIndex {
  const { codes } = folded;
  let size = 1024;
  while (size < codes.length * 2) size *= 2;
  const heads = new Int32Array(size);
  const previous = new Int32Array(codes.length);
  for (let at = 0; at + gram <= codes.length; at++) {
    const hash = gramHash(codes, at, gram) & (size - 1);
    previous[at] = heads[hash] ?? 0;
    heads[hash] = at + 1;
  }
  return { folded, gram, mask: size - 1, heads, previous };
}

/** A 32-bit hash of `gram` codes from `at` on, every bit mixed (FNV-1a over whole codes, finalizer of MurmurHash3). */
export function gramHash(codes: Int32Array, at: number, gram: number): number {
  let hash = 0x811c9dc5;
  for (let each = 0; each < gram; each++) hash = Math.imul(hash ^ (codes[at + each] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/**
 * All maximal exact matches of at least `least` codes, sorted by place in `a`, then in the indexed text. Time is that of
 * the pairs of equal grams. Throws RangeError when `least` is shorter than the index's grams.
 */
export function maximalMatches(a: FoldedText, index: GramIndex, least: number): Match[] {
  const { gram, heads, previous, mask } = index;
  if (least < gram) throw new RangeError(`runs of ${least} cannot be found by grams of ${gram}`);
  const matches: Match[] = [];
  const own = a.codes;
  const other = index.folded.codes;
  for (let at = 0; at + gram <= own.length; at++) {
    const first = matches.length;
    const hash = gramHash(own, at, gram) & mask;
    for (let next = heads[hash] ?? 0; next > 0; next = previous[next - 1] ?? 0) {
      const b = next - 1;
      // Extends to the left: found from there already.
      if (at > 0 && b > 0 && own[at - 1] === other[b - 1]) continue;
      let length = 0;
      while (at + length < own.length && b + length < other.length && own[at + length] === other[b + length]) length++;
      if (length >= least) matches.push({ a: at, b, length });
    }
    if (matches.length > first + 1) reverse(matches, first);
  }
  return matches;
}

/** The chains of the index run backwards. */
function reverse(matches: Match[], from: number): void {
  for (let low = from, high = matches.length - 1; low < high; low++, high--) {
    const [one, two] = [matches[low], matches[high]];
    if (one !== undefined && two !== undefined) [matches[low], matches[high]] = [two, one];
  }
}

/**
 * All runs of at least `least` folded characters that two texts have in common, exact after folding script, width, case,
 * punctuation and white space; none can be extended. Sorted by place in `a`, then in `b`; UTF-16 offsets, whole
 * characters. For one text against many, or with changes, see `findReuse`. Throws RangeError when `least` is below 1.
 */
export function findSharedRuns(a: string, b: string, least: number): SharedRun[] {
  if (!(least >= 1)) throw new RangeError('a run has at least one character');
  const folded = foldText(a);
  const index = indexGrams(foldText(b), Math.min(4, Math.floor(least)));
  return maximalMatches(folded, index, least).map(({ a, b, length }) => ({
    a: spanOf(folded, a, a + length),
    b: spanOf(index.folded, b, b + length),
    length,
  }));
}
