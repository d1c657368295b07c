import type { Match } from './shared-runs.ts';

/** Folded codes that may be skipped between two matches of a chain, in the article and in the reference. */
const LONGEST_INSERTION = 24;
const LONGEST_OMISSION = 80;
const INSERTED = 0.3;
const OMITTED = 0.1;

/**
 * Joins matches that stand in the same order, near each other, in both texts: local chaining by dynamic programming
 * (Gusfield 1997, 13.3), the best chains first, each match in one chain. `weigh` says how much a match counts, in folded
 * codes; `mayJoin` forbids a gap, such as one with a line end in it. `matches` sorted by `a`.
 */
export function chainMatches(
  matches: readonly Match[],
  weigh: (match: Match) => number,
  mayJoin: (before: Match, after: Match) => boolean,
): Match[][] {
  const scores = new Float64Array(matches.length);
  const before = new Int32Array(matches.length).fill(-1);
  let longest = 0;
  for (const [at, match] of matches.entries()) {
    const own = weigh(match);
    longest = Math.max(longest, match.length);
    scores[at] = own;
    for (let earlier = at - 1; earlier >= 0; earlier--) {
      const other = matches[earlier];
      if (other === undefined || match.a - other.a > longest + LONGEST_INSERTION) break;
      const inserted = match.a - other.a - other.length;
      const omitted = match.b - other.b - other.length;
      if (inserted < 0 || omitted < 0 || inserted > LONGEST_INSERTION || omitted > LONGEST_OMISSION) continue;
      const score = own + (scores[earlier] ?? 0) - inserted * INSERTED - omitted * OMITTED;
      if (score > (scores[at] ?? 0) && mayJoin(other, match)) {
        scores[at] = score;
        before[at] = earlier;
      }
    }
  }
  const used = new Uint8Array(matches.length);
  const chains: Match[][] = [];
  for (const end of Array.from(matches.keys()).toSorted((x, y) => (scores[y] ?? 0) - (scores[x] ?? 0))) {
    const chain: Match[] = [];
    for (let at = end; at >= 0 && used[at] === 0; at = before[at] ?? -1) {
      used[at] = 1;
      const match = matches[at];
      if (match !== undefined) chain.push(match);
    }
    if (chain.length > 0) chains.push(chain.toReversed());
  }
  return chains;
}
