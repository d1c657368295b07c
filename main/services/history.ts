import { Refusal } from '#domain/contract/answer.ts';
import type { HistoryEntry } from '#domain/contract/history.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import type { Connection } from '../db/connection.ts';
import { getRow, type RecordedTable, type Row } from '../db/recorder.ts';
import type { ReadContext, WriteContext } from './context.ts';

const SELECT = `
  SELECT h.seq, h.id, h.coder_id AS coderId, c.name AS coderName, h.at, h.operation, h.article_id AS articleId, h.subject, h.state, h.turned
  FROM history_entries h JOIN coders c ON c.id = h.coder_id`;

export function listHistory({ db }: ReadContext, input: Input<'history.list'>): HistoryEntry[] {
  return db
    .prepare(`${SELECT} WHERE h.seq < @before ORDER BY h.seq DESC LIMIT @limit`)
    .all({ before: input.before ?? Number.MAX_SAFE_INTEGER, limit: input.limit ?? 200 }) as HistoryEntry[];
}

export function historyState({ db, coder }: ReadContext): Output<'history.state'> {
  if (coder === null) return { undo: null, redo: null };
  return { undo: nextUndo(db, coder.id), redo: nextRedo(db, coder.id) };
}

export function undo(context: WriteContext): HistoryEntry {
  const entry = nextUndo(context.db, context.coder.id);
  if (entry === null) throw new Refusal('conflict', 'undo-empty', 'There is nothing to undo.');
  return turn(context, entry, 'undone');
}

export function redo(context: WriteContext): HistoryEntry {
  const entry = nextRedo(context.db, context.coder.id);
  if (entry === null) throw new Refusal('conflict', 'redo-empty', 'There is nothing to redo.');
  return turn(context, entry, 'done');
}

/** Undone entries always come after the last done one; a new write leaves them behind for good. */
function nextUndo(db: Connection, coderId: string): HistoryEntry | null {
  return entryOrNull(
    db
      .prepare(`${SELECT} WHERE h.coder_id = ? AND h.state = 'done' AND h.turned IS NULL ORDER BY h.seq DESC LIMIT 1`)
      .get(coderId),
  );
}

function nextRedo(db: Connection, coderId: string): HistoryEntry | null {
  const after = nextUndo(db, coderId)?.seq ?? 0;
  return entryOrNull(
    db
      .prepare(
        `${SELECT} WHERE h.coder_id = ? AND h.state = 'undone' AND h.turned IS NULL AND h.seq > ? ORDER BY h.seq LIMIT 1`,
      )
      .get(coderId, after),
  );
}

function entryOrNull(row: unknown): HistoryEntry | null {
  return (row as HistoryEntry | undefined) ?? null;
}

interface ChangeRow {
  table_name: RecordedTable;
  row_id: string;
  before: string | null;
  after: string;
}

function turn(context: WriteContext, entry: HistoryEntry, to: 'done' | 'undone'): HistoryEntry {
  const { db, record, now } = context;
  const changes = db
    .prepare('SELECT table_name, row_id, before, after FROM history_changes WHERE entry_seq = ? ORDER BY position')
    .all(entry.seq) as ChangeRow[];
  for (const change of to === 'undone' ? changes.toReversed() : changes) {
    const present = getRow(db, change.table_name, change.row_id);
    const after = JSON.parse(change.after) as Row;
    const before = change.before === null ? { ...after, deleted_at: now } : (JSON.parse(change.before) as Row);
    const [from, target] = to === 'undone' ? [after, before] : [before, after];
    if (!sameContent(present, from) || hasForeignAnnotations(context, change, to)) throw conflict(db, entry, change);
    record.restore(change.table_name, change.row_id, target);
  }
  db.prepare('UPDATE history_entries SET state = ? WHERE seq = ?').run(to, entry.seq);
  context.note(entry.articleId, entry.subject);
  context.turns(entry.id);
  return { ...entry, state: to };
}

/** Whether a row says the same: its version and the instants of change and deletion may differ. */
function sameContent(present: Row, expected: Row): boolean {
  return Object.entries(expected).every(([column, value]) => {
    if (column === 'version' || column === 'changed_at') return true;
    if (column === 'deleted_at') return (present.deleted_at === null) === (value === null);
    return present[column] === value;
  });
}

/** Taking an article's import back would take along what other coders have annotated in it since. */
function hasForeignAnnotations({ db, coder }: WriteContext, change: ChangeRow, to: 'done' | 'undone'): boolean {
  if (change.table_name !== 'articles' || change.before !== null || to === 'done') return false;
  const found = db
    .prepare('SELECT 1 FROM annotations WHERE article_id = ? AND coder_id <> ? AND deleted_at IS NULL LIMIT 1')
    .get(change.row_id, coder.id);
  return found !== undefined;
}

function conflict(db: Connection, entry: HistoryEntry, change: ChangeRow): Refusal {
  const later = entryOrNull(
    db
      .prepare(
        `${SELECT} JOIN history_changes k ON k.entry_seq = h.seq
         WHERE k.table_name = ? AND k.row_id = ? AND h.seq > ? ORDER BY h.seq DESC LIMIT 1`,
      )
      .get(change.table_name, change.row_id, entry.seq),
  );
  const what = later === null ? 'something else' : `${later.coderName}'s ${later.operation} of ${later.at}`;
  return new Refusal(
    'conflict',
    'undo-conflict',
    `“${entry.subject}” was changed since, by ${what}: that has to be taken back first.`,
    {
      subject: entry.subject,
      entry: entry.id,
      by: later?.coderName ?? '',
      operation: later?.operation ?? '',
      at: later?.at ?? '',
    },
  );
}
