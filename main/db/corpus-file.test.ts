import { createHash } from 'node:crypto';
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
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { Refusal } from '#domain/contract/answer.ts';
import { TestHost } from '../host/hosted-corpus.ts';
import { makeBackup } from './backups.ts';
import { APPLICATION_ID, connect } from './connection.ts';
import { dumpCorpus } from './corpus-dump.ts';
import { createCorpus, prepareCorpus } from './corpus-file.ts';
import { type Migration, migrations, SCHEMA_VERSION } from './migrations/index.ts';

let folder: string;
/** A closed corpus with rows in every table. */
let full: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'jianzhu-test-'));
  const host = await TestHost.make();
  const articleId = await host.importText(`\uFEFF${'各地抓緊落實改革。\r\n'.repeat(3000)}`);
  const links = [
    { id: uuidv7(), categoryId: (await host.ask('codebook.list', {}))[0]?.categories[3]?.id ?? '', relation: null },
  ];
  for (let at = 0; at < 100; at += 1) await host.annotate(articleId, '改革', { links: at === 0 ? links : [] });
  await host.ask('codingStatus.set', {
    articleId,
    codebookId: (await host.ask('codebook.list', {}))[0]?.id ?? '',
    state: 'complete',
  });
  const { file } = host;
  await host.host.close();
  full = join(folder, 'full.jianzhu');
  copyFileSync(file, full);
  rmSync(host.folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
function copyOf(source: string): string {
  made += 1;
  const file = join(folder, `copy-${made}.jianzhu`);
  copyFileSync(source, file);
  return file;
}

const sha = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const noBackup = () => Promise.reject(new Error('no backup was wanted'));

async function refusalOf(work: () => unknown): Promise<Refusal> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('it was not refused');
}

/** A file refused with this reason is left as it is, to the byte, and nothing is put beside it. */
async function leftAlone(file: string, reason: string): Promise<Refusal> {
  const before = sha(file);
  const beside = readdirSync(folder).toSorted();
  const refusal = await refusalOf(() => prepareCorpus(file, noBackup));
  expect(refusal.details.reason).toBe(reason);
  expect(sha(file)).toBe(before);
  expect(readdirSync(folder).toSorted()).toEqual(beside);
  return refusal;
}

describe('a file that is no corpus is left as it is', () => {
  test.each<[string, string | Buffer]>([
    ['empty', ''],
    ['a text', '這不是語料庫'],
    ['a SQLite header and nothing else', 'SQLite format 3\0'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex')],
  ])('%s', async (what, content) => {
    const file = join(folder, `${what}.jianzhu`);
    writeFileSync(file, content);
    await leftAlone(file, 'corpus-not-sqlite');
  });

  test.each(['DELETE', 'WAL'])('a database of another program, in mode %s', async (mode) => {
    const file = join(folder, `other-${mode}.sqlite`);
    const db = new Database(file);
    db.pragma(`journal_mode = ${mode}`);
    db.exec('CREATE TABLE corpora (id TEXT, name TEXT); INSERT INTO corpora VALUES (1, 2)');
    db.close();
    await leftAlone(file, 'corpus-other-program');
  });

  test.each(['DELETE', 'WAL'])('a corpus of a newer version, in mode %s', async (mode) => {
    const file = copyOf(full);
    const db = new Database(file);
    db.pragma(`journal_mode = ${mode}`);
    db.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    db.close();
    const { message, details } = await leftAlone(file, 'corpus-newer');
    expect(message).toContain('install the newer version');
    expect(details).toMatchObject({ schema: SCHEMA_VERSION + 1, known: SCHEMA_VERSION });
    expect((await refusalOf(() => connect(file))).details.reason).toBe('corpus-newer');
  });

  test('a folder, nothing, below a file, a file that cannot be read', async () => {
    mkdirSync(join(folder, 'folder.jianzhu'));
    const reasons = ['folder.jianzhu', 'none.jianzhu', 'full.jianzhu/below.jianzhu', 'x'.repeat(5000), 'nul\0'].map(
      async (name) => (await refusalOf(() => prepareCorpus(join(folder, name), noBackup))).details.reason,
    );
    expect(await Promise.all(reasons)).toEqual([
      'corpus-not-sqlite',
      'corpus-missing',
      'corpus-missing',
      'corpus-missing',
      'corpus-missing',
    ]);
    if (process.platform !== 'linux') return;
    // Nobody, not even root, may read the memory of a process like this.
    expect((await refusalOf(() => prepareCorpus('/proc/self/mem', noBackup))).details.reason).toBe('file-unreadable');
  });
});

describe('damage', () => {
  test('wherever bytes are flipped, the answer is a corpus or a refusal that says so', {
    timeout: 60_000,
  }, async () => {
    const pristine = readFileSync(full);
    const pageSize = pristine.readUInt16BE(16);
    const pages = pristine.length / pageSize;
    const reasons = new Map<string, number>();
    for (let page = 0; page < pages; page += Math.max(1, Math.floor(pages / 60))) {
      const bytes = Buffer.from(pristine);
      // The header of the page and some of its content; of the first page what follows the program's mark.
      const start = page * pageSize + (page === 0 ? 100 : 0);
      for (let at = 0; at < 24; at += 1) bytes[start + at] = (bytes[start + at] ?? 0) ^ 0xff;
      bytes.fill(0xa5, start + 200, start + 260);
      const file = join(folder, 'damaged.jianzhu');
      writeFileSync(file, bytes);
      const outcome = await prepareCorpus(file, noBackup).then(
        () => 'opened',
        (error: unknown) => (error instanceof Refusal ? error.details.reason : String(error)),
      );
      reasons.set(outcome, (reasons.get(outcome) ?? 0) + 1);
    }
    expect([...reasons.keys()].filter((reason) => !['corpus-damaged', 'opened'].includes(reason))).toEqual([]);
    expect(reasons.get('corpus-damaged')).toBeGreaterThan(20);
  });

  test.each([0.3, 0.9])('a corpus cut off at %f', async (part) => {
    const file = join(folder, 'cut.jianzhu');
    const bytes = readFileSync(full);
    writeFileSync(file, bytes.subarray(0, Math.floor(bytes.length * part)));
    expect((await refusalOf(() => prepareCorpus(file, noBackup))).details.reason).toBe('corpus-damaged');
  });

  test('a corpus without its first table', async () => {
    const file = copyOf(full);
    const db = new Database(file);
    db.exec('DROP TABLE corpora');
    db.close();
    expect((await refusalOf(() => prepareCorpus(file, noBackup))).details.reason).toBe('corpus-damaged');
  });
});

describe('making one', () => {
  test('a file that is there is not touched', async () => {
    const file = join(folder, 'there.jianzhu');
    writeFileSync(file, 'mine');
    const refusal = await refusalOf(() => createCorpus(file, { id: uuidv7(), name: 'x' }, '2026-01-01T00:00:00.000Z'));
    expect(refusal.details.reason).toBe('file-exists');
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });

  test('where nothing can be written, that is said, and nothing stays behind', async () => {
    const below = join(full, 'below', 'x.jianzhu');
    for (const file of process.platform === 'linux' ? [below, '/proc/jianzhu/x.jianzhu', '/proc/x.jianzhu'] : [below]) {
      const refusal = await refusalOf(() =>
        createCorpus(file, { id: uuidv7(), name: 'x' }, '2026-01-01T00:00:00.000Z'),
      );
      expect(refusal.details.reason).toBe('folder-unwritable');
      expect(existsSync(file)).toBe(false);
    }
  });

  test('its header names the program from the first byte on, and no other file lies beside it', () => {
    const file = join(folder, 'made', 'new.jianzhu');
    createCorpus(file, { id: uuidv7(), name: '新' }, '2026-01-01T00:00:00.000Z');
    expect(readFileSync(file).readUInt32BE(68)).toBe(APPLICATION_ID);
    expect(readdirSync(join(folder, 'made'))).toEqual(['new.jianzhu']);
    expect(dumpCorpus(file).categories).toHaveLength(75);
  });
});

describe('migrations', () => {
  /** Makes a table anew under its references, as SQLite wants it done, and adds a column. */
  const next: Migration = {
    to: SCHEMA_VERSION + 1,
    name: 'synthetic',
    migrate(db) {
      const { sql } = db.prepare(`SELECT sql FROM sqlite_master WHERE name = 'annotations'`).get() as { sql: string };
      db.exec(
        sql
          .replace('annotations', 'renewed')
          .replace('note TEXT NOT NULL', `note TEXT NOT NULL, weight INTEGER NOT NULL DEFAULT 1`),
      );
      const columns = (db.pragma('table_info(annotations)') as { name: string }[])
        .map(({ name }) => `"${name}"`)
        .join(', ');
      db.exec(`INSERT INTO renewed (${columns}) SELECT ${columns} FROM annotations; DROP TABLE annotations;
        ALTER TABLE renewed RENAME TO annotations;
        CREATE INDEX annotations_by_article ON annotations (article_id);`);
    },
  };
  const list = [...migrations, next];

  test('the list is in order and without gaps', () => {
    expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_, at) => at + 1));
  });

  test('every row comes along; a verified backup of the state before is made first', async () => {
    const file = copyOf(full);
    const before = dumpCorpus(file);
    const backups = join(folder, 'backups');
    const identity = await prepareCorpus(
      file,
      async () => void (await makeBackup(file, backups, 'migration', new Date('2026-01-01T00:00:00.000Z'))),
      list,
    );
    expect(before.corpora?.[0]).toMatchObject(identity);
    const after = dumpCorpus(file);
    expect(after).toEqual({ ...before, annotations: before.annotations?.map((row) => ({ ...row, weight: 1 })) });
    expect(dumpCorpus(join(backups, readdirSync(backups)[0] ?? ''))).toEqual(before);
    const db = new Database(file);
    expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION + 1);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('foreign_key_check')).toEqual([]);
    db.close();
    // The program of today finds it newer than itself.
    await leftAlone(file, 'corpus-newer');
  });

  test.each<[string, Migration['migrate'], string]>([
    ['that fails half-way', (db) => void db.exec('DELETE FROM links; DELETE FROM not_there'), 'no such table'],
    ['that loses what others point at', (db) => void db.exec('DELETE FROM annotations'), 'points at no row'],
  ])('one %s leaves the corpus as it was', async (_what, migrate, message) => {
    const file = copyOf(full);
    const before = dumpCorpus(file);
    const broken = [...migrations, { to: SCHEMA_VERSION + 1, name: 'broken', migrate }];
    await expect(prepareCorpus(file, () => Promise.resolve(), broken)).rejects.toThrow(message);
    expect(dumpCorpus(file)).toEqual(before);
    expect(await prepareCorpus(file, noBackup)).toMatchObject({ name: 'test' });
  });

  test('the corpus has to be alone, and no backup is made before it is', async () => {
    const file = copyOf(full);
    const before = dumpCorpus(file);
    const other = connect(file);
    other.prepare('SELECT count(*) FROM articles').get();
    expect((await refusalOf(() => prepareCorpus(file, noBackup, list))).details.reason).toBe('corpus-not-alone');
    other.close();
    expect(dumpCorpus(file)).toEqual(before);
    await prepareCorpus(file, () => Promise.resolve(), list);
  });

  test('a backup that fails keeps the migration from happening', async () => {
    const file = copyOf(full);
    const before = dumpCorpus(file);
    await expect(prepareCorpus(file, () => Promise.reject(new Error('no room')), list)).rejects.toThrow('no room');
    expect(dumpCorpus(file)).toEqual(before);
  });
});
