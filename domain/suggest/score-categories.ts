import type { FoldedText } from '../reuse/folded-text.ts';
import { scoreBm25 } from './bm25.ts';
import { gramsOf } from './grams.ts';
import type { SuggestBasis, SuggestIndex } from './suggest-index.ts';

/** How scores become probabilities: a conditional logit over the categories and `none`. */
export interface Weights {
  /** Of the score of BM25 by the root of the different grams of the passage. */
  readonly bm25: number;
  /** Added for a category with others below it. */
  readonly above: number;
  /** The logit of `none`. */
  readonly none: number;
}

// Fitted to the whole gold list by `npm run bench -- suggest`; the figures it prints are of provinces left out of the fit.
const FITTED: Readonly<Record<SuggestBasis, Weights>> = {
  reference: { bm25: 1.73, above: -4.48, none: 5.14 },
  titles: { bm25: 1.87, above: -4.41, none: 2.9 },
  'titles-and-links': { bm25: 1.87, above: -4.41, none: 2.9 },
};
// By hand: a passage that was linked or refused word for word outweighs all else; half the grams in common weigh a quarter.
const LINK = 6;

export const weightsFor = (basis: SuggestBasis): Weights => FITTED[basis];

/** BM25 of each category for a passage, by the root of its different grams: a longer passage has more of everything. */
export function scoreCategories(index: SuggestIndex, folded: FoldedText): Float64Array {
  const query = gramsOf(folded);
  const scale = 1 / Math.sqrt(Math.max(1, query.size));
  return scoreBm25(index.bm25, query).map((score) => score * scale);
}

/** For each category how near the nearest accepted link is (0 to 1) less how near the nearest refused one is. */
export function nearnessOfLinks(index: SuggestIndex, folded: FoldedText): Float64Array {
  const nearness = new Float64Array(index.categoryIds.length);
  if (index.links.length === 0) return nearness;
  const query = gramsOf(folded, 2);
  const common = new Int32Array(index.links.length);
  for (const gram of query) for (const at of index.linksWith.get(gram) ?? []) common[at] = (common[at] ?? 0) + 1;
  const refused = new Float64Array(nearness.length);
  for (const [at, { place, accepted, grams }] of index.links.entries()) {
    // Dice 1945, squared.
    const near = ((2 * (common[at] ?? 0)) / Math.max(1, query.size + grams)) ** 2;
    const best = accepted ? nearness : refused;
    best[place] = Math.max(best[place] ?? 0, near);
  }
  return nearness.map((near, place) => near - (refused[place] ?? 0));
}

/** The probabilities of the categories in their order, then that of `none`; they sum to 1. */
export function probabilitiesOf(
  index: SuggestIndex,
  folded: FoldedText,
  weights = weightsFor(index.basis),
): Float64Array {
  const classes = index.categoryIds.length;
  const logits = new Float64Array(classes + 1);
  logits[classes] = weights.none;
  const nearness = nearnessOfLinks(index, folded);
  for (const [at, score] of scoreCategories(index, folded).entries())
    logits[at] = weights.bm25 * score + (index.isAbove[at] ? weights.above : 0) + LINK * (nearness[at] ?? 0);
  const top = Math.max(...logits);
  const shares = logits.map((logit) => Math.exp(logit - top));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / all);
}
