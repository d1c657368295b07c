import type { ArticleMetadata, ProposedField } from '#domain/contract/article.ts';
import type { Span } from '#domain/text/span.ts';
import type { MetadataName } from './fields.ts';

export type ProposedPart = ProposedField['parts'][number];

/** Where a field's value comes from. */
export interface FieldEvidence {
  /** Parts of what was proposed that stand in the value. */
  standing: readonly ProposedPart[];
  /** Parts that do not, and can be taken back. */
  offered: readonly ProposedPart[];
  /** Items of the value that nobody proposed. */
  byHand: readonly string[];
  /** Whether what was proposed was concluded rather than stated. */
  concluded: boolean;
}

/** The value of a field as a list; an unknown one is empty. */
export function valuesOf(known: ArticleMetadata, name: MetadataName): readonly string[] {
  const value = known[name];
  if (value === null) return [];
  return typeof value === 'string' ? [value] : value;
}

export function findEvidence(
  known: ArticleMetadata,
  name: MetadataName,
  proposals: readonly ProposedField[],
): FieldEvidence {
  const values = valuesOf(known, name);
  const proposed = proposals.find(({ field }) => field === name);
  const parts = proposed?.parts ?? [];
  return {
    standing: parts.filter(({ value }) => values.includes(value)),
    offered: parts.filter(({ value }) => !values.includes(value)),
    byHand: values.filter((each) => parts.every(({ value }) => value !== each)),
    concluded: proposed?.confidence === 'likely',
  };
}

/** The places of the text that speak for the value, in the order of the parts. */
export function spansOf({ standing, offered }: FieldEvidence): Span[] {
  return (standing.length > 0 ? standing : offered).flatMap(({ at }) => at ?? []);
}

/** The value with a part of the proposal taken back; a list keeps the order of the proposal, and what she added after it. */
export function withPart(
  known: ArticleMetadata,
  { field, parts }: ProposedField,
  part: ProposedPart,
): Partial<ArticleMetadata> {
  if (field !== 'places' && field !== 'reporters') return { [field]: part.value };
  const present = known[field];
  const kept = parts.flatMap(({ value }) => (value === part.value || present.includes(value) ? value : []));
  return { [field]: [...new Set([...kept, ...present])] };
}
