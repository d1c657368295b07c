import { z } from 'zod';
import { matrixColumns, matrixFilter, matrixRow, matrixRowKind } from './matrix.ts';
import { operation } from './operation.ts';
import { id, plainDate, shortText, span } from './values.ts';

const asked = { columns: matrixColumns, filter: matrixFilter };

/** What two categories have in common: an article, a sentence of body text, or a place that a passage of each is over. */
export const pairUnit = z.enum(['articles', 'sentences', 'overlaps']);
export type PairUnit = z.infer<typeof pairUnit>;

export const pairs = z.strictObject({
  columns: z.array(id),
  /** Three numbers a pair that occurs: two columns (from 0, the lesser first, or twice the same), and how often. */
  counts: z.array(z.int()),
  /** Articles that were looked at, and those of them that are completely coded. */
  articles: z.int(),
  complete: z.int(),
  reprints: z.int(),
});
export type Pairs = z.infer<typeof pairs>;

export const sequence = z.strictObject({
  articleId: id,
  name: z.string(),
  province: shortText.nullable(),
  outlet: shortText.nullable(),
  publishedOn: plainDate.nullable(),
  complete: z.boolean(),
  /** UTF-16 units of its text. */
  length: z.int(),
  /** Three numbers for each column of each passage that stands in the text: its start, its end, the column (from 0); by start. */
  passages: z.array(z.int()),
});
export type Sequence = z.infer<typeof sequence>;

export const sequences = z.strictObject({
  columns: z.array(id),
  /** By date, those without one last. */
  articles: z.array(sequence),
  /** Articles that meet the conditions, those given or not. */
  all: z.int(),
  reprints: z.int(),
});
export type Sequences = z.infer<typeof sequences>;

export const takenSentence = z.strictObject({
  referenceId: id,
  /** In the reference text. */
  span,
  text: z.string(),
  /** Articles that take it up. */
  articles: z.int(),
});
export type TakenSentence = z.infer<typeof takenSentence>;

export const pictureOperations = {
  'matrix.pairs': operation(
    'read',
    'Counts how often two categories occur together, each with all below it.',
    z.strictObject({ ...asked, unit: pairUnit }),
    pairs,
  ),
  'matrix.sequences': operation(
    'read',
    'The passages of each article in the order of its text, by category; of one article, or of the first, as many as asked for.',
    z.strictObject({ ...asked, most: z.int().min(1).max(10_000), articleId: id.optional() }),
    sequences,
  ),
  'matrix.sentences': operation(
    'read',
    'The sentences of the reference texts that belong to a category, with the number of articles that take each up; of one row of the matrix, or of all.',
    z.strictObject({ rows: matrixRowKind, key: matrixRow.shape.key.nullable(), categoryId: id, filter: matrixFilter }),
    z.strictObject({ sentences: z.array(takenSentence), articles: z.int(), waiting: z.int() }),
  ),
};
