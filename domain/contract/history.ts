import { z } from 'zod';
import { operation } from './operation.ts';
import { annotation } from './annotation.ts';
import { id, instant, name, note, nothing, role, shortText, version } from './values.ts';

export const historyEntry = z.strictObject({
  id,
  seq: z.int(),
  coderId: id,
  coderName: z.string(),
  at: instant,
  /** The operation's name in the contract. */
  operation: z.string(),
  articleId: id.nullable(),
  /** What it was about, to be shown: the quote of an annotation, the title of an article. */
  subject: z.string(),
  state: z.enum(['done', 'undone']),
  /** For an undo or a redo: the entry it turned. */
  turned: id.nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** What an entry did to one row: `before` and `after` hold the columns that differ, as they are kept. */
export const historyChange = z.strictObject({
  table: z.string(),
  id: z.string(),
  did: z.enum(['made', 'changed', 'removed', 'restored']),
  /** Names the row: a quote, a title. */
  subject: z.string(),
  fields: z.array(
    z.strictObject({
      field: z.string(),
      before: z.union([z.string(), z.number(), z.null()]),
      after: z.union([z.string(), z.number(), z.null()]),
    }),
  ),
});
export type HistoryChange = z.infer<typeof historyChange>;

export const binKind = z.enum([
  'article',
  'annotation',
  'codebook',
  'category',
  'memo',
  'state',
  'reference',
  'formula',
  'finding',
  'template',
]);
export type BinKind = z.infer<typeof binKind>;
export const binItem = z.strictObject({
  kind: binKind,
  id,
  subject: z.string(),
  articleId: id.nullable(),
  deletedAt: instant,
  coderName: z.string().nullable(),
  /** The name of the state that keeps it from being emptied out; null when none does. */
  keptFor: z.string().nullable(),
});
export type BinItem = z.infer<typeof binItem>;

export const namedState = z.strictObject({
  id,
  version,
  name: z.string(),
  note: z.string(),
  at: instant,
  coderName: z.string(),
});
export type NamedState = z.infer<typeof namedState>;

export const historyOperations = {
  'history.list': operation(
    'read',
    'The trail, newest first: who did what, and when.',
    z.strictObject({
      limit: z.int().min(1).max(1000).optional(),
      /** Only entries before this number: the next page. */
      before: z.int().optional(),
      articleId: id.optional(),
      coderId: id.optional(),
      operations: z.array(shortText).min(1).max(100).optional(),
      /** Instants, both included. */
      from: instant.optional(),
      to: instant.optional(),
      /** Stands in the subject. */
      text: shortText.optional(),
    }),
    z.array(historyEntry),
  ),
  'history.changes': operation(
    'read',
    'What one entry of the history changed, row by row; of very many rows, the first 500.',
    z.strictObject({ entryId: id }),
    z.strictObject({ total: z.int(), changes: z.array(historyChange) }),
  ),
  'article.asOf': operation(
    'read',
    'An article as it was at an instant: its text then and its annotations then. What was emptied out of the bin is not in it.',
    z.strictObject({ articleId: id, at: instant }),
    z.strictObject({
      revisionId: id,
      revision: z.int(),
      title: z.string().nullable(),
      text: z.string(),
      roles: z.array(role),
      annotations: z.array(annotation),
    }),
  ),
  'bin.list': operation(
    'read',
    'What lies in the bin, the last first, at most 5,000: articles, annotations, categories, codebooks, memos, names of states.',
    nothing,
    z.array(binItem),
  ),
  'bin.restore': operation(
    'write',
    'Takes something out of the bin, with what went into it in the same step.',
    z.strictObject({ kind: binKind, id }),
    nothing,
  ),
  'bin.empty': operation(
    'write',
    'Deletes for good what is in the bin and no named state keeps, after a backup. Ends undo before this point, or before the first named state; needs the corpus alone.',
    nothing,
    z.strictObject({ deleted: z.int(), kept: z.int() }),
  ),
  'state.list': operation('read', 'The named states of the corpus, newest first.', nothing, z.array(namedState)),
  'state.create': operation(
    'write',
    'Names the corpus as it is now; what belongs to it is safe from emptying the bin.',
    z.strictObject({ id, name, note }),
    nothing,
  ),
  'state.remove': operation(
    'write',
    'Takes the name off a state; the bin may then be emptied of what it kept.',
    z.strictObject({ id, version }),
    nothing,
  ),
  'history.state': operation(
    'read',
    "The asking coder's next undo and redo.",
    nothing,
    z.strictObject({ undo: historyEntry.nullable(), redo: historyEntry.nullable() }),
  ),
  'history.undo': operation('write', "Takes back the asking coder's last change.", nothing, historyEntry),
  'history.redo': operation('write', "Makes the asking coder's last undone change again.", nothing, historyEntry),
};
