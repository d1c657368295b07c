import { z } from 'zod';
import { matrix } from './matrix.ts';
import { operation } from './operation.ts';
import { id, span } from './values.ts';

/** A text that stands beside others: an article, or a reference text. */
export const comparedText = z.strictObject({ kind: z.enum(['article', 'reference']), id });
export type ComparedText = z.infer<typeof comparedText>;

/** Texts that can stand side by side. */
export const mostCompared = 4;

export const commonRun = z.strictObject({
  a: span,
  b: span,
  kind: z.enum(['exact', 'near']),
  pieces: z.array(z.strictObject({ a: span, b: span })),
  /** Characters that both have, after folding. */
  length: z.int(),
});

export const wordingInCommon = z.strictObject({
  texts: z.array(
    z.strictObject({
      /** The revision of an article that the places belong to, or the reference text's id. */
      revisionId: id,
      /** What other texts have too, sorted and disjoint, with how many of them. */
      stretches: z.array(z.strictObject({ start: z.int(), end: z.int(), count: z.int() })),
    }),
  ),
  /** For each two of the texts, by their places in the list, what both have; sorted by place in the first of them. */
  pairs: z.array(z.strictObject({ a: z.int(), b: z.int(), runs: z.array(commonRun) })),
});
export type WordingInCommon = z.infer<typeof wordingInCommon>;

/** What is counted of articles that stand side by side: their passages, by the categories of one codebook. */
export const comparisonQuestion = z.strictObject({
  articleIds: z.array(id).min(1).max(mostCompared),
  codebookId: id,
  /** Only what these coders annotated. */
  coderIds: z.array(id).min(1).max(1000).optional(),
});
export type ComparisonQuestion = z.infer<typeof comparisonQuestion>;

export const comparisonOperations = {
  'comparison.runs': operation(
    'read',
    'What two to four texts say in the same words: runs of each two of them, and for each text how many others have a stretch.',
    z.strictObject({
      texts: z.array(comparedText).min(2).max(mostCompared),
      /** Characters that a run has at least. */
      least: z.int().min(4).max(1000),
    }),
    wordingInCommon,
  ),
  'comparison.count': operation(
    'read',
    'Counts the passages of articles by category: a column for each category that any of them is linked to, a row for each article, those left out of other counts too.',
    comparisonQuestion,
    matrix,
  ),
};
