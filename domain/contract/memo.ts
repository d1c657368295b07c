import { z } from 'zod';
import { operation } from './operation.ts';
import { id, instant, note, nothing, shortText, version } from './values.ts';

export const memoSubject = z.enum(['article', 'category', 'corpus']);
export type MemoSubject = z.infer<typeof memoSubject>;

export const memo = z.strictObject({
  id,
  version,
  subject: memoSubject,
  /** The article, category or corpus that it is about. */
  subjectId: id,
  coderId: id,
  coderName: z.string(),
  title: z.string(),
  body: z.string(),
  createdAt: instant,
  changedAt: instant,
});
export type Memo = z.infer<typeof memo>;

export const memoOperations = {
  'memo.list': operation(
    'read',
    'Memos, the last changed first: of one article, category or corpus, or all of them.',
    z.strictObject({ subject: memoSubject.optional(), subjectId: id.optional() }),
    z.array(memo),
  ),
  'memo.create': operation(
    'write',
    'Writes a memo about an article, a category or the corpus.',
    z.strictObject({ id, subject: memoSubject, subjectId: id, title: shortText, body: note }),
    memo,
  ),
  'memo.update': operation(
    'write',
    'Changes the title or the words of a memo.',
    z.strictObject({ id, version, title: shortText.optional(), body: note.optional() }),
    memo,
  ),
  'memo.remove': operation('write', 'Puts a memo into the bin.', z.strictObject({ id, version }), nothing),
};
