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

const ofShownText: Record<string, string> = {
  paragraph_roles: 'AND revision_id IN (SELECT revision_id FROM articles WHERE deleted_at IS NULL)',
  repairs: `AND revision_id IN (
    SELECT r.id FROM articles a JOIN revisions c ON c.id = a.revision_id JOIN revisions r ON r.original_id = c.original_id
    WHERE a.deleted_at IS NULL)`,
};

/**
 * The rows that are not in the bin, without their versions and instants; the roles of paragraphs and the repairs of a text
 * lie in the bin with it.
 */
export function dumpLive(file: string): Record<string, Row[]> {
  const db = new Database(file, { readonly: true });
  try {
    return Object.fromEntries(
      recordedTables.map((table) => {
        const rows = rowsOf(
          db,
          `SELECT * FROM ${table} WHERE deleted_at IS NULL ${ofShownText[table] ?? ''} ORDER BY id`,
        );
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
