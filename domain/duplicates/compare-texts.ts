import type { FoldScript } from './comparable-text.ts';
import { comparableText } from './comparable-text.ts';
import { runHashes, SHINGLE } from './shingles.ts';

export interface Comparison {
  /** Share of the shorter text's shingles that the longer has too, 0 to 1: containment after Broder 1997. */
  share: number;
  /** Shingles in both over shingles in either, 0 to 1: resemblance after Broder 1997. */
  resemblance: number;
  /** The longest run of characters that both have, in UTF-16 code units of comparable text. */
  longestRun: number;
  /** Whether the comparable texts are the same character for character. */
  isSame: boolean;
}

/**
 * Compares two texts in full, where fingerprints only estimate: shingles of 5 characters counted as sets, and the longest
 * common run, in O((n + m) log n). Two empty texts are the same; an empty one has nothing in common with another.
 */
export function compareTexts(a: string, b: string, foldScript?: FoldScript): Comparison {
  const first = comparableText(a, foldScript);
  const second = comparableText(b, foldScript);
  if (first === second) return { share: 1, resemblance: 1, longestRun: first.length, isSame: true };
  const [shorter, longer] = first.length <= second.length ? [first, second] : [second, first];
  if (shorter === '') return { share: 0, resemblance: 0, longestRun: 0, isSame: false };
  const small = shinglesOf(shorter);
  const large = shinglesOf(longer);
  let common = 0;
  for (const shingle of small) if (large.has(shingle)) common += 1;
  return {
    share: common / small.size,
    resemblance: common / (small.size + large.size - common),
    longestRun: longestCommonRun(shorter, longer),
    isSame: false,
  };
}

function shinglesOf(comparable: string): Set<string> {
  const shingles = new Set<string>();
  const run = Math.min(SHINGLE, comparable.length);
  for (let index = 0; index + run <= comparable.length; index++) shingles.add(comparable.slice(index, index + run));
  return shingles;
}

/** Every part of a common run is one as well, so the greatest length can be searched by halves. */
function longestCommonRun(shorter: string, longer: string): number {
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
