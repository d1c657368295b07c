import { z } from 'zod';
import { operation } from './operation.ts';
import { id, nothing, version } from './values.ts';

/** `kept`: two articles. `excluded`: the later one is left out. `replaced`: its text became that of the earlier one. */
export const duplicateDecision = z.enum(['open', 'kept', 'excluded', 'replaced']);
export type DuplicateDecision = z.infer<typeof duplicateDecision>;

export const duplicate = z.strictObject({
  id,
  version,
  /** The later article of the two. */
  articleId: id,
  /** The one that was there before it. */
  otherId: id,
  /** `exact`: the same but for punctuation, glosses and layout; `near`: another copy, damaged or with other furniture. */
  kind: z.enum(['exact', 'near']),
  /** Share of the shorter text's 5-character runs that the longer has too, 0 to 1. */
  share: z.number(),
  /** Runs in both over runs in either, 0 to 1. */
  resemblance: z.number(),
  /** The longest run of characters both have, punctuation and glosses apart. */
  longestRun: z.int(),
  decision: duplicateDecision,
});
export type Duplicate = z.infer<typeof duplicate>;

/** How the articles of a reprint family are counted: as one, as one for each outlet, or not at all. */
export const reprintCounting = z.enum(['once', 'per-outlet', 'none']);
export type ReprintCounting = z.infer<typeof reprintCounting>;

export const reprintFamily = z.strictObject({
  id,
  version,
  /** The source as the researcher says; null when she has not. */
  sourceId: id.nullable(),
  /** The article that is presumed to be the source, and why: others name its outlet, it is of an agency, it is the earliest. */
  presumed: z.strictObject({ articleId: id, why: z.enum(['named', 'agency', 'earliest']) }).nullable(),
  /** By date, unknown dates last. */
  articleIds: z.array(id),
});
export type ReprintFamily = z.infer<typeof reprintFamily>;

export const duplicateOperations = {
  'duplicate.list': operation(
    'read',
    'Pairs of articles that are one article twice, those to be decided first.',
    nothing,
    z.array(duplicate),
  ),
  'duplicate.decide': operation(
    'write',
    'Keeps both articles, leaves the later one out, or makes its text a new revision of the earlier one, whose annotations are then placed anew and shown for confirmation where they moved.',
    z.strictObject({ id, version, decision: duplicateDecision }),
    z.strictObject({
      /** Annotations that stand as before, that wait for confirmation, and that found no place. */
      placed: z.int(),
      moved: z.int(),
      orphans: z.int(),
    }),
  ),
  'family.list': operation(
    'read',
    'The reprint families, each the same text in several outlets, and how they are counted.',
    nothing,
    z.strictObject({ counting: reprintCounting, families: z.array(reprintFamily) }),
  ),
  'family.create': operation(
    'write',
    'Makes articles one reprint family; those of another leave it.',
    z.strictObject({ id, articleIds: z.array(id).min(2).max(500) }),
    nothing,
  ),
  'family.setSource': operation(
    'write',
    'Says which article of a family the others reprint; null leaves it to what is presumed.',
    z.strictObject({ familyId: id, version, articleId: id.nullable() }),
    nothing,
  ),
  'family.leave': operation(
    'write',
    'Takes an article out of its reprint family; a family of one is none.',
    z.strictObject({ articleId: id }),
    nothing,
  ),
  'reprintCounting.set': operation(
    'write',
    'Says how reprint families count in every measure of the corpus.',
    z.strictObject({ counting: reprintCounting }),
    nothing,
  ),
};
