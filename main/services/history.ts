import { Refusal } from '#domain/contract/answer.ts';
import type { HistoryEntry } from '#domain/contract/history.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import type { Connection } from '../db/connection.ts';
import { getRow, type RecordedTable, type Row } from '../db/recorder.ts';
import type { ReadContext, WriteContext } from './context.ts';

const SELECT = `
  SELECT h.seq, h.id, h.coder_id AS coderId, c.name AS coderName, h.at, h.operation, h.article_id AS articleId, h.subject, h.state, h.turned
  FROM history_entries h JOIN coders c ON c.id = h.coder_id`;

/** Before it nothing can be undone: what it touched may have been emptied out of the bin. */
const FLOOR = '(SELECT undo_floor FROM settings)';

export function listHistory({ db }: ReadContext, input: Input<'history.list'>): HistoryEntry[] {
  const { operations, articleId, coderId, from, to, text } = input;
  const conditions = [
    articleId !== undefined && 'h.article_id = @articleId',
    coderId !== undefined && 'h.coder_id = @coderId',
    operations !== undefined && 'h.operation IN (SELECT value FROM json_each(@operations))',
    from !== undefined && 'h.at >= @from',
    to !== undefined && 'h.at <= @to',
    text !== undefined && 'instr(h.subject, @text) > 0',
  ].filter((condition) => condition !== false);
  return db
    .prepare(`${SELECT} WHERE ${['h.seq < @before', ...conditions].join(' AND ')} ORDER BY h.seq DESC LIMIT @limit`)
    .all({
      ...input,
      operations: JSON.stringify(operations ?? []),
      before: input.before ?? Number.MAX_SAFE_INTEGER,
      limit: input.limit ?? 200,
    }) as HistoryEntry[];
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

function nextUndo(db: Connection, coderId: string): HistoryEntry | null {
  return entryOrNull(
    db
      .prepare(
        `${SELECT} WHERE h.coder_id = ? AND h.state = 'done' AND h.turned IS NULL AND h.seq > ${FLOOR} ORDER BY h.seq DESC LIMIT 1`,
      )
      .get(coderId),
  );
}

/** The first of the entries undone since the coder's last write of their own: that write left older ones behind for good. */
function nextRedo(db: Connection, coderId: string): HistoryEntry | null {
  return entryOrNull(
    db
      .prepare(
        `${SELECT} WHERE h.coder_id = @coderId AND h.state = 'undone' AND h.turned IS NULL AND h.seq > ${FLOOR}
           AND (SELECT max(seq) FROM history_entries WHERE turned = h.id) >
             (SELECT seq FROM history_entries WHERE coder_id = @coderId AND turned IS NULL ORDER BY seq DESC LIMIT 1)
         ORDER BY h.seq LIMIT 1`,
      )
      .get({ coderId }),
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
  const later = laterChange(db, entry, standsOnText(changes, to)) ?? binning(db, entry, changes);
  if (later !== null) throw conflict(entry, named(db, later));
  for (const change of to === 'undone' ? changes.toReversed() : changes) {
    const after = JSON.parse(change.after) as Row;
    const before = change.before === null ? { ...after, deleted_at: now } : (JSON.parse(change.before) as Row);
    const [from, target] = to === 'undone' ? [after, before] : [before, after];
    if (!sameContent(getRow(db, change.table_name, change.row_id), from))
      throw new Error(`${change.table_name} ${change.row_id} is not as the history has it`);
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

/**
 * The newest change since the entry was last done or undone that touched one of its rows and still stands. A change and
 * its undo cancel out; what turned an odd number of times stands otherwise than it did. Taking an import or another text
 * of an article back would also take along what others have since annotated in it; and what `onText` was done to a place
 * of one revision can't be turned in another.
 */
function laterChange(db: Connection, entry: HistoryEntry, onText: boolean): HistoryEntry | null {
  return entryOrNull(
    db
      .prepare(
        `WITH since AS (
           SELECT max(seq) AS seq FROM history_entries WHERE id = @id OR turned = @id
         ), texts AS (
           SELECT row_id FROM history_changes
           WHERE entry_seq = @seq AND table_name = 'articles'
             AND (before IS NULL OR before ->> 'revision_id' <> after ->> 'revision_id')
         ), standing AS (
           SELECT max(h.seq) AS seq FROM history_entries h JOIN since ON h.seq > since.seq
           WHERE EXISTS (
             SELECT 1 FROM history_changes k JOIN history_changes own
               ON own.entry_seq = @seq AND own.table_name = k.table_name AND own.row_id = k.row_id
             WHERE k.entry_seq = h.seq
           ) OR (h.article_id IN (SELECT row_id FROM texts) AND h.coder_id <> @coderId)
             OR (@onText AND EXISTS (
               SELECT 1 FROM history_changes k WHERE k.entry_seq = h.seq AND k.table_name = 'articles'
                 AND k.row_id = @articleId AND k.before ->> 'revision_id' <> k.after ->> 'revision_id'
             ))
           GROUP BY coalesce(h.turned, h.id) HAVING count(*) % 2 = 1
         )
         ${SELECT} WHERE h.seq = (SELECT max(seq) FROM standing)`,
      )
      .get({
        id: entry.id,
        seq: entry.seq,
        coderId: entry.coderId,
        articleId: entry.articleId,
        onText: Number(onText),
      }),
  );
}

/** Whether turning the entry changes where something stands in the text: that place has to be one of the present text. */
function standsOnText(changes: readonly ChangeRow[], to: 'done' | 'undone'): boolean {
  return changes.some(
    ({ table_name: table, before }) =>
      (table === 'anchors' || table === 'paragraph_roles') && (to === 'done' || before !== null),
  );
}

/** What put the entry's article into the bin, where nobody would see the entry turn. */
function binning(db: Connection, entry: HistoryEntry, changes: ChangeRow[]): HistoryEntry | null {
  if (entry.articleId === null || changes.some((change) => change.table_name === 'articles')) return null;
  if (getRow(db, 'articles', entry.articleId).deleted_at === null) return null;
  return entryOrNull(
    db
      .prepare(
        `${SELECT} JOIN history_changes k ON k.entry_seq = h.seq
         WHERE k.table_name = 'articles' AND k.row_id = ? ORDER BY h.seq DESC LIMIT 1`,
      )
      .get(entry.articleId),
  );
}

/** A redo goes by the name of what it did again. */
function named(db: Connection, entry: HistoryEntry): HistoryEntry {
  if (entry.operation !== 'history.redo') return entry;
  const turned = entryOrNull(db.prepare(`${SELECT} WHERE h.id = ?`).get(entry.turned));
  return { ...entry, operation: turned?.operation ?? entry.operation };
}

function conflict(entry: HistoryEntry, later: HistoryEntry): Refusal {
  return new Refusal(
    'conflict',
    'undo-conflict',
    `“${entry.subject}” was changed since, by ${later.coderName}'s ${later.operation} of ${later.at}: that has to be taken back first.`,
    {
      subject: entry.subject,
      entry: entry.id,
      by: later.coderName,
      operation: later.operation,
      at: later.at,
    },
  );
}
