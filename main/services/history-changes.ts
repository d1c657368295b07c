import { Refusal } from '#domain/contract/answer.ts';
import type { HistoryChange } from '#domain/contract/history.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import type { RecordedTable, Row } from '../db/recorder.ts';
import type { ReadContext } from './context.ts';

const MOST = 500;
/** Columns that every row has or that only point elsewhere. */
const unspoken = new Set([
  'id',
  'seq',
  'version',
  'created_at',
  'changed_at',
  'deleted_at',
  'contents',
  'prefix',
  'suffix',
]);
const naming: Partial<Record<RecordedTable, (row: Row) => Row[string] | undefined>> = {
  articles: (row) => row.title ?? row.opening,
  anchors: (row) => row.exact,
  annotations: (row) => row.note,
  categories: (row) => `${row.number as string} ${row.title_hant as string}`.trim(),
  codebooks: (row) => row.name_hant,
  memos: (row) => row.title,
  named_states: (row) => row.name,
  report_templates: (row) => row.name,
};

export function listHistoryChanges({ db }: ReadContext, input: Input<'history.changes'>): Output<'history.changes'> {
  const seq = db.prepare('SELECT seq FROM history_entries WHERE id = ?').pluck().get(input.entryId) as
    | number
    | undefined;
  if (seq === undefined)
    throw new Refusal('not-found', 'entry-missing', 'There is no such entry in the history of this corpus.', {
      entryId: input.entryId,
    });
  const total = db.prepare('SELECT count(*) FROM history_changes WHERE entry_seq = ?').pluck().get(seq) as number;
  const rows = db
    .prepare(
      `SELECT table_name AS name, row_id AS id, before, after FROM history_changes WHERE entry_seq = ?
       ORDER BY position LIMIT ${MOST}`,
    )
    .all(seq) as { name: RecordedTable; id: string; before: string | null; after: string }[];
  return {
    total,
    changes: rows.map(({ name, id, before, after }) => describe(name, id, parse(before), parse(after) ?? {})),
  };
}

function parse(row: string | null): Row | null {
  return row === null ? null : (JSON.parse(row) as Row);
}

function describe(table: RecordedTable, id: string, before: Row | null, after: Row): HistoryChange {
  const gone = (row: Row | null) => row === null || row.deleted_at !== null;
  const did =
    before === null ? 'made' : gone(before) === gone(after) ? 'changed' : gone(after) ? 'removed' : 'restored';
  const fields = Object.keys(after)
    .filter((field) => !unspoken.has(field) && (before?.[field] ?? null) !== after[field])
    .map((field) => ({ field, before: before?.[field] ?? null, after: after[field] ?? null }));
  return { table, id, did, subject: `${naming[table]?.(after) ?? ''}`, fields };
}
