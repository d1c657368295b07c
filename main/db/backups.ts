import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import { type Backup, expired, listBackups, type Occasion } from './backup-rotation.ts';
import { connect, databaseRefusal, newerCorpus, schemaVersion } from './connection.ts';
import { assertAlone, type CorpusIdentity } from './corpus-file.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';

/** Copies a corpus while it is in use, opens the copy, checks it whole, and only then gives it its name. */
export async function copyVerified(source: string, target: string): Promise<number> {
  const part = `${target}.part`;
  rmSync(part, { force: true });
  try {
    mkdirSync(dirname(target), { recursive: true });
    const db = connect(source, { readonly: true, anySchema: true });
    try {
      await db.backup(part);
    } finally {
      db.close();
    }
    verify(part);
    renameSync(part, target);
    return statSync(target).size;
  } catch (error) {
    throw backupRefusal(error, target);
  } finally {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(part + end, { force: true });
  }
}

function backupRefusal(error: unknown, target: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (/^(EACCES|EPERM|EROFS|ENOENT|ENOTDIR|EEXIST)/.test(code)) {
    const folder = dirname(target);
    return new Refusal(
      'unavailable',
      'folder-unwritable',
      `The backup cannot be written in ${folder}: change the rights of that folder.`,
      { folder },
    );
  }
  return databaseRefusal(error, basename(target));
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
      const identity = db.prepare('SELECT id, name FROM corpora').get() as CorpusIdentity | undefined;
      if (identity === undefined) throw damaged('it names no corpus');
      return identity;
    } finally {
      db.close();
    }
  } catch (error) {
    const refusal = databaseRefusal(error, name);
    if (refusal instanceof Refusal && refusal.details.reason === 'corpus-damaged')
      throw damaged(String(refusal.details.sqlite));
    throw refusal;
  }
}

/** Makes a verified backup in the folder, then drops those the rotation no longer keeps. */
export async function makeBackup(source: string, folder: string, occasion: Occasion, now: Date): Promise<Backup> {
  const at = now.toISOString();
  const file = join(folder, `${at.replaceAll(/[:.]/g, '')}-${occasion}.jianzhu`);
  const bytes = await copyVerified(source, file);
  for (const old of expired(listBackups(folder), now)) rmSync(old.file, { force: true });
  return { file, at, occasion, bytes };
}

/**
 * Puts a corpus back to a backup, keeping what is there now as a backup of its own. The corpus must be closed here and
 * nobody else may hold it.
 */
export async function restoreBackup(file: string, backup: string, folder: string, now: Date): Promise<void> {
  verify(backup);
  const name = basename(file);
  try {
    await makeBackup(file, folder, 'restore', now);
  } catch (error) {
    // A damaged corpus is why one restores: then its bytes are set aside as they are.
    if (
      !(error instanceof Refusal) ||
      !['corpus-damaged', 'backup-damaged', 'corpus-not-sqlite', 'corpus-other-program'].includes(error.details.reason)
    )
      throw error;
    setAside(file, now);
  }
  if (existsSync(file)) {
    const present = connect(file, { anySchema: true });
    try {
      assertAlone(present, name);
    } finally {
      present.close();
    }
  }
  // Into the same file, page by page under SQLite's own locks: whoever opens it meanwhile sees one state or the other.
  const source = connect(backup, { readonly: true, anySchema: true });
  try {
    await source.backup(file);
  } catch (error) {
    throw backupRefusal(error, file);
  } finally {
    source.close();
  }
}

function setAside(file: string, now: Date): void {
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(file + end))
      renameSync(file + end, `${file}.damaged-${now.toISOString().replaceAll(/[:.]/g, '')}${end}`);
  }
}
