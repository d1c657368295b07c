import { meanWeight } from '../../../domain/reuse/commonness.ts';
import type { FoldedText } from '../../../domain/reuse/folded-text.ts';
import { type ReferenceIndex, SEED } from '../../../domain/reuse/reference-index.ts';
import { maximalMatches } from '../../../domain/reuse/shared-runs.ts';

/**
 * How much of a text each class shares with it in runs of at least four folded characters: for every character the
 * longest run it lies in, by the root of its length, with what is common weighed down.
 */
export function scoreReuse(
  references: readonly ReferenceIndex[],
  classOf: (categoryId: string) => number | undefined,
  classes: number,
  query: FoldedText,
): Float64Array {
  const scores = new Float64Array(classes);
  const best = new Map<number, Float64Array>();
  for (const reference of references) {
    for (const { a, b, length } of maximalMatches(query, reference.grams, SEED)) {
      const value = Math.sqrt(length) * meanWeight(reference.weights, query, a, a + length);
      for (let at = 0; at < length; at++) {
        const categoryId = reference.units[reference.unitAt[b + at] ?? -1]?.categoryId;
        const place = categoryId === undefined || categoryId === null ? undefined : classOf(categoryId);
        if (place === undefined) continue;
        let row = best.get(place);
        if (row === undefined) best.set(place, (row = new Float64Array(query.codes.length)));
        row[a + at] = Math.max(row[a + at] ?? 0, value);
      }
    }
  }
  for (const [place, row] of best) scores[place] = row.reduce((sum, value) => sum + value, 0);
  return scores;
}
