import type { Span } from '../text/span.ts';
import { foldedRange, foldText } from './folded-text.ts';
import { type GramWeights, gramWeights } from './commonness.ts';
import { type GramIndex, indexGrams } from './shared-runs.ts';

/** A sentence, or another unit, of a reference text with the category it belongs to; UTF-16 offsets of the reference. */
export interface ReferenceUnit extends Span {
  id: string;
  /** The part or item; null for what stands in none, such as the closing paragraphs. */
  categoryId: string | null;
}

/** A text that articles are compared against, divided into units that are sorted and disjoint. */
export interface Reference {
  id: string;
  text: string;
  units: readonly ReferenceUnit[];
}

/** A reference made ready for many comparisons. What it holds is for `domain/reuse` and `domain/suggest` alone. */
export interface ReferenceIndex {
  readonly id: string;
  readonly text: string;
  readonly units: readonly ReferenceUnit[];
  readonly grams: GramIndex;
  /** For each folded code the index of its unit, -1 outside of all. */
  readonly unitAt: Int32Array;
  readonly weights: GramWeights;
}

export const SEED = 4;

/**
 * Builds the index of a reference: some 10 ms for 22,000 characters, once. `weights` say how much a run of four characters
 * counts; without them, how many of the reference's own units have it.
 */
export function indexReference(reference: Reference, weights?: GramWeights): ReferenceIndex {
  const folded = foldText(reference.text);
  const units = reference.units.toSorted((one, other) => one.start - other.start);
  const unitAt = new Int32Array(folded.codes.length).fill(-1);
  for (const [at, unit] of units.entries()) {
    const { from, to } = foldedRange(folded, unit);
    unitAt.fill(at, from, to);
  }
  const pieces = units.length > 1 ? units.map(({ start, end }) => reference.text.slice(start, end)) : [reference.text];
  return {
    id: reference.id,
    text: reference.text,
    units,
    grams: indexGrams(folded, SEED),
    unitAt,
    weights: weights ?? gramWeights(pieces),
  };
}

/** An index of any text, such as another article, as one unit of no category; only standing phrases weigh less. */
export function indexText(id: string, text: string): ReferenceIndex {
  return indexReference(
    { id, text, units: text === '' ? [] : [{ id, start: 0, end: text.length, categoryId: null }] },
    gramWeights([]),
  );
}
