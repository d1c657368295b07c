import { z } from 'zod';
import { operation } from './operation.ts';
import { codingState, id, instant, nothing, plainDate, role, script, shortText, token, version } from './values.ts';

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

/** The encodings a text can be read in. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'gbk', 'gb18030', 'big5', 'big5-hkscs'] as const;
export type Encoding = (typeof encodings)[number];

export const importSource = z.union(
  [
    z.strictObject({ grant: token }),
    z.strictObject({ text: z.string().min(1).max(20_000_000), name: shortText.min(1) }),
    z.strictObject({ sample: z.literal('shanxi') }),
  ],
  'give a grant, a text with its name, or the sample',
);

export const importedFile = z.strictObject({
  name: z.string(),
  outcome: z.enum(['imported', 'duplicate', 'refused']),
  articleId: id.nullable(),
  encoding: z.string().nullable(),
  /** Changes that made the text well-formed, in revision 1. */
  repairs: z.int(),
  reason: z.string().nullable(),
  message: z.string().nullable(),
});
export type ImportedFile = z.infer<typeof importedFile>;

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
      changes: z.array(textChange),
    }),
  ),
  'article.import': operation(
    'job',
    'Imports files, pasted text or the sample; one bad file never stops the rest. With `encoding`, every text in them is read in it.',
    z.strictObject({ sources: z.array(importSource).min(1).max(100_000), encoding: z.enum(encodings).optional() }),
    z.strictObject({ files: z.array(importedFile) }),
  ),
  'article.update': operation(
    'write',
    'Changes what is known about an article; the text is not touched.',
    z.strictObject({ articleId: id, version, metadata: articleMetadata.partial() }),
    z.strictObject({ version }),
  ),
  'article.setRole': operation(
    'write',
    'Says what a paragraph of the current text is.',
    z.strictObject({ articleId: id, revisionId: id, paragraph: z.int().min(0), role }),
    nothing,
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
