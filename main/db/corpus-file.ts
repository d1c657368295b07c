import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import { PROGRAM_VERSION } from '#domain/program.ts';
import Database from 'better-sqlite3';
import {
  APPLICATION_ID,
  assertCorpusFile,
  type Connection,
  connect,
  databaseRefusal,
  newerCorpus,
  schemaVersion,
} from './connection.ts';
import { migrations, SCHEMA_VERSION } from './migrations/index.ts';
import { seedBuiltinCodebook } from './seed-builtin-codebook.ts';

/** A larger file (bytes) is checked by its daily backup instead, so that opening it stays quick. */
const CHECKED_AT_OPENING = 64 * 1024 * 1024;

export interface CorpusIdentity {
  id: string;
  name: string;
}

/** Makes a corpus file with the present schema and the built-in codebook; refuses to touch a file that exists. */
export function createCorpus(file: string, identity: CorpusIdentity, now: string): void {
  const name = basename(file);
  if (existsSync(file)) {
    throw new Refusal('conflict', 'file-exists', `${name} exists already: choose another name, or open it.`, {
      file: name,
    });
  }
  let db: Connection | null = null;
  try {
    mkdirSync(dirname(file), { recursive: true });
    db = new Database(file);
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    const connection = db;
    connection.transaction(() => {
      migrateTo(connection, SCHEMA_VERSION);
      connection.pragma(`application_id = ${APPLICATION_ID}`);
      connection
        .prepare('INSERT INTO corpora (id, name, created_at, program_version) VALUES (?, ?, ?, ?)')
        .run(identity.id, identity.name, now, PROGRAM_VERSION);
      seedBuiltinCodebook(connection, now);
    })();
    db.close();
  } catch (error) {
    db?.close();
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    throw folderRefusal(error, file);
  }
}

function folderRefusal(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST|SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_IOERR)/.test(code)) {
    const folder = dirname(file);
    return new Refusal(
      'unavailable',
      'folder-unwritable',
      `Nothing can be written in ${folder}: choose another folder, or change its rights.`,
      { folder, file: basename(file) },
    );
  }
  return databaseRefusal(error, basename(file));
}

/** Runs the migrations up to a schema version; each one in the caller's transaction. */
export function migrateTo(db: Connection, target: number): void {
  for (const migration of migrations) {
    if (migration.to <= schemaVersion(db) || migration.to > target) continue;
    migration.migrate(db);
    db.pragma(`user_version = ${migration.to}`);
  }
}

/**
 * Reads who a corpus is and brings it to the present schema. `beforeMigration` makes the verified backup; it is called
 * only when there is something to migrate. A corpus newer than the program is refused.
 */
export async function prepareCorpus(
  file: string,
  beforeMigration: (identity: CorpusIdentity) => Promise<void>,
): Promise<CorpusIdentity> {
  assertCorpusFile(file);
  const name = basename(file);
  const db = connect(file, { anySchema: true });
  try {
    const schema = schemaVersion(db);
    if (schema > SCHEMA_VERSION) throw newerCorpus(name, schema);
    if (statSync(file).size <= CHECKED_AT_OPENING && db.pragma('quick_check(1)', { simple: true }) !== 'ok')
      throw damaged(name);
    const identity = db.prepare('SELECT id, name FROM corpora').get() as CorpusIdentity | undefined;
    if (identity === undefined) throw damaged(name);
    if (schema < SCHEMA_VERSION) {
      await beforeMigration(identity);
      assertAlone(db, name);
      for (const migration of migrations) {
        if (migration.to <= schema) continue;
        db.transaction(() => migrateTo(db, migration.to)).exclusive();
      }
      db.pragma('journal_mode = WAL');
    }
    return identity;
  } catch (error) {
    throw databaseRefusal(error, name);
  } finally {
    db.close();
  }
}

function damaged(name: string): Refusal {
  return new Refusal('invalid', 'corpus-damaged', `${name} is damaged: restore it from a backup.`, { file: name });
}

/**
 * Refuses when another connection holds the corpus. Leaving WAL needs the file alone, so that is the question put to
 * SQLite; the journal mode is `delete` afterwards.
 */
export function assertAlone(db: Connection, name: string): void {
  const timeout = db.pragma('busy_timeout', { simple: true }) as number;
  db.pragma('busy_timeout = 0');
  try {
    if (db.pragma('journal_mode = DELETE', { simple: true }) === 'delete') return;
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !/^SQLITE_(BUSY|LOCKED)/.test(error.code)) throw error;
  } finally {
    db.pragma(`busy_timeout = ${timeout}`);
  }
  throw new Refusal(
    'unavailable',
    'corpus-not-alone',
    `${name} is open in another window or program: close it there, then try again.`,
    { file: name },
  );
}
