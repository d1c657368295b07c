import { type GramCounts, totalOf } from '../../../domain/suggest/grams.ts';

/** Grams of evidence that the class above, and all classes together, are worth. */
const FROM_ABOVE = 300;
const FROM_ALL = 1000;

/** A classifier of grams. */
export interface NaiveBayes {
  /** By gram, for each class the logarithm of how much likelier it is there than anywhere. */
  readonly ratios: ReadonlyMap<number, Float64Array>;
  readonly classes: number;
}

/**
 * Multinomial naive Bayes over grams; every class is smoothed by the class above it and that by all of them (shrinkage in
 * a hierarchy: McCallum et al. 1998, with Dirichlet priors: Zhai & Lafferty 2004). `above` is the index of that class, -1
 * at the top. Grams that no class has say nothing.
 */
export function trainNaiveBayes(classes: readonly GramCounts[], above: readonly number[]): NaiveBayes {
  const all: GramCounts = new Map();
  const joined = classes.map((counts) => new Map(counts));
  for (const [at, counts] of classes.entries()) {
    const parent = joined[above[at] ?? -1];
    for (const [gram, count] of counts) {
      all.set(gram, (all.get(gram) ?? 0) + count);
      parent?.set(gram, (parent.get(gram) ?? 0) + count);
    }
  }
  const size = totalOf(all);
  const [lengths, joinedLengths] = [classes.map(totalOf), joined.map(totalOf)];
  const ratios = new Map<number, Float64Array>();
  for (const [gram, count] of all) {
    const overall = count / size;
    const row = new Float64Array(classes.length);
    for (let at = 0; at < row.length; at++) {
      const parent = above[at] ?? -1;
      const group = parent === -1 ? at : parent;
      const inGroup = ((joined[group]?.get(gram) ?? 0) + FROM_ALL * overall) / ((joinedLengths[group] ?? 0) + FROM_ALL);
      const inClass = ((classes[at]?.get(gram) ?? 0) + FROM_ABOVE * inGroup) / ((lengths[at] ?? 0) + FROM_ABOVE);
      row[at] = Math.log(inClass / overall);
    }
    ratios.set(gram, row);
  }
  return { ratios, classes: classes.length };
}

/** For each class the logarithm of how much likelier the grams are there than anywhere; each counts once. */
export function scoreNaiveBayes(model: NaiveBayes, query: Iterable<number>): Float64Array {
  const scores = new Float64Array(model.classes);
  for (const gram of query) {
    const row = model.ratios.get(gram);
    if (row === undefined) continue;
    for (let at = 0; at < row.length; at++) scores[at] = (scores[at] ?? 0) + (row[at] ?? 0);
  }
  return scores;
}
