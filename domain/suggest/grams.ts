import { type FoldedText, foldText } from '../reuse/folded-text.ts';
import { gramHash } from '../reuse/shared-runs.ts';

/** Folded characters in a gram: the length of most Chinese words, and one more. */
const LENGTHS = [2, 3] as const;

/** How often each gram of two and of three folded characters stands in a text, by its hash; none goes over a mark or a line. */
export type GramCounts = Map<number, number>;

/** Adds the grams of a text, each counted `times`. */
export function addGrams(counts: GramCounts, text: string, times = 1): void {
  eachGram(foldText(text), (hash) => counts.set(hash, (counts.get(hash) ?? 0) + times));
}

/** The grams of a folded text in the order of their places, the shorter first. */
export function eachGram(folded: FoldedText, take: (hash: number, at: number, length: number) => void): void {
  const { codes, starts, ends } = folded;
  for (let at = 0; at < codes.length; at++) {
    for (const length of LENGTHS) {
      const last = at + length - 1;
      // Characters left out by folding stand between.
      if (last >= codes.length || (starts[last] ?? 0) > (ends[last - 1] ?? 0)) break;
      take(gramHash(codes, at, length), at, length);
    }
  }
}

/** The different grams of a folded text. */
export function gramsOf(folded: FoldedText): Set<number> {
  const grams = new Set<number>();
  eachGram(folded, (hash) => grams.add(hash));
  return grams;
}

export function total(counts: GramCounts): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
