import type { Feature, Scores } from './methods.ts';

/** What each score counts for in the logit of a category, and the logit of `none`. */
export interface Fit {
  weights: ReadonlyMap<Feature, number>;
  none: number;
}

/** A passage with its scores and the places of the categories that are right; none of them when `none` is. */
export interface Labelled {
  scores: Scores;
  right: readonly number[];
}

const STEPS = 400;
const RATE = 0.05;
const PENALTY = 0.002;

/**
 * Fits a conditional logit (McFadden 1974) over the categories and `none`, by Adam (Kingma & Ba 2015) on the mean
 * likelihood of a right one, with a small square penalty. Only the features of `used` get a weight.
 */
export function fitWeights(examples: readonly Labelled[], used: readonly Feature[]): Fit {
  const spreads = new Map(used.map((feature) => [feature, spread(examples, feature)]));
  const ready = examples.map(({ scores, right }) => ({
    rows: used.map((feature) => scores[feature].map((score) => score / (spreads.get(feature) ?? 1))),
    right: right.length === 0 ? [scores.titles.length] : right,
  }));
  const values = new Float64Array(used.length + 1).fill(0.5);
  const [first, second] = [new Float64Array(values.length), new Float64Array(values.length)];
  for (let step = 1; step <= STEPS; step++) {
    const slope = new Float64Array(values.length);
    for (const { rows, right } of ready) addSlope(slope, rows, right, values);
    for (let at = 0; at < values.length; at++) {
      const towards = (slope[at] ?? 0) / examples.length - PENALTY * (values[at] ?? 0);
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * towards;
      second[at] = 0.999 * (second[at] ?? 0) + 0.001 * towards * towards;
      const unbiased = Math.sqrt((second[at] ?? 0) / (1 - 0.999 ** step)) + 1e-8;
      values[at] = (values[at] ?? 0) + (RATE * (first[at] ?? 0)) / (1 - 0.9 ** step) / unbiased;
    }
  }
  return {
    weights: new Map(used.map((feature, at) => [feature, (values[at] ?? 0) / (spreads.get(feature) ?? 1)])),
    none: values[used.length] ?? 0,
  };
}

/** The probabilities of the categories in their order, then that of `none`. */
export function probabilitiesBy({ weights, none }: Fit, scores: Scores): Float64Array {
  const logits = new Float64Array(scores.titles.length + 1);
  logits[scores.titles.length] = none;
  for (const [feature, weight] of weights)
    for (const [at, score] of scores[feature].entries()) logits[at] = (logits[at] ?? 0) + weight * score;
  const top = Math.max(...logits);
  const shares = logits.map((logit) => Math.exp(logit - top));
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / all);
}

/** Adds the slope of the logarithm of the share of the right ones; the last value is the logit of `none`. */
function addSlope(
  slope: Float64Array,
  rows: readonly Float64Array[],
  right: readonly number[],
  values: Float64Array,
): void {
  const classes = rows[0]?.length ?? 0;
  const shares = new Float64Array(classes + 1);
  shares[classes] = values[rows.length] ?? 0;
  for (const [at, row] of rows.entries())
    for (let place = 0; place < classes; place++)
      shares[place] = (shares[place] ?? 0) + (row[place] ?? 0) * (values[at] ?? 0);
  let top = Number.NEGATIVE_INFINITY;
  for (const logit of shares) top = Math.max(top, logit);
  let all = 0;
  for (let place = 0; place <= classes; place++) all += shares[place] = Math.exp((shares[place] ?? 0) - top);
  const rightShare = right.reduce((sum, place) => sum + (shares[place] ?? 0), 0);
  const excess = shares.map((share, place) => (right.includes(place) ? share / rightShare : 0) - share / all);
  for (const [at, row] of rows.entries())
    for (let place = 0; place < classes; place++)
      slope[at] = (slope[at] ?? 0) + (excess[place] ?? 0) * (row[place] ?? 0);
  slope[rows.length] = (slope[rows.length] ?? 0) + (excess[classes] ?? 0);
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
