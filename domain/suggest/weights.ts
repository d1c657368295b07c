import type { Feature } from './score-model.ts';

/** What each score counts for in the logit of a category, and the logit of `none`. A feature left out counts nothing. */
export type Weights = { [feature in Feature]?: number } & { none: number };

/** The probabilities of the categories in their order, then that of `none`; they sum to 1. */
export function probabilities(
  scores: Readonly<Record<Feature, Float64Array>>,
  { none, ...weights }: Weights,
  more?: Float64Array,
): Float64Array {
  const classes = scores.titles.length;
  const logits = new Float64Array(classes + 1);
  logits[classes] = none;
  for (const [feature, weight] of Object.entries(weights) as [Feature, number][])
    for (let at = 0; at < classes; at++) logits[at] = (logits[at] ?? 0) + weight * (scores[feature][at] ?? 0);
  for (let at = 0; at < classes; at++) logits[at] = (logits[at] ?? 0) + (more?.[at] ?? 0);
  const top = logits.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  const shares = logits.map((logit) => Math.exp(logit - top));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / all);
}
