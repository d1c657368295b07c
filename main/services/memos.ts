import { Refusal } from '#domain/contract/answer.ts';
import type { Input } from '#domain/contract/index.ts';
import type { Memo } from '#domain/contract/memo.ts';
import type { Connection } from '../db/connection.ts';
import { findRow, type Row, versionChanged, wouldChange } from '../db/recorder.ts';
import { getCategory } from './categories.ts';
import { idTaken } from './codebooks.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { getLive } from './live-article.ts';

const SELECT = `
  SELECT m.id, m.version, m.subject, m.subject_id AS subjectId, m.coder_id AS coderId, c.name AS coderName, m.title, m.body,
    m.created_at AS createdAt, m.changed_at AS changedAt
  FROM memos m JOIN coders c ON c.id = m.coder_id
  WHERE m.deleted_at IS NULL AND CASE m.subject
    WHEN 'article' THEN EXISTS (SELECT 1 FROM articles WHERE id = m.subject_id AND deleted_at IS NULL)
    WHEN 'category' THEN EXISTS (SELECT 1 FROM categories WHERE id = m.subject_id AND deleted_at IS NULL)
    ELSE 1 END`;

export function listMemos({ db }: ReadContext, input: Input<'memo.list'>): Memo[] {
  const { subject = null, subjectId = null } = input;
  return db
    .prepare(
      `${SELECT} AND (@subject IS NULL OR m.subject = @subject) AND (@subjectId IS NULL OR m.subject_id = @subjectId)
       ORDER BY m.changed_at DESC, m.id DESC`,
    )
    .all({ subject, subjectId }) as Memo[];
}

export function createMemo(context: WriteContext, input: Input<'memo.create'>): Memo {
  const { db, record, coder } = context;
  if (findRow(db, 'memos', input.id) !== null) throw idTaken(input.id);
  assertSubject(db, input);
  const { id, subject, subjectId, title, body } = input;
  record.insert('memos', { id, subject, subject_id: subjectId, coder_id: coder.id, title, body });
  context.note(articleOf(subject, subjectId), title || body.slice(0, 60));
  return getMemo(db, id);
}

export function updateMemo(context: WriteContext, input: Input<'memo.update'>): Memo {
  const memo = getMemo(context.db, input.id);
  if (memo.version !== input.version) throw versionChanged(input.version, memo.version);
  const values: Row = {};
  if (input.title !== undefined) values.title = input.title;
  if (input.body !== undefined) values.body = input.body;
  if (!wouldChange({ title: memo.title, body: memo.body }, values)) return memo;
  context.record.update('memos', input.id, values, input.version);
  const changed = getMemo(context.db, input.id);
  context.note(articleOf(memo.subject, memo.subjectId), changed.title || changed.body.slice(0, 60));
  return changed;
}

export function removeMemo(context: WriteContext, input: Input<'memo.remove'>): Record<string, never> {
  const memo = getMemo(context.db, input.id);
  context.record.remove('memos', input.id, input.version);
  context.note(articleOf(memo.subject, memo.subjectId), memo.title || memo.body.slice(0, 60));
  return {};
}

function getMemo(db: Connection, id: string): Memo {
  const memo = db.prepare(`${SELECT} AND m.id = ?`).get(id) as Memo | undefined;
  if (memo === undefined)
    throw new Refusal('not-found', 'memo-missing', 'There is no such memo; it may be in the bin.', { id });
  return memo;
}

function assertSubject(db: Connection, { subject, subjectId }: Pick<Memo, 'subject' | 'subjectId'>): void {
  if (subject === 'article') getLive(db, subjectId);
  else if (subject === 'category') getCategory(db, subjectId);
  else if (db.prepare('SELECT 1 FROM corpora WHERE id = ?').get(subjectId) === undefined)
    throw new Refusal('not-found', 'corpus-missing', 'This is not the id of the corpus that is open.', { subjectId });
}

function articleOf(subject: Memo['subject'], subjectId: string): string | null {
  return subject === 'article' ? subjectId : null;
}
