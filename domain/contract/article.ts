import { z } from 'zod';
import { operation } from './operation.ts';
import { codingState, id, instant, nothing, plainDate, role, script, shortText, version } from './values.ts';

/** What is known about an article; null is unknown and stays so until the researcher says otherwise. */
export const articleMetadata = z.strictObject({
  title: shortText.nullable(),
  outlet: shortText.nullable(),
  /** The province of the paper; `places` are those written about. */
  outletProvince: shortText.nullable(),
  places: z.array(shortText.min(1)).max(50),
  publishedOn: plainDate.nullable(),
  reporters: z.array(shortText.min(1)).max(100),
  editor: shortText.nullable(),
  source: shortText.nullable(),
  address: z.string().max(2000).nullable(),
  genre: shortText.nullable(),
  script: script.nullable(),
});
export type ArticleMetadata = z.infer<typeof articleMetadata>;

export const metadataField = z.enum(Object.keys(articleMetadata.shape) as [keyof ArticleMetadata]);

/** Why an article is left out of every count. */
export const exclusionReasons = ['duplicate', 'off-topic', 'no-article', 'out-of-period', 'other'] as const;
export const exclusion = z.strictObject({ reason: z.enum(exclusionReasons), note: shortText });
export type Exclusion = z.infer<typeof exclusion>;

export const articleRow = articleMetadata.extend({
  id,
  version,
  fileName: z.string(),
  /** The beginning of the text, to tell articles without a title apart. */
  opening: z.string(),
  /** UTF-16 length of the current text. */
  length: z.int(),
  annotations: z.int(),
  /** The asking coder's coding status for the built-in codebook. */
  codingState,
  /** Fields that were concluded and not stated, and that nobody has confirmed. */
  unconfirmed: z.array(metadataField),
  /** Null for an article that is included. */
  exclusion: exclusion.nullable(),
  /** Repairs that stand in the text, and proposals that wait. */
  repairs: z.strictObject({ applied: z.int(), open: z.int() }),
  /** Places that were flagged and cannot be repaired. */
  flags: z.int(),
  /** The reprint family it belongs to. */
  familyId: id.nullable(),
  createdAt: instant,
  changedAt: instant,
});
export type ArticleRow = z.infer<typeof articleRow>;

export const textChange = z.strictObject({
  start: z.int(),
  end: z.int(),
  insert: z.string(),
  kind: z.enum(['repair', 'correction']),
  reason: z.string(),
});

export const articleText = articleRow.extend({
  revisionId: id,
  revision: z.int().min(1),
  text: z.string(),
  /** One role per paragraph of `text`. */
  roles: z.array(role),
});
export type ArticleText = z.infer<typeof articleText>;

/** A value proposed for a field, with the evidence of each of its parts. */
export const proposedField = z.strictObject({
  field: metadataField,
  /** Of a list, each item is a part. */
  parts: z.array(
    z.strictObject({
      value: z.string(),
      /** Where it was read: in the text, the file's name, the page around it, or a column of a table. */
      from: z.enum(['text', 'file-name', 'html', 'declared']),
      /** The words of the text that say so; empty where it comes from elsewhere. */
      quote: z.string(),
      /** Where these words stand in the current text; null when they are gone. */
      at: z.strictObject({ start: z.int(), end: z.int() }).nullable(),
    }),
  ),
  /** `certain` is stated as such; `likely` is concluded and wants a look. */
  confidence: z.enum(['certain', 'likely']),
});
export type ProposedField = z.infer<typeof proposedField>;

export const articleOperations = {
  'article.list': operation('read', 'All articles of the corpus, newest first.', nothing, z.array(articleRow)),
  'article.get': operation(
    'read',
    'One article with its current text and the roles of its paragraphs.',
    z.strictObject({ articleId: id }),
    articleText,
  ),
  'article.original': operation(
    'read',
    'The text exactly as imported, with the file it came from and what made it well-formed.',
    z.strictObject({ articleId: id }),
    z.strictObject({
      text: z.string(),
      fileName: z.string(),
      encoding: z.string(),
      bytes: z.int(),
      bytesSha256: z.string(),
      textSha256: z.string(),
      /** What made the text well-formed, in offsets of `text`. */
      changes: z.array(textChange),
      /** The repairs that stand in the current text, in offsets of the text so made. */
      repairs: z.array(textChange),
    }),
  ),
  'article.evidence': operation(
    'read',
    'What was proposed about an article when it was imported, each value with where it comes from.',
    z.strictObject({ articleId: id }),
    z.array(proposedField),
  ),
  'article.update': operation(
    'write',
    'Changes what is known about an article and confirms what was concluded; the text is not touched. A field that is changed is confirmed.',
    z.strictObject({
      articleId: id,
      version,
      metadata: articleMetadata.partial(),
      confirm: z.array(metadataField).max(20).optional(),
    }),
    z.strictObject({ version }),
  ),
  'article.setRole': operation(
    'write',
    'Says what a paragraph of the current text is.',
    z.strictObject({ articleId: id, revisionId: id, paragraph: z.int().min(0), role }),
    nothing,
  ),
  'article.setExclusion': operation(
    'write',
    'Leaves an article out of every count, with the reason, or takes it in again; it stays readable and keeps its annotations.',
    z.strictObject({ articleId: id, version, exclusion: exclusion.nullable() }),
    z.strictObject({ version }),
  ),
  'article.remove': operation(
    'write',
    'Puts an article into the bin, with its annotations; undo brings it back.',
    z.strictObject({ articleId: id, version }),
    nothing,
  ),
  'codingStatus.set': operation(
    'write',
    "Sets the asking coder's coding status of an article for a codebook; only in a complete article is unmarked text an explicit none.",
    z.strictObject({ articleId: id, codebookId: id, state: codingState }),
    nothing,
  ),
};
