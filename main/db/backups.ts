import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import Database from 'better-sqlite3';
import { fileRefusal } from '../files/file-refusal.ts';
import { makeFolder } from '../files/make-folder.ts';
import { isSameFile } from '../files/same-file.ts';
import { type Backup, expired, listBackups, type Occasion } from './backup-rotation.ts';
import { assertCorpusFile, connect, databaseRefusal, newerCorpus, schemaVersion } from './connection.ts';
import { assertAlone, type CorpusIdentity, damagedCorpus, identityOf } from './corpus-file.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';

/** What makes a corpus unreadable, so that only a backup helps. */
const unreadable: unknown[] = ['corpus-damaged', 'corpus-not-sqlite', 'corpus-other-program'];

/** Copies a corpus while it is in use, opens the copy, checks it whole, and only then gives it its name. */
export async function copyVerified(source: string, target: string): Promise<number> {
  const name = basename(target);
  if (isSameFile(source, target))
    throw new Refusal('conflict', 'file-exists', `${name} is the corpus itself: choose another name for the backup.`, {
      file: name,
    });
  assertReplaceable(target);
  const part = `${target}.part`;
  try {
    makeFolder(dirname(target));
    rmSync(part, { force: true });
    const db = connect(source, { readonly: true, anySchema: true });
    try {
      await db.backup(part);
    } finally {
      db.close();
    }
    leaveWal(part);
    verifyCopy(part, basename(source));
    renameSync(part, target);
    return statSync(target).size;
  } catch (error) {
    throw fileRefusal(databaseRefusal(error, name), target);
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) if (existsSync(part + end)) rmSync(part + end);
  }
}

/** A file may be replaced, but no corpus that somebody has open: its WAL would be taken for the copy's. */
function assertReplaceable(target: string): void {
  if (!existsSync(target)) return;
  try {
    assertCorpusFile(target);
    const db = connect(target, { anySchema: true });
    try {
      assertAlone(db, basename(target));
    } finally {
      db.close();
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.details.reason === 'corpus-not-alone') throw error;
  }
}

/** A copy is one file, readable where nothing can be written. */
function leaveWal(file: string): void {
  const db = new Database(file);
  try {
    db.pragma('journal_mode = DELETE');
  } finally {
    db.close();
  }
}

/** What is wrong with a copy just made was wrong with its source. */
function verifyCopy(part: string, source: string): void {
  try {
    verify(part);
  } catch (error) {
    throw error instanceof Refusal && error.details.reason === 'backup-damaged' ? damagedCorpus(source) : error;
  }
}

/** Opens a backup read-only and checks every page; returns whose it is. */
export function verify(file: string): CorpusIdentity {
  const name = basename(file);
  const damaged = (found: string) =>
    new Refusal('invalid', 'backup-damaged', `The backup ${name} is damaged (${found}): choose another one.`, {
      file: name,
      found,
    });
  try {
    const db = connect(file, { readonly: true, anySchema: true });
    try {
      const found = db.pragma('integrity_check(1)', { simple: true });
      if (found !== 'ok') throw damaged(String(found));
      const schema = schemaVersion(db);
      if (schema > SCHEMA_VERSION) throw newerCorpus(name, schema);
      return identityOf(db, name);
    } finally {
      db.close();
    }
  } catch (error) {
    const refusal = databaseRefusal(error, name);
    throw refusal instanceof Refusal && unreadable.includes(refusal.details.reason)
      ? damaged(refusal.message)
      : refusal;
  }
}

/** Makes a verified backup in the folder, then drops those the rotation no longer keeps. */
export async function makeBackup(source: string, folder: string, occasion: Occasion, now: Date): Promise<Backup> {
  const made = await keep(source, folder, occasion, now);
  dropExpired(folder, now);
  return made;
}

async function keep(source: string, folder: string, occasion: Occasion, now: Date): Promise<Backup> {
  const at = now.toISOString();
  const file = join(folder, `${at.replaceAll(/[:.]/g, '')}-${occasion}.jianzhu`);
  const bytes = await copyVerified(source, file);
  return { file, at, occasion, bytes };
}

function dropExpired(folder: string, now: Date): void {
  for (const old of expired(listBackups(folder), now)) rmSync(old.file, { force: true });
}

/**
 * Puts a corpus back to a backup, keeping what is there now in the folder of its backups below `backups`; a corpus that
 * cannot be read is set aside as it is. It must be closed here, and nobody else may hold it.
 */
export async function restoreBackup(file: string, backup: string, backups: string, now: Date): Promise<void> {
  const identity = verify(backup);
  const folder = join(backups, identity.id);
  let aside: string | null = null;
  if (existsSync(file)) {
    try {
      assertSameCorpus(file, identity, basename(backup));
      await keep(file, folder, 'restore', now);
    } catch (error) {
      if (!(error instanceof Refusal) || !unreadable.includes(error.details.reason)) throw error;
      aside = setAside(file, now);
    }
  }
  try {
    // Into the same file, under SQLite's own locks: whoever opens it meanwhile sees one state or the other.
    const source = connect(backup, { readonly: true, anySchema: true });
    try {
      await source.backup(file);
    } finally {
      source.close();
    }
  } catch (error) {
    if (aside !== null) moveWhole(aside, file);
    throw fileRefusal(databaseRefusal(error, basename(file)), file);
  }
  dropExpired(folder, now);
}

/** That the corpus is free, and that the backup is one of its own. */
function assertSameCorpus(file: string, identity: CorpusIdentity, backup: string): void {
  const name = basename(file);
  assertCorpusFile(file);
  try {
    const db = connect(file, { anySchema: true });
    try {
      assertAlone(db, name);
      if (identityOf(db, name).id === identity.id) return;
    } finally {
      db.close();
    }
  } catch (error) {
    throw databaseRefusal(error, name);
  }
  throw new Refusal(
    'invalid',
    'backup-missing',
    `${backup} is a backup of another corpus (${identity.name}), not of ${name}: open it as a corpus of its own.`,
    { backup, corpus: identity.name },
  );
}

function setAside(file: string, now: Date): string {
  const aside = `${file}.damaged-${now.toISOString().replaceAll(/[:.]/g, '')}`;
  moveWhole(file, aside);
  return aside;
}

function moveWhole(file: string, target: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) if (existsSync(file + end)) renameSync(file + end, target + end);
}
