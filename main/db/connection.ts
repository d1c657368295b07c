import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import Database from 'better-sqlite3';
import { SCHEMA_VERSION } from './migrations/index.ts';

export type Connection = Database.Database;

const statements = new WeakMap<Connection, Map<string, Database.Statement>>();

/** A statement of a connection that is compiled once and kept: only for texts that come from a few templates. */
export function prepared(db: Connection, sql: string): Database.Statement {
  let own = statements.get(db);
  if (own === undefined) statements.set(db, (own = new Map()));
  let statement = own.get(sql);
  if (statement === undefined) own.set(sql, (statement = db.prepare(sql)));
  return statement;
}

/** Marks a SQLite file as a corpus of this program: the letters JZhu. */
export const APPLICATION_ID = 0x4a5a6875;
/** How long a statement waits for another process, in ms. */
const BUSY_TIMEOUT = 5000;

/** Where SQLite's file header keeps what a program writes there, in bytes. https://www.sqlite.org/fileformat.html */
const HEADER_LENGTH = 100;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/**
 * Refuses a path that holds no corpus this program can open, from the header alone: a file that is not ours, or not
 * ours yet, is never opened by SQLite, which could change it.
 */
export function assertCorpusFile(file: string): void {
  const name = basename(file);
  if (!existsSync(file)) throw corpusMissing(file);
  const header = statSync(file).isFile() ? readHeader(file) : null;
  if (header === null) {
    throw new Refusal('invalid', 'corpus-not-sqlite', `${name} is not a corpus: choose a .jianzhu file.`, {
      file: name,
    });
  }
  if (header.readUInt32BE(APPLICATION_ID_AT) !== APPLICATION_ID) throw otherProgram(name);
  const schema = header.readUInt32BE(USER_VERSION_AT);
  if (schema > SCHEMA_VERSION) throw newerCorpus(name, schema);
  try {
    accessSync(file, constants.R_OK | constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
  } catch {
    throw new Refusal(
      'unavailable',
      'folder-unwritable',
      `${name} cannot be written: change the rights of the file and its folder, or move it to a folder of yours.`,
      { file: name },
    );
  }
}

/** The header of a SQLite file, or null when the file does not begin like one. */
function readHeader(file: string): Buffer | null {
  const header = Buffer.alloc(HEADER_LENGTH);
  try {
    const handle = openSync(file, 'r');
    try {
      if (readSync(handle, header, 0, HEADER_LENGTH, 0) < HEADER_LENGTH) return null;
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new Refusal(
      'unavailable',
      'file-unreadable',
      `${basename(file)} cannot be read (${String(error.code)}): is it still there, and may you read it?`,
      { file: basename(file), system: String(error.code) },
    );
  }
  return header.toString('latin1', 0, 16) === 'SQLite format 3\0' ? header : null;
}

function corpusMissing(file: string): Refusal {
  return new Refusal(
    'not-found',
    'corpus-missing',
    `There is no corpus at ${file}. Was it moved? Open it from where it is now.`,
    { file: basename(file) },
  );
}

function otherProgram(name: string): Refusal {
  return new Refusal(
    'invalid',
    'corpus-other-program',
    `${name} is a database of another program: choose a .jianzhu file.`,
    { file: name },
  );
}

/** Opens a corpus that exists; its schema version is checked unless `anySchema`. */
export function connect(file: string, options: { readonly?: boolean; anySchema?: boolean } = {}): Connection {
  const name = basename(file);
  let db: Connection;
  try {
    db = new Database(file, { readonly: options.readonly ?? false, fileMustExist: true, timeout: BUSY_TIMEOUT });
  } catch (error) {
    throw databaseRefusal(error, name);
  }
  try {
    db.pragma('trusted_schema = OFF');
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw otherProgram(name);
    const schema = schemaVersion(db);
    if (!options.anySchema && schema !== SCHEMA_VERSION) throw newerCorpus(name, schema);
    if (!options.readonly) {
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
    }
    db.pragma('foreign_keys = ON');
    db.pragma('cache_size = -65536');
    return db;
  } catch (error) {
    db.close();
    throw databaseRefusal(error, name);
  }
}

export function schemaVersion(db: Connection): number {
  return db.pragma('user_version', { simple: true }) as number;
}

export function newerCorpus(name: string, schema: number): Refusal {
  return new Refusal(
    'conflict',
    'corpus-newer',
    `${name} was made by a newer version of Jianzhu (its format is ${schema}, this program knows ${SCHEMA_VERSION}): install the newer version to open it.`,
    { file: name, schema, known: SCHEMA_VERSION },
  );
}

/** SQLite's errors that a person can act on, as refusals; anything else is given back as it is. */
export function databaseRefusal(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error;
  const details = { file, sqlite: error.code };
  if (/^SQLITE_(BUSY|LOCKED)/.test(error.code)) {
    return new Refusal(
      'unavailable',
      'corpus-busy',
      `${file} is being written by another program: try again in a moment.`,
      details,
    );
  }
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(error.code)) {
    return new Refusal('invalid', 'corpus-damaged', `${file} is damaged: restore it from a backup.`, details);
  }
  if (error.code.startsWith('SQLITE_FULL')) {
    return new Refusal(
      'unavailable',
      'disk-full',
      `There is no room left on the disk for ${file}: make room and try again. Nothing was changed.`,
      details,
    );
  }
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|IOERR)/.test(error.code)) {
    return new Refusal(
      'unavailable',
      'folder-unwritable',
      `${file} cannot be read or written: check the rights of the file and its folder.`,
      details,
    );
  }
  return error;
}
