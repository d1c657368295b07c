import { type Feature, features } from '../../../domain/suggest/score-model.ts';
import type { Weights } from '../../../domain/suggest/weights.ts';

/** A passage with its scores and the places of the categories that are right; none of them when `none` is. */
export interface Labelled {
  scores: Record<Feature, Float64Array>;
  right: readonly number[];
}

const STEPS = 400;
const RATE = 0.05;
const PENALTY = 0.002;

/**
 * Fits a conditional logit (McFadden 1974) over the categories and `none`, by Adam (Kingma & Ba 2015) on the mean
 * likelihood of a right one, with a small square penalty. Only the features of `used` get a weight.
 */
export function fitWeights(examples: readonly Labelled[], used: readonly Feature[]): Weights {
  const spreads = new Map(used.map((feature) => [feature, spread(examples, feature)]));
  const values = new Float64Array(used.length + 1).fill(0.5);
  const [first, second] = [new Float64Array(values.length), new Float64Array(values.length)];
  for (let step = 1; step <= STEPS; step++) {
    const slope = new Float64Array(values.length);
    for (const example of examples) addSlope(slope, example, used, spreads, values);
    for (let at = 0; at < values.length; at++) {
      const towards = (slope[at] ?? 0) / examples.length - PENALTY * (values[at] ?? 0);
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * towards;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * towards * towards;
      const unbiased = Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
      values[at] = (values[at] ?? 0) + (RATE * (first[at] ?? 0)) / (1 - 0.9 ** step) / unbiased;
    }
  }
  const weights: Weights = { none: values[used.length] ?? 0 };
  for (const [at, feature] of used.entries()) weights[feature] = (values[at] ?? 0) / (spreads.get(feature) ?? 1);
  return weights;
}

function addSlope(
  slope: Float64Array,
  { scores, right }: Labelled,
  used: readonly Feature[],
  spreads: ReadonlyMap<Feature, number>,
  values: Float64Array,
): void {
  const classes = scores.titles.length;
  const rows = used.map((feature) => scores[feature].map((score) => score / (spreads.get(feature) ?? 1)));
  const logits = Array.from({ length: classes + 1 }, (_, place) =>
    place === classes
      ? (values[used.length] ?? 0)
      : rows.reduce((sum, row, at) => sum + (row[place] ?? 0) * (values[at] ?? 0), 0),
  );
  const top = Math.max(...logits);
  const shares = logits.map((logit) => Math.exp(logit - top));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const good = right.length === 0 ? [classes] : right;
  const rightShare = good.reduce((sum, place) => sum + (shares[place] ?? 0), 0);
  for (const [place, share] of shares.entries()) {
    const excess = (good.includes(place) ? share / rightShare : 0) - share / all;
    for (const [at, row] of rows.entries()) slope[at] = (slope[at] ?? 0) + excess * (row[place] ?? 0);
    if (place === classes) slope[used.length] = (slope[used.length] ?? 0) + excess;
  }
}

/** Root mean square of what a method gives; 1 for one that gives nothing. */
function spread(examples: readonly Labelled[], feature: Feature): number {
  let [sum, count] = [0, 0];
  for (const { scores } of examples)
    for (const score of scores[feature]) {
      sum += score * score;
      count++;
    }
  return Math.sqrt(sum / Math.max(1, count)) || 1;
}

export const allFeatures: readonly Feature[] = features;
