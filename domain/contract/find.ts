import { z } from 'zod';
import { annotationFilter } from './annotation.ts';
import { metadataField } from './article.ts';
import { operation } from './operation.ts';
import { annotationStatus, id, plainDate, relation, span } from './values.ts';

/** Where is looked: in the text, in the notes and translations of annotations and the memos of articles, in what is known of articles. */
export const findPlace = z.enum(['text', 'notes', 'metadata']);
export type FindPlace = z.infer<typeof findPlace>;

export const findFilter = annotationFilter.pick({
  articleIds: true,
  provinces: true,
  outlets: true,
  genres: true,
  from: true,
  to: true,
  excluded: true,
  /** Whose notes and memos; what is known of an article, and its text, are nobody's. */
  coderIds: true,
});
export type FindFilter = z.infer<typeof findFilter>;

/** A string, or strings with operators; see `parseQuery`. */
const query = z.string().min(1).max(500);
const sought = { query, places: z.array(findPlace).min(1).max(3), filter: findFilter };

/** By article and place; or by what stands before or after the hit, folded as the query is. */
export const hitOrder = z.enum(['article', 'left', 'right']);
export type HitOrder = z.infer<typeof hitOrder>;

export const hit = z.strictObject({
  articleId: id,
  /** The current revision of the article, in whose text the offsets of a hit in the text are. */
  revisionId: id,
  place: z.enum(['text', 'note', 'translation', 'memo', 'metadata']),
  /** The annotation of a note or a translation. */
  annotationId: id.nullable(),
  /** What the metadata are about. */
  field: metadataField.nullable(),
  start: z.int(),
  end: z.int(),
  exact: z.string(),
  before: z.string(),
  after: z.string(),
  /** Shares characters with the hit before it in the same text. */
  overlaps: z.boolean(),
});
export type Hit = z.infer<typeof hit>;

const count = z.strictObject({ articles: z.int(), hits: z.int() });

export const findOperations = {
  'text.find': operation(
    'read',
    'Finds strings in the whole corpus, both scripts at once: how many articles have them, and a portion of the hits in context.',
    z.strictObject({
      ...sought,
      order: hitOrder,
      offset: z.int().min(0).max(10_000_000),
      limit: z.int().min(1).max(1000),
    }),
    z.strictObject({
      articles: z.int(),
      hits: z.array(hit),
      /** False where there were too many to be sorted, so that they come by article. */
      sorted: z.boolean(),
    }),
  ),
  'text.count': operation(
    'read',
    'Counts what `text.find` finds: articles and hits, in all, by the province of the paper and by the month.',
    z.strictObject(sought),
    count.extend({
      /** By the most hits. */
      provinces: z.array(count.extend({ province: z.string().nullable() })),
      /** In order; a date that is known to the year only counts as that year, an unknown one comes last. */
      months: z.array(count.extend({ month: plainDate.nullable() })),
    }),
  ),
  'text.annotateHits': operation(
    'write',
    'Annotates hits that were reviewed and links each to the same categories, as one step of the history. A hit whose text is no longer there, or that its coder has linked to them already, is refused, and the others are made.',
    z.strictObject({
      hits: z
        .array(z.strictObject({ id, articleId: id, revisionId: id, span, exact: z.string().min(1) }))
        .min(1)
        .max(10_000),
      categories: z
        .array(z.strictObject({ categoryId: id, relation: relation.nullable() }))
        .min(1)
        .max(75)
        .refine((all) => new Set(all.map((each) => each.categoryId)).size === all.length, 'a category is linked once'),
      status: annotationStatus.optional(),
    }),
    z.strictObject({
      made: z.int(),
      refused: z.array(
        z.strictObject({
          id,
          reason: z.enum(['article-missing', 'revision-missing', 'quote-mismatch', 'already-linked']),
        }),
      ),
    }),
  ),
};
