import { z } from 'zod';
import { operation } from './operation.ts';
import { annotationStatus, id, instant, note, nothing, origin, relation, span, version, voice } from './values.ts';

export const link = z.strictObject({
  id,
  categoryId: id,
  relation: relation.nullable(),
  origin,
  codebookRevisionId: id,
});
export type Link = z.infer<typeof link>;

export const annotation = z.strictObject({
  id,
  version,
  articleId: id,
  /** The revision in whose text the offsets are. */
  revisionId: id,
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  prefix: z.string(),
  suffix: z.string(),
  anchorState: z.enum(['placed', 'orphan']),
  /** Set when a new text of the article made its place a guess: found elsewhere, or in words that differ. */
  toConfirm: z.enum(['moved', 'approximate']).nullable(),
  /** Where it stood in the text before, with the words around it: given while its place waits for confirmation. */
  formerly: z.strictObject({ prefix: z.string(), exact: z.string(), suffix: z.string() }).optional(),
  note,
  voice: voice.nullable(),
  status: annotationStatus,
  coderId: id,
  coderName: z.string(),
  createdAt: instant,
  changedAt: instant,
  links: z.array(link),
});
export type Annotation = z.infer<typeof annotation>;

export const linkInput = z.strictObject({ id, categoryId: id, relation: relation.nullable() });
const links = z
  .array(linkInput)
  .max(75)
  .refine((all) => new Set(all.map((each) => each.categoryId)).size === all.length, 'a category is linked once');

export const annotationOperations = {
  'annotation.list': operation(
    'read',
    'The annotations of an article, by position.',
    z.strictObject({ articleId: id }),
    z.array(annotation),
  ),
  'annotation.create': operation(
    'write',
    'Annotates a passage: the quote must be what stands at the span in that revision.',
    z.strictObject({
      id,
      articleId: id,
      revisionId: id,
      span,
      exact: z.string().min(1),
      note: note.optional(),
      voice: voice.nullable().optional(),
      status: annotationStatus.optional(),
      links,
    }),
    annotation,
  ),
  'annotation.update': operation(
    'write',
    'Changes the note, voice, status, span or links of an annotation; what is not given stays.',
    z.strictObject({
      id,
      version,
      note: note.optional(),
      voice: voice.nullable().optional(),
      status: annotationStatus.optional(),
      /** A place given is a place confirmed. */
      span: span.optional(),
      links: links.optional(),
    }),
    annotation,
  ),
  'annotation.remove': operation(
    'write',
    'Puts an annotation and its links into the bin; undo brings them back.',
    z.strictObject({ id, version }),
    nothing,
  ),
};
