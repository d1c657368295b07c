import { z } from 'zod';
import { operation } from './operation.ts';
import { id, instant, nothing, span } from './values.ts';

const phrase = z.strictObject({ quote: z.string(), article: span, source: span });
/** Why a category is suggested; a refused link speaks against it. */
export const suggestionEvidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit'), referenceId: id, unitId: z.string(), phrases: z.array(phrase) }),
  z.strictObject({ kind: z.literal('title'), title: z.string(), phrases: z.array(phrase) }),
  z.strictObject({ kind: z.literal('link'), linkId: z.string(), accepted: z.boolean(), phrases: z.array(phrase) }),
  z.strictObject({ kind: z.literal('not-found'), spans: z.array(span) }),
]);

export const suggestion = z.strictObject({
  /** Null for "none". */
  categoryId: id.nullable(),
  /** 1 is the first. */
  rank: z.int(),
  /** How sure, 0 to 1. */
  score: z.number(),
  evidence: z.array(suggestionEvidence),
});
export type StoredSuggestion = z.infer<typeof suggestion>;

/** What suggestions rest on: without a reference tied to categories they are worth less. */
export const suggestBasis = z.enum(['reference', 'titles-and-links', 'titles']);

export const suggestionOperations = {
  'suggestion.find': operation(
    'job',
    'The categories that each sentence of an article most likely belongs to, with evidence; what the coder refused for a sentence is left out.',
    z.strictObject({ articleId: id }),
    z.strictObject({
      articleId: id,
      revisionId: id,
      basis: suggestBasis,
      method: z.string(),
      /** The instant up to which links taught them; null where all do. */
      until: instant.nullable(),
      sentences: z.array(span.extend({ suggestions: z.array(suggestion) })),
    }),
  ),
  'suggestion.forPassage': operation(
    'read',
    'The categories that a passage most likely belongs to, with evidence.',
    z.strictObject({ articleId: id, revisionId: id, span }),
    z.strictObject({ basis: suggestBasis, method: z.string(), suggestions: z.array(suggestion) }),
  ),
  'suggestion.refuse': operation(
    'write',
    'Says that a category that was suggested for a passage is not meant; suggestions learn from it.',
    z.strictObject({
      id,
      articleId: id,
      exact: z.string().min(1).max(100_000),
      categoryId: id,
      method: z.string().max(100),
    }),
    nothing,
  ),
  'suggestion.learning': operation(
    'read',
    'Whether suggestions go on learning from links (null), or only from those made until an instant.',
    nothing,
    z.strictObject({ until: instant.nullable() }),
  ),
  'suggestion.freeze': operation(
    'write',
    'Freezes what suggestions have learnt, for a round of coding, or lets them learn again.',
    z.strictObject({ frozen: z.boolean() }),
    nothing,
  ),
};
