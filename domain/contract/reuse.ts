import { z } from 'zod';
import { operation } from './operation.ts';
import { id, span } from './values.ts';

const piece = z.strictObject({ article: span, reference: span, length: z.int() });

/** A passage of an article that stands in a reference text too, as it is or with changes; UTF-16 offsets of each. */
export const reuseRun = z.strictObject({
  article: span,
  reference: span,
  referenceId: id,
  kind: z.enum(['exact', 'near']),
  /** What both have, in order. */
  pieces: z.array(piece),
  /** Characters that both have, and the same with what is common weighed down. */
  length: z.int(),
  weight: z.number(),
  /** Share of the passage that both have, above 0 to 1. */
  share: z.number(),
  /** The sentences of the reference that it takes up, by their start, with the characters in each, most first. */
  units: z.array(z.strictObject({ id: z.string(), categoryId: id.nullable(), length: z.int() })),
  /** What the article has between pieces, and what the reference has there. */
  inserted: z.array(span),
  omitted: z.array(span),
  /** The other references that have most of it too. */
  alsoIn: z.array(id),
});
export type StoredReuseRun = z.infer<typeof reuseRun>;

/** A passage of an article that takes up a place of a reference. */
export const takenUp = z.strictObject({
  articleId: id,
  articleTitle: z.string().nullable(),
  articleOpening: z.string(),
  outletProvince: z.string().nullable(),
  article: span,
  exact: z.string(),
  reference: span,
  kind: z.enum(['exact', 'near']),
  share: z.number(),
});
export type TakenUp = z.infer<typeof takenUp>;

export const reuseOperations = {
  'reuse.find': operation(
    'job',
    'Compares articles, all of them when none are named, with the reference texts, and stores what they share; what is known already is not computed again.',
    z.strictObject({ articleIds: z.array(id).min(1).max(100_000).optional() }),
    z.strictObject({ articles: z.int() }),
  ),
  'reuse.list': operation(
    'read',
    'What an article shares with the reference texts, as it was computed; null when it was not yet, or when they changed since.',
    z.strictObject({ articleId: id }),
    z.strictObject({ runs: z.array(reuseRun) }).nullable(),
  ),
  'reuse.takenUp': operation(
    'read',
    'The passages of articles that take up a stretch of a reference text, by article; 500 at most, and how many articles were not compared yet.',
    z.strictObject({ referenceId: id, span }),
    z.strictObject({ passages: z.array(takenUp), articles: z.int(), waiting: z.int() }),
  ),
};
