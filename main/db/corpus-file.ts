import { closeSync, existsSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import { PROGRAM_VERSION } from '#domain/program.ts';
import Database from 'better-sqlite3';
import { fileRefusal } from '../files/file-refusal.ts';
import { makeFolder } from '../files/make-folder.ts';
import {
  APPLICATION_ID,
  assertCorpusFile,
  type Connection,
  connect,
  databaseRefusal,
  newerCorpus,
  schemaVersion,
} from './connection.ts';
import { type Migration, migrate, migrations } from './migrations/index.ts';
import { seedBuiltinCodebook } from './seed-builtin-codebook.ts';

/** A larger file (bytes) is checked by its daily backup instead, so that opening it stays quick. */
const CHECKED_AT_OPENING = 64 * 1024 * 1024;

export interface CorpusIdentity {
  id: string;
  name: string;
}

/** Makes a corpus file with the present schema and the built-in codebook; refuses to touch a file that exists. */
export function createCorpus(file: string, identity: CorpusIdentity, now: string): void {
  reserve(file);
  // Under another name until it is whole, and without a WAL, so that its header tells from the start whose it is.
  const part = `${file}.part`;
  try {
    const db = new Database(part);
    try {
      db.pragma('synchronous = FULL');
      db.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(db);
      db.transaction(() => {
        db.prepare('INSERT INTO corpora (id, name, created_at, program_version) VALUES (?, ?, ?, ?)').run(
          identity.id,
          identity.name,
          now,
          PROGRAM_VERSION,
        );
        db.prepare(
          `INSERT INTO settings (id, reprint_counting, version, created_at, changed_at) VALUES ('corpus', 'once', 1, ?, ?)`,
        ).run(now, now);
        seedBuiltinCodebook(db, now);
      })();
    } finally {
      db.close();
    }
    renameSync(part, file);
  } catch (error) {
    for (const end of ['.part', '.part-journal', '']) rmSync(file + end, { force: true });
    throw fileRefusal(databaseRefusal(error, basename(file)), file);
  }
}

/** Puts an empty file there, so that of two who want the name only one gets it. */
function reserve(file: string): void {
  try {
    makeFolder(dirname(file));
    closeSync(openSync(file, 'wx'));
    rmSync(`${file}.part`, { force: true });
  } catch (error) {
    if (!existsSync(file)) throw fileRefusal(error, file);
    throw new Refusal('conflict', 'file-exists', `${basename(file)} exists already: choose another name, or open it.`, {
      file: basename(file),
    });
  }
}

/**
 * Reads who a corpus is and brings it to the present schema. `beforeMigration` makes the verified backup; it is called
 * only when there is something to migrate. A corpus newer than the program is refused.
 */
export async function prepareCorpus(
  file: string,
  beforeMigration: (identity: CorpusIdentity) => Promise<void>,
  list: readonly Migration[] = migrations,
): Promise<CorpusIdentity> {
  assertCorpusFile(file);
  const name = basename(file);
  try {
    const db = connect(file, { anySchema: true });
    try {
      const schema = schemaVersion(db);
      if (schema > list.length) throw newerCorpus(name, schema);
      if (statSync(file).size <= CHECKED_AT_OPENING && db.pragma('quick_check(1)', { simple: true }) !== 'ok')
        throw damagedCorpus(name);
      const identity = identityOf(db, name);
      if (schema < list.length) {
        assertAlone(db, name);
        await beforeMigration(identity);
        migrate(db, list);
        db.pragma('journal_mode = WAL');
      }
      return identity;
    } finally {
      db.close();
    }
  } catch (error) {
    throw databaseRefusal(error, name);
  }
}

/** Whose corpus this is; a file without that table or row has lost pages. */
export function identityOf(db: Connection, name: string): CorpusIdentity {
  try {
    const identity = db.prepare('SELECT id, name FROM corpora').get() as CorpusIdentity | undefined;
    if (identity !== undefined) return identity;
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_ERROR') throw error;
  }
  throw damagedCorpus(name);
}

export function damagedCorpus(name: string): Refusal {
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
