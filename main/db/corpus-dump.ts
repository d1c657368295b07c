import Database from 'better-sqlite3';
import { type Row, recordedTables } from './recorder.ts';

/** Every row of every table, for tests that compare states; BLOBs in base64. */
export function dumpCorpus(file: string): Record<string, Row[]> {
  const db = new Database(file, { readonly: true });
  try {
    const tables = db
      .prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name`)
      .pluck()
      .all() as string[];
    return Object.fromEntries(tables.map((table) => [table, rowsOf(db, `SELECT * FROM "${table}"`)]));
  } finally {
    db.close();
  }
}

/**
 * The rows that are not in the bin, without their versions and instants; the roles of paragraphs lie in the bin with
 * their article.
 */
export function dumpLive(file: string): Record<string, Row[]> {
  const db = new Database(file, { readonly: true });
  try {
    return Object.fromEntries(
      recordedTables.map((table) => {
        const shown =
          table === 'paragraph_roles'
            ? 'AND revision_id IN (SELECT revision_id FROM articles WHERE deleted_at IS NULL)'
            : '';
        const rows = rowsOf(db, `SELECT * FROM ${table} WHERE deleted_at IS NULL ${shown} ORDER BY id`);
        return [
          table,
          rows.map(({ version: _v, changed_at: _c, created_at: _m, deleted_at: _d, seq: _s, ...row }) => row),
        ];
      }),
    );
  } finally {
    db.close();
  }
}

function rowsOf(db: Database.Database, query: string): Row[] {
  return (db.prepare(query).all() as Record<string, unknown>[]).map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([column, value]) => [
        column,
        Buffer.isBuffer(value) ? value.toString('base64') : (value as Row[string]),
      ]),
    ),
  );
}

/** SQLite's own verdict and that of its references: empty when the file is sound. */
export function findFaults(file: string): unknown[] {
  const db = new Database(file, { readonly: true });
  try {
    const found = db.pragma('integrity_check', { simple: true });
    return [...(found === 'ok' ? [] : [found]), ...(db.pragma('foreign_key_check') as unknown[])];
  } finally {
    db.close();
  }
}
