import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, type Workbench } from '../fixtures/workbench.ts';

export function fingerprint(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** A sound corpus, made by the command line and closed again. */
export async function soundCorpus(workbench: Workbench, name: string): Promise<string> {
  const file = workbench.path(name);
  const { status, errors } = await workbench.cli('--corpus', file, 'corpus', 'create');
  expect(status, errors).toBe(0);
  return file;
}

export function textFile(workbench: Workbench, name: string): string {
  const file = workbench.path(name);
  writeFileSync(file, '這不是語料庫,只是一段文字。\n'.repeat(200));
  return file;
}

/** A database with rows in it, in the journal mode that other programs use. */
export function foreignDatabase(workbench: Workbench, name: string): string {
  const file = workbench.path(name);
  const db = new Database(file);
  db.exec('CREATE TABLE recipes (id INTEGER PRIMARY KEY, name TEXT)');
  db.prepare('INSERT INTO recipes (name) VALUES (?)').run('刀削麵');
  db.close();
  return file;
}

/** Overwrites the middle of the file, as a bad disk would. */
export function damage(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0xa5, 4096, Math.max(8192, bytes.length - 4096));
  writeFileSync(file, bytes);
}

/** Makes a corpus one of a version that is not written yet. */
export function makeNewer(file: string): void {
  const db = new Database(file);
  db.pragma('user_version = 999');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
