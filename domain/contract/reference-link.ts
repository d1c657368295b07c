import { z } from 'zod';
import { operation } from './operation.ts';
import { id, nothing, origin, plainDate, relation, span, version } from './values.ts';

/** What of a reference text a passage is linked to. */
export const referenceLevel = z.enum(['part', 'lead-in', 'item', 'sentence']);
export type ReferenceLevel = z.infer<typeof referenceLevel>;

/** A passage linked to a place of a reference text; its words stay the same however the reference is divided later. */
export const referenceLink = z.strictObject({
  id,
  version,
  annotationId: id,
  referenceId: id,
  level: referenceLevel,
  /** UTF-16 offsets of the reference text. */
  place: span,
  relation: relation.nullable(),
  origin,
  coderId: id,
});
export type ReferenceLink = z.infer<typeof referenceLink>;

/** A link as the reference sees it, with the passage it comes from. */
export const linkedPassage = referenceLink.extend({
  articleId: id,
  articleTitle: z.string().nullable(),
  articleOpening: z.string(),
  outletProvince: z.string().nullable(),
  publishedOn: plainDate.nullable(),
  exact: z.string(),
});
export type LinkedPassage = z.infer<typeof linkedPassage>;

export const referenceLinkOperations = {
  'referenceLink.list': operation(
    'read',
    'The links from passages of an article to places of reference texts.',
    z.strictObject({ articleId: id }),
    z.array(referenceLink),
  ),
  'referenceLink.passages': operation(
    'read',
    'The passages linked to a place of a reference text, or to one that overlaps it, by article; 500 at most.',
    z.strictObject({ referenceId: id, place: span }),
    z.array(linkedPassage),
  ),
  'referenceLink.create': operation(
    'write',
    'Links an annotation to a part, lead-in or item of a reference text, or to one of its sentences: the place must be exactly that.',
    z.strictObject({
      id,
      annotationId: id,
      referenceId: id,
      level: referenceLevel,
      place: span,
      relation: relation.nullable(),
    }),
    referenceLink,
  ),
  'referenceLink.update': operation(
    'write',
    'Says how the passage takes the place up.',
    z.strictObject({ id, version, relation: relation.nullable() }),
    referenceLink,
  ),
  'referenceLink.remove': operation(
    'write',
    'Takes a link to a place of a reference text away; undo brings it back.',
    z.strictObject({ id, version }),
    nothing,
  ),
};
