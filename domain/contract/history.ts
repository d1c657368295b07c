import { z } from 'zod';
import { operation } from './operation.ts';
import { id, instant, nothing } from './values.ts';

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

export const historyOperations = {
  'history.list': operation(
    'read',
    'The trail, newest first: who did what, and when.',
    z.strictObject({ limit: z.int().min(1).max(1000).optional(), before: z.int().optional() }),
    z.array(historyEntry),
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
