import type { FoldScript } from './comparable-text.ts';
import { comparableText } from './comparable-text.ts';
import { runHashes, SHINGLE } from './shingles.ts';

export interface Overlap {
  /** Share of the shorter text's shingles that the longer has too, 0 to 1: containment after Broder 1997. */
  share: number;
  /** Shingles in both over shingles in either, 0 to 1: resemblance after Broder 1997. */
  resemblance: number;
  /** Whether the comparable texts are the same character for character. */
  isSame: boolean;
}

export interface Comparison extends Overlap {
  /** The longest run of characters that both have, in UTF-16 code units of comparable text. */
  longestRun: number;
}

/**
 * Compares two texts in full, where fingerprints only estimate: shingles of 5 characters counted as sets, and the longest
 * common run, in O((n + m) log n). Two empty texts are the same; an empty one has nothing in common with another.
 */
export function compareTexts(a: string, b: string, foldScript?: FoldScript): Comparison {
  const first = comparableText(a, foldScript);
  const second = comparableText(b, foldScript);
  return { ...overlapOf(first, second), longestRun: longestCommonRun(first, second) };
}

/** How much two comparable texts overlap, by their shingles as 32-bit hashes: in O(n + m). */
export function overlapOf(first: string, second: string): Overlap {
  if (first === second) return { share: 1, resemblance: 1, isSame: true };
  const [shorter, longer] = first.length <= second.length ? [first, second] : [second, first];
  if (shorter === '') return { share: 0, resemblance: 0, isSame: false };
  const run = Math.min(SHINGLE, shorter.length);
  const small = new Set(runHashes(shorter, run));
  const large = new Set(runHashes(longer, run));
  let common = 0;
  for (const shingle of small) if (large.has(shingle)) common += 1;
  return { share: common / small.size, resemblance: common / (small.size + large.size - common), isSame: false };
}

/** Length of the longest run that two comparable texts have in common, in UTF-16 code units: in O((n + m) log n). */
export function longestCommonRun(first: string, second: string): number {
  if (first === second) return first.length;
  const [shorter, longer] = first.length <= second.length ? [first, second] : [second, first];
  return searchByHalves(shorter, longer);
}

/** Every part of a common run is one as well, so the greatest length can be searched by halves. */
function searchByHalves(shorter: string, longer: string): number {
  let low = 0;
  let high = shorter.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (haveCommonRun(shorter, longer, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function haveCommonRun(shorter: string, longer: string, length: number): boolean {
  const starts = new Map<number, number>();
  for (const [start, hash] of runHashes(shorter, length).entries()) if (!starts.has(hash)) starts.set(hash, start);
  for (const [start, hash] of runHashes(longer, length).entries()) {
    const other = starts.get(hash);
    if (other === undefined) continue;
    const run = longer.slice(start, start + length);
    // Different runs can share a hash, so the characters decide, and not only those of the first run that has it.
    if (shorter.startsWith(run, other) || shorter.includes(run)) return true;
  }
  return false;
}
