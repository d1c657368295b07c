import { Refusal } from '#domain/contract/answer.ts';
import { v7 as uuidv7 } from 'uuid';
import { type Connection, prepared } from './connection.ts';

export type Row = Record<string, string | number | null>;

/** The tables whose rows are changed through a recorder only, so that every write has an inverse. */
export const recordedTables = [
  'articles',
  'paragraph_roles',
  'repairs',
  'duplicates',
  'families',
  'settings',
  'annotations',
  'anchors',
  'links',
  'article_links',
  'memos',
  'named_states',
  'coding_statuses',
  'codebooks',
  'codebook_revisions',
  'categories',
  'reference_texts',
  'reference_divisions',
  'refused_suggestions',
  'reference_links',
  'formulas',
  'findings',
  'report_templates',
] as const;
export type RecordedTable = (typeof recordedTables)[number];

/** The row as it was before (null: it was made) and after a change. */
export interface RowChange {
  table: RecordedTable;
  id: string;
  before: Row | null;
  after: Row;
}

export interface EntryNote {
  operation: string;
  articleId: string | null;
  subject: string;
  turned?: string;
}

/** Makes, changes and marks rows in the transaction it lives in, and keeps both states of each for the history. */
export class Recorder {
  readonly changes: RowChange[] = [];
  readonly #db: Connection;
  readonly #now: string;

  constructor(db: Connection, now: string) {
    this.#db = db;
    this.#now = now;
  }

  insert(table: RecordedTable, values: Row & { id: string }): void {
    const row: Row = { ...values, version: 1, created_at: this.#now, changed_at: this.#now, deleted_at: null };
    const columns = Object.keys(row).map((column) => `"${column}"`);
    const places = columns.map(() => '?');
    prepared(this.#db, `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`).run(
      Object.values(row),
    );
    this.changes.push({ table, id: values.id, before: null, after: getRow(this.#db, table, values.id) });
  }

  /** Changes a row; with `expected`, refuses when somebody changed it since that version. */
  update(table: RecordedTable, id: string, values: Row, expected?: number): Row {
    const before = getRow(this.#db, table, id);
    if (expected !== undefined && before.version !== expected) throw versionChanged(expected, before.version);
    const changed = { ...values, version: (before.version as number) + 1, changed_at: this.#now };
    const assignments = Object.keys(changed).map((column) => `"${column}" = ?`);
    prepared(this.#db, `UPDATE ${table} SET ${assignments.join(', ')} WHERE id = ?`).run([
      ...Object.values(changed),
      id,
    ]);
    const after = { ...before, ...changed };
    this.changes.push({ table, id, before, after });
    return after;
  }

  remove(table: RecordedTable, id: string, expected?: number): void {
    this.update(table, id, { deleted_at: this.#now }, expected);
  }

  /** Puts the row into a former state; its version still goes up, so that nobody mistakes it for the old one. */
  restore(table: RecordedTable, id: string, state: Row): void {
    const { version: _version, changed_at: _changedAt, ...values } = state;
    this.update(table, id, values);
  }

  /** Writes what was changed as one entry of the history; nothing when nothing was. */
  commit(coderId: string, note: EntryNote): string | null {
    if (this.changes.length === 0) return null;
    const id = uuidv7();
    const seq = prepared(
      this.#db,
      `INSERT INTO history_entries (id, coder_id, at, operation, article_id, subject, state, turned)
       VALUES (?, ?, ?, ?, ?, ?, 'done', ?)`,
    ).run(id, coderId, this.#now, note.operation, note.articleId, note.subject, note.turned ?? null).lastInsertRowid;
    const statement = prepared(
      this.#db,
      `INSERT INTO history_changes (entry_seq, position, table_name, row_id, before, after) VALUES (?, ?, ?, ?, ?, ?)`,
    );
    this.changes.forEach((change, position) => {
      const before = change.before === null ? null : JSON.stringify(change.before);
      statement.run(seq, position, change.table, change.id, before, JSON.stringify(change.after));
    });
    return id;
  }
}

/** Whether writing these values would change the row. */
export function wouldChange(row: Row, values: Row): boolean {
  return Object.entries(values).some(([column, value]) => row[column] !== value);
}

export function versionChanged(expected: number, found: unknown): Refusal {
  return new Refusal(
    'conflict',
    'version-changed',
    'This was changed in the meantime: look at it again, then repeat your change.',
    { expected, found },
  );
}

export function findRow(db: Connection, table: RecordedTable, id: string): Row | null {
  return (prepared(db, `SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined) ?? null;
}

export function getRow(db: Connection, table: RecordedTable, id: string): Row {
  const row = findRow(db, table, id);
  if (row === null) throw new Error(`no row ${id} in ${table}`);
  return row;
}
