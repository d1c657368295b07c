import { type FoldedText, foldText } from '../reuse/folded-text.ts';
import { gramHash } from '../reuse/shared-runs.ts';

/** Folded characters in a gram; two is the length of most Chinese words. */
const LENGTHS = [1, 2] as const;

/** How often each gram of one and of two folded characters stands in a text, by its hash; none goes over a mark or a line. */
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
      if (last >= codes.length) break;
      // Characters that folding leaves out stand between the two.
      if (length > 1 && (starts[last] ?? 0) > (ends[last - 1] ?? 0)) break;
      take(gramHash(codes, at, length), at, length);
    }
  }
}

/** The different grams of a folded text of at least so many characters. */
export function gramsOf(folded: FoldedText, least = 1): Set<number> {
  const grams = new Set<number>();
  eachGram(folded, (hash, _, length) => {
    if (length >= least) grams.add(hash);
  });
  return grams;
}

/** The grams counted, each as often as it stands. */
export function totalOf(counts: GramCounts): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
