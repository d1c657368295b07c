import { z } from 'zod';
import { operation } from './operation.ts';
import {
  annotationStatus,
  id,
  instant,
  note,
  nothing,
  origin,
  plainDate,
  relation,
  shortText,
  span,
  version,
  voice,
  voiceKind,
} from './values.ts';

/** What a link came from that was suggested; another category than the one suggested first is a suggestion changed. */
const linkSuggestion = z.strictObject({
  rank: z.int().min(1),
  score: z.number().min(0).max(1),
  method: z.string().max(100),
});

export const link = z.strictObject({
  id,
  categoryId: id,
  relation: relation.nullable(),
  origin,
  codebookRevisionId: id,
  /** Made before its category got another meaning, and not confirmed since. */
  recheck: z.boolean(),
  /** Of one that was suggested: what rank it had, how sure it was (0 to 1), and the method. */
  suggestion: linkSuggestion.optional(),
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
  /** The researcher's own translation of the passage. */
  translation: note,
  voice: voice.nullable(),
  status: annotationStatus,
  coderId: id,
  coderName: z.string(),
  createdAt: instant,
  changedAt: instant,
  links: z.array(link),
});
export type Annotation = z.infer<typeof annotation>;

export const linkInput = z.strictObject({
  id,
  categoryId: id,
  relation: relation.nullable(),
  /** Given when it was suggested; it then has that origin. */
  suggestion: linkSuggestion.optional(),
});
const links = z
  .array(linkInput)
  .max(75)
  .refine((all) => new Set(all.map((each) => each.categoryId)).size === all.length, 'a category is linked once');

/** An annotation wherever it is in the corpus, with what is known of its article. */
export const foundAnnotation = annotation.extend({
  articleTitle: z.string().nullable(),
  /** The beginning of the text, to tell articles without a title apart. */
  articleOpening: z.string(),
  outlet: z.string().nullable(),
  outletProvince: z.string().nullable(),
  publishedOn: plainDate.nullable(),
});
export type FoundAnnotation = z.infer<typeof foundAnnotation>;

const some = <Value extends z.ZodType>(value: Value) => z.array(value).min(1).max(1000).optional();
/** What wants a look: its text is gone, its place or its links are to be confirmed, or nobody has linked it yet. */
export const annotationConcern = z.enum(['orphan', 'to-confirm', 'recheck', 'no-category']);
/**
 * Conditions that all hold; of the values of one, any. `none` among values stands for an empty field. Category, relation
 * and origin hold of one and the same link.
 */
export const annotationFilter = z.strictObject({
  articleIds: some(id),
  /** With all below them. */
  categoryIds: some(id),
  provinces: some(shortText),
  outlets: some(shortText),
  genres: some(shortText),
  /** Months of publication; a year for articles of which no more is known. */
  months: some(z.union([plainDate, z.literal('none')])),
  /** Days of publication, both included; an article whose date is less precise belongs where its known part lies. */
  from: plainDate.optional(),
  to: plainDate.optional(),
  coderIds: some(id),
  relations: some(z.union([relation, z.literal('none')])),
  voices: some(z.union([voiceKind, z.literal('none')])),
  statuses: some(annotationStatus),
  origins: some(origin),
  concerns: some(annotationConcern),
  /** Stands in the passage, the note, the translation, or the speaker's name. */
  text: shortText.optional(),
  /** Also in articles that are left out of every count. */
  excluded: z.boolean().optional(),
  /** Of reprints, only in those that the corpus counts. */
  counted: z.boolean().optional(),
});
export type AnnotationFilter = z.infer<typeof annotationFilter>;

export const annotationOrder = z.enum([
  'article',
  'category',
  'province',
  'outlet',
  'date',
  'quote',
  'coder',
  'voice',
  'status',
  'created',
  'changed',
]);
export type AnnotationOrder = z.infer<typeof annotationOrder>;

const ids = z.array(id).min(1).max(100_000);
/** A change made to many annotations at once. */
export const recoding = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('add'), categoryId: id, relation: relation.nullable() }),
  z.strictObject({ do: z.literal('remove'), categoryId: id }),
  z.strictObject({ do: z.literal('replace'), categoryId: id, byId: id }),
  /** Of the links to one category, or of all (null). */
  z.strictObject({ do: z.literal('relate'), categoryId: id.nullable(), relation: relation.nullable() }),
  z.strictObject({ do: z.literal('set-status'), status: annotationStatus }),
  z.strictObject({ do: z.literal('set-voice'), voice: voice.nullable() }),
  z.strictObject({ do: z.literal('bin') }),
]);
export type Recoding = z.infer<typeof recoding>;

export const annotationOperations = {
  'annotation.list': operation(
    'read',
    'The annotations of an article, by position.',
    z.strictObject({ articleId: id }),
    z.array(annotation),
  ),
  'annotation.find': operation(
    'read',
    'The ids of the annotations of the corpus that a filter lets through, in an order; `annotation.get` gives them.',
    z.strictObject({ filter: annotationFilter, order: annotationOrder, descending: z.boolean() }),
    z.strictObject({ ids: z.array(id) }),
  ),
  'annotation.get': operation(
    'read',
    'Annotations by their ids, in the order asked for; those that are gone are left out.',
    z.strictObject({ ids: z.array(id).max(500) }),
    z.array(foundAnnotation),
  ),
  'annotation.recode': operation(
    'write',
    'Makes one change to many annotations, as one step of the history; answers how many it changed.',
    z.strictObject({ ids, change: recoding }),
    z.strictObject({ changed: z.int() }),
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
      translation: note.optional(),
      voice: voice.nullable().optional(),
      status: annotationStatus.optional(),
      links,
    }),
    annotation,
  ),
  'annotation.update': operation(
    'write',
    'Changes the note, translation, voice, status, span or links of an annotation; what is not given stays.',
    z.strictObject({
      id,
      version,
      note: note.optional(),
      translation: note.optional(),
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
