import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { Refusal } from '#domain/contract/answer.ts';
import { listBackups } from './backup-rotation.ts';
import { copyVerified, makeBackup, restoreBackup, verify } from './backups.ts';
import { connect } from './connection.ts';
import { dumpCorpus } from './corpus-dump.ts';
import { createCorpus } from './corpus-file.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';

const NOW = new Date('2026-03-15T12:00:00.000Z');
const later = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
let folder: string;
let file: string;
let backups: string;
let own: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhu-test-'));
  file = join(folder, 'one.jianzhu');
  backups = join(folder, 'backups');
  const id = uuidv7();
  own = join(backups, id);
  createCorpus(file, { id, name: '一' }, NOW.toISOString());
});
afterEach(() => rmSync(folder, { recursive: true }));

function enter(name: string): void {
  const db = connect(file);
  db.prepare('INSERT INTO coders VALUES (?, ?, ?, ?)').run(uuidv7(), name, NOW.toISOString(), NOW.toISOString());
  db.close();
}

function spoil(path: string): void {
  const bytes = readFileSync(path);
  bytes.fill(0x5a, 4096 * 3, 4096 * 6);
  writeFileSync(path, bytes);
}

async function reasonOf(work: Promise<unknown>): Promise<string> {
  return await work.then(
    () => 'done',
    (error: Refusal) => error.details?.reason ?? String(error),
  );
}

describe('making', () => {
  test('a backup of a corpus in use holds what was committed, in one file that needs no other', async () => {
    const writer = connect(file);
    writer.prepare('INSERT INTO coders VALUES (?, ?, ?, ?)').run(uuidv7(), '在用', '2026', '2026');
    const before = dumpCorpus(file);
    const made = await makeBackup(file, own, 'hand', NOW);
    writer.close();
    expect(dumpCorpus(made.file)).toEqual(before);
    expect(readdirSync(own)).toEqual(['2026-03-15T120000000Z-hand.jianzhu']);
    expect(made.bytes).toBe(readFileSync(made.file).length);
    verify(made.file);
    expect(readdirSync(own)).toHaveLength(1);
    const db = new Database(made.file, { readonly: true });
    expect(db.pragma('journal_mode', { simple: true })).toBe('delete');
    db.close();
  });

  test('the copy of a damaged corpus is refused, and none is left', async () => {
    enter('x'.repeat(20_000));
    spoil(file);
    expect(await reasonOf(makeBackup(file, own, 'daily', NOW))).toBe('corpus-damaged');
    expect(readdirSync(own)).toEqual([]);
  });

  test('never over the corpus itself, nor over one that is open', async () => {
    const before = dumpCorpus(file);
    expect(await reasonOf(copyVerified(file, file))).toBe('file-exists');
    expect(await reasonOf(copyVerified(file, join(folder, '.', 'one.jianzhu')))).toBe('file-exists');
    const other = join(folder, 'two.jianzhu');
    createCorpus(other, { id: uuidv7(), name: '二' }, NOW.toISOString());
    const held = connect(other);
    held.prepare('SELECT * FROM corpora').get();
    expect(await reasonOf(copyVerified(file, other))).toBe('corpus-not-alone');
    held.close();
    expect(dumpCorpus(file)).toEqual(before);
    expect(dumpCorpus(other).corpora).toMatchObject([{ name: '二' }]);
    // Closed, it is a file like any other that the researcher may choose to replace.
    expect(await reasonOf(copyVerified(file, other))).toBe('done');
    expect(dumpCorpus(other)).toEqual(before);
  });

  test('where nothing can be written, that is said', async () => {
    for (const target of [join(file, 'below'), folder, ...(process.platform === 'linux' ? ['/proc/x/y.jianzhu'] : [])])
      expect(await reasonOf(copyVerified(file, target))).toBe('folder-unwritable');
  });

  test('the rotation drops what it no longer keeps, and touches nothing else', async () => {
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'mine.jianzhu'), 'mine');
    for (let day = 0; day < 120; day += 1) {
      const at = new Date(NOW.getTime() - (day + 1) * 86_400_000).toISOString().replaceAll(/[:.]/g, '');
      writeFileSync(join(own, `${at}-daily.jianzhu`), 'x');
    }
    await makeBackup(file, own, 'daily', NOW);
    expect(listBackups(own)).toHaveLength(15);
    expect(existsSync(join(own, 'mine.jianzhu'))).toBe(true);
  });
});

describe('restoring', () => {
  test('brings the backup back exactly and keeps what was there', async () => {
    enter('before');
    const { file: backup } = await makeBackup(file, own, 'daily', NOW);
    const then = dumpCorpus(file);
    enter('after');
    const present = dumpCorpus(file);
    await restoreBackup(file, backup, backups, later(1));
    expect(dumpCorpus(file)).toEqual(then);
    const [newest] = listBackups(own);
    expect(newest?.occasion).toBe('restore');
    expect(dumpCorpus(newest?.file ?? '')).toEqual(present);
  });

  test('a damaged backup is refused, and nothing is touched', async () => {
    enter('x'.repeat(20_000));
    const { file: backup } = await makeBackup(file, own, 'daily', NOW);
    enter('after');
    const present = dumpCorpus(file);
    spoil(backup);
    expect(await reasonOf(restoreBackup(file, backup, backups, later(1)))).toBe('backup-damaged');
    writeFileSync(backup, 'no backup');
    expect(await reasonOf(restoreBackup(file, backup, backups, later(1)))).toBe('backup-damaged');
    expect(dumpCorpus(file)).toEqual(present);
    expect(listBackups(own)).toHaveLength(1);
  });

  test('one of a newer version, of another corpus or of another program is refused', async () => {
    const present = dumpCorpus(file);
    const stranger = join(folder, 'stranger.jianzhu');
    createCorpus(stranger, { id: uuidv7(), name: '他' }, NOW.toISOString());
    expect(await reasonOf(restoreBackup(file, stranger, backups, NOW))).toBe('backup-missing');
    const newer = join(folder, 'newer.jianzhu');
    copyFileSync(file, newer);
    const db = new Database(newer);
    db.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    db.close();
    expect(await reasonOf(restoreBackup(file, newer, backups, NOW))).toBe('corpus-newer');
    const foreign = join(folder, 'foreign.jianzhu');
    new Database(foreign).exec('CREATE TABLE x (y)').close();
    expect(await reasonOf(restoreBackup(file, foreign, backups, NOW))).toBe('backup-damaged');
    expect(dumpCorpus(file)).toEqual(present);
    expect(existsSync(own)).toBe(false);
  });

  test('the oldest backup can be restored though the rotation is about to drop it', async () => {
    const { file: backup } = await makeBackup(file, own, 'daily', new Date('2025-01-01T00:00:00.000Z'));
    const then = dumpCorpus(file);
    for (let day = 0; day < 120; day += 1) {
      const at = new Date(NOW.getTime() - (day + 1) * 86_400_000).toISOString().replaceAll(/[:.]/g, '');
      writeFileSync(join(own, `${at}-daily.jianzhu`), 'x');
    }
    enter('after');
    await restoreBackup(file, backup, backups, NOW);
    expect(dumpCorpus(file)).toEqual(then);
    expect(existsSync(backup)).toBe(false);
  });

  test.each<[string, (path: string) => void]>([
    ['damaged', (path) => spoil(path)],
    ['no corpus any more', (path) => writeFileSync(path, 'gone')],
    ['empty', (path) => writeFileSync(path, '')],
  ])('a corpus that is %s is set aside as it is', async (_what, ruin) => {
    enter('x'.repeat(20_000));
    const { file: backup } = await makeBackup(file, own, 'daily', NOW);
    const then = dumpCorpus(file);
    ruin(file);
    const ruined = readFileSync(file);
    await restoreBackup(file, backup, backups, later(1));
    expect(dumpCorpus(file)).toEqual(then);
    const aside = readdirSync(folder).find((name) => name.startsWith('one.jianzhu.damaged-'));
    // Only SQLite's header tells that it was closed.
    expect(readFileSync(join(folder, aside ?? '')).subarray(100)).toEqual(ruined.subarray(100));
  });

  test('a corpus that is gone comes back to its place', async () => {
    const { file: backup } = await makeBackup(file, own, 'daily', NOW);
    const then = dumpCorpus(file);
    rmSync(file);
    await restoreBackup(file, backup, backups, later(1));
    expect(dumpCorpus(file)).toEqual(then);
  });

  test('is refused while anybody holds the corpus', async () => {
    const { file: backup } = await makeBackup(file, own, 'daily', NOW);
    enter('after');
    const present = dumpCorpus(file);
    const held = connect(file, { readonly: true });
    held.prepare('SELECT * FROM corpora').get();
    expect(await reasonOf(restoreBackup(file, backup, backups, later(1)))).toBe('corpus-not-alone');
    held.close();
    expect(dumpCorpus(file)).toEqual(present);
    expect(listBackups(own)).toHaveLength(1);
    expect(await reasonOf(restoreBackup(file, backup, backups, later(2)))).toBe('done');
  });
});
