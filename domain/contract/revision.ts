import { z } from 'zod';
import { operation } from './operation.ts';
import { id, instant } from './values.ts';

/** A stretch of the text that is replaced; half-open, in UTF-16 offsets; empty where something is put in. */
const netChange = z.strictObject({ start: z.int().min(0), end: z.int().min(0), insert: z.string().max(1_000_000) });
const netChanges = z.array(netChange).max(50_000);

/** A correction that was begun and is not saved: what it changes of that revision, in UTF-16 offsets of its text. */
export const correctionDraft = z.strictObject({ revisionId: id, changes: netChanges.readonly() });
export type CorrectionDraft = z.infer<typeof correctionDraft>;

export const revisionKind = z.enum(['import', 'repair', 'correction']);
export const revisionRow = z.strictObject({
  id,
  number: z.int(),
  at: instant,
  coderName: z.string(),
  /** What made it of the one before; the first came with a file. */
  kind: revisionKind,
  changes: z.int(),
});
export type RevisionRow = z.infer<typeof revisionRow>;

/** One change of a revision with the words around it. */
export const revisionChange = z.strictObject({
  prefix: z.string(),
  before: z.string(),
  after: z.string(),
  suffix: z.string(),
  /** Where it stands in the text of the revision. */
  at: z.strictObject({ start: z.int(), end: z.int() }),
});
export type RevisionChange = z.infer<typeof revisionChange>;

export const revisionOperations = {
  'article.correct': operation(
    'write',
    'Corrects the text by changes in offsets of its current revision, sorted and disjoint; makes a new revision and carries the annotations along. Answers with it, and how many annotations lost their words.',
    z.strictObject({ articleId: id, revisionId: id, changes: netChanges.min(1) }),
    z.strictObject({ revisionId: id, orphans: z.int() }),
  ),
  'revision.list': operation(
    'read',
    'The revisions that led to the current text, newest first.',
    z.strictObject({ articleId: id }),
    z.array(revisionRow),
  ),
  'revision.changes': operation(
    'read',
    'What one revision changed in the text before it; of very many changes, the first 1,000.',
    z.strictObject({ articleId: id, revisionId: id }),
    z.strictObject({ total: z.int(), changes: z.array(revisionChange) }),
  ),
};
