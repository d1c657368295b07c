import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { BackupFolder } from './backup-folder.ts';
import { TestHost } from './hosted-corpus.ts';

const TEXT = '備份裡的文章。'.repeat(2000);

describe('coming back', () => {
  test('the program opens the corpus that was open last, as the coder of last time, with the preferences', async () => {
    await using first = await TestHost.make('Lin');
    await first.ask('preference.set', { language: 'en', textSize: 20, panes: { main: [20, 60, 20] } });
    await first.ask('preference.set', { panes: { side: [50, 50] }, places: { a: '#/article/1' } });
    await first.ask('preference.set', { shortcuts: { sameAgain: ['Q'], grow: [] }, quickCategories: { a: [null] } });
    await first.ask('preference.set', { shortcuts: { sameAgain: ['Q'] }, quickCategories: { b: [] } });
    const [saved, open] = [uuidv7(), uuidv7()];
    const draft = { revisionId: uuidv7(), changes: [{ start: 1, end: 2, insert: '𠮷' }] };
    await first.ask('preference.set', { corrections: { [saved]: draft } });
    await first.ask('preference.set', { corrections: { [open]: draft } });
    await first.ask('preference.set', { corrections: { [saved]: null } });
    const { coder, corpus } = await first.ask('session.get', {});
    const again = await first.restart();
    const session = await again.ask('session.get', {});
    expect(session).toMatchObject({ coder, corpus, problem: null });
    expect(session.preferences).toEqual({
      language: 'en',
      textSize: 20,
      panes: { main: [20, 60, 20], side: [50, 50] },
      places: { a: '#/article/1' },
      shortcuts: { sameAgain: ['Q'] },
      quickCategories: { a: [null], b: [] },
      corrections: { [open]: draft },
    });
    expect(session.recent).toHaveLength(1);
    await again.host.close();
  });

  test('opening and looking changes nothing in a corpus', async () => {
    await using lin = await TestHost.make('Lin');
    const before = lin.dump();
    const wu = await lin.another('Wu');
    await wu.ask('article.list', {});
    await wu.ask('history.state', {});
    expect(wu.dump()).toEqual(before);
    await wu[Symbol.asyncDispose]();
  });

  test('a corpus that was moved is on the list as missing, can be opened from elsewhere and be forgotten', async () => {
    await using first = await TestHost.make();
    const { file } = first;
    await first.ask('corpus.close', {});
    renameSync(file, `${file}.moved`);
    const again = await first.restart();
    const { corpus, problem, recent } = await again.ask('session.get', {});
    expect({ corpus, problem }).toEqual({ corpus: null, problem: null });
    expect(recent).toMatchObject([{ present: false }]);
    const token = recent[0]?.recent ?? '';
    expect((await again.refusal('corpus.open', { recent: token })).details.reason).toBe('corpus-missing');
    await again.ask('corpus.open', { grant: again.host.grants.issue(`${file}.moved`).grant });
    await again.ask('corpus.forget', { recent: token });
    expect(await again.ask('session.get', {})).toMatchObject({ recent: [{ present: true }] });
    await again.host.close();
  });

  test.each(['{', '[]', 'null', '{"coder":5,"recent":[{"id":1}],"preferences":{"language":"xx"}}', ''])(
    'preferences that cannot be read (%s) count as none',
    async (content) => {
      await using lin = new TestHost();
      writeFileSync(join(lin.folder, 'preferences.json'), content);
      const again = new TestHost(lin.folder);
      await again.host.start(null);
      expect(await again.ask('session.get', {})).toMatchObject({ coder: null, recent: [], preferences: {} });
      await again.identify('Lin');
    },
  );

  test('a data folder in which nothing can be written is named, and a corpus elsewhere opens all the same', async () => {
    await using lin = await TestHost.make();
    const { file } = lin;
    await lin.ask('corpus.close', {});
    const unwritable = new TestHost(join(file, 'below'));
    await unwritable.host.start(file);
    const session = await unwritable.ask('session.get', {});
    expect(session.corpus?.file).toBe(file);
    expect(session.problem).toMatchObject({ details: { reason: 'folder-unwritable' } });
    expect((await unwritable.refusal('preference.set', { theme: 'dark' })).message).toContain('JIANZHU_DATA');
    expect((await unwritable.refusal('corpus.create', { name: 'x' })).details.reason).toBe('folder-unwritable');
    await unwritable.host.close();
  });

  test('the name of a corpus becomes a file name that every system takes', async () => {
    await using lin = await TestHost.make();
    for (const name of [
      '../../etc/x',
      'a/b\\c:d*e?"<>|',
      '...',
      '𠮷'.repeat(200),
      '語'.repeat(200),
      'Lin\u202Etxt',
      'test',
    ]) {
      await lin.ask('corpus.create', { name });
      expect(join(lin.folder, 'corpora', lin.file.slice(lin.file.lastIndexOf('/') + 1))).toBe(lin.file);
      expect((await lin.ask('session.get', {})).corpus?.name).toBe(name);
    }
    const names = readdirSync(join(lin.folder, 'corpora')).filter((name) => name.endsWith('.jianzhu'));
    expect(names).toHaveLength(8);
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThan(240);
  });

  test('an uploaded corpus moves in among the program’s own before it is opened', async () => {
    await using lin = await TestHost.make();
    await lin.importText('上傳。');
    const state = lin.live();
    const { file } = lin;
    await lin.ask('corpus.close', {});
    const uploads = join(lin.folder, 'uploads');
    mkdirSync(uploads);
    copyFileSync(file, join(uploads, 'upload.jianzhu'));
    const { grant } = lin.host.grants.issue(join(uploads, 'upload.jianzhu'), { name: '我的.jianzhu', uploaded: true });
    await lin.ask('corpus.open', { grant });
    expect(lin.file).toBe(join(lin.folder, 'corpora', '我的.jianzhu'));
    rmSync(uploads, { recursive: true });
    expect(lin.live()).toEqual(state);
    writeFileSync(join(lin.folder, 'picture.png'), 'x');
    const picture = lin.host.grants.issue(join(lin.folder, 'picture.png'), { uploaded: true }).grant;
    expect((await lin.refusal('corpus.open', { grant: picture })).details.reason).toBe('corpus-not-sqlite');
    expect(existsSync(join(lin.folder, 'corpora', 'picture.jianzhu'))).toBe(false);
  });
});

test('finished files of programs that are gone are removed, those of running ones stay', async () => {
  await using lin = new TestHost();
  const outbox = join(lin.folder, 'outbox');
  // No process has a number above the largest of Linux.
  for (const name of ['4194999', String(process.ppid), 'notes']) mkdirSync(join(outbox, name), { recursive: true });
  const again = new TestHost(lin.folder);
  expect(readdirSync(outbox).toSorted()).toEqual([String(process.ppid), 'notes'].toSorted());
  await again.host.close();
});

describe('backups', () => {
  test('one a day, by itself, and the next opening on that day makes none', async () => {
    await using first = await TestHost.make();
    const again = await first.restart();
    await again.ask('corpus.close', {});
    const recent = (await again.ask('session.get', {})).recent[0]?.recent ?? '';
    await again.ask('corpus.open', { recent });
    await again.ask('corpus.close', {});
    await again.ask('corpus.open', { recent });
    const listed = await again.ask('backup.list', {});
    expect(listed.map(({ occasion }) => occasion)).toEqual(['daily']);
    await again.host.close();
  });

  test('a program that stays open makes the backup of each new day', async () => {
    await using lin = await TestHost.make();
    const folder = join(lin.folder, 'days');
    const backups = new BackupFolder(lin.file, folder);
    const keep = async (now: Date) => {
      backups.keepDaily(now, (error) => expect.fail(String(error)));
      await backups.settled();
      return backups.list().length;
    };
    const today = new Date();
    expect([await keep(today), await keep(today)]).toEqual([1, 1]);
    expect(await keep(new Date(today.getTime() + 86_400_000))).toBe(2);
  });

  test('a corpus damaged at the start is said to be, and is restored from its backups', async () => {
    await using first = await TestHost.make();
    const articleId = await first.importText(TEXT);
    const { result } = await first.end('backup.create', {});
    const { backup } = result as { backup: string };
    const state = first.live();
    const { file } = first;
    await first.host.close();
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096 * 2, 4096 * 8);
    writeFileSync(file, bytes);

    const again = new TestHost(first.folder);
    await again.host.start(null);
    const session = await again.ask('session.get', {});
    expect(session.corpus).toBeNull();
    expect(session.problem).toMatchObject({ code: 'invalid', details: { reason: 'corpus-damaged' } });
    expect((await again.ask('backup.list', {})).map((each) => each.backup)).toContain(backup);
    await again.ask('backup.restore', { backup });
    expect(again.live()).toEqual(state);
    expect((await again.ask('session.get', {})).problem).toBeNull();
    expect((await again.ask('article.get', { articleId })).text).toBe(TEXT);
    expect(readdirSync(join(first.folder, 'corpora')).some((name) => name.includes('.damaged-'))).toBe(true);
    await again.host.close();
  });

  test('a backup that was corrupted is refused, and the corpus is open as before', async () => {
    await using lin = await TestHost.make();
    await lin.importText(TEXT);
    const { result } = await lin.end('backup.create', {});
    const { backup } = result as { backup: string };
    await lin.importText('之後。');
    const before = lin.dump();
    const file = join(lin.folder, 'backups', lin.host.corpus?.id ?? '', backup);
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 4096 * 2, 4096 * 8);
    writeFileSync(file, bytes);
    expect(await lin.refusal('backup.restore', { backup })).toMatchObject({
      code: 'invalid',
      details: { reason: 'backup-damaged' },
    });
    expect(lin.dump()).toEqual(before);
    expect(await lin.ask('article.list', {})).toHaveLength(2);
  });

  test('to a file of one’s choice: with an ending, never over the corpus itself', async () => {
    await using lin = await TestHost.make();
    const target = join(lin.folder, 'mine');
    const grant = (path: string) => lin.host.grants.issue(path).grant;
    expect(await lin.end('backup.create', { grant: grant(target) })).toMatchObject({
      state: 'done',
      result: { backup: null },
    });
    expect(existsSync(`${target}.jianzhu`)).toBe(true);
    const before = lin.dump();
    const over = await lin.end('backup.create', { grant: grant(lin.file) });
    expect(over).toMatchObject({ state: 'failed', error: { details: { reason: 'file-exists' } } });
    expect(lin.dump()).toEqual(before);
    const nowhere = await lin.end('backup.create', { grant: grant(join(lin.file, 'below')) });
    expect(nowhere).toMatchObject({ state: 'failed', error: { details: { reason: 'folder-unwritable' } } });
    await lin.importText('還能寫。');
  });

  test('a folder of backups that cannot be read or written is said to be', async () => {
    await using lin = await TestHost.make();
    const own = join(lin.folder, 'backups', lin.host.corpus?.id ?? '');
    await lin.ask('corpus.close', {});
    rmSync(own, { recursive: true });
    writeFileSync(own, 'a file in its place');
    const again = new TestHost(lin.folder);
    await again.host.start(null);
    expect((await again.refusal('backup.list', {})).details.reason).toBe('folder-unwritable');
    const made = await again.end('backup.create', {});
    expect(made).toMatchObject({ state: 'failed', error: { details: { reason: 'folder-unwritable' } } });
    await again.importText('寫得進去。');
    await again.host.close();
    const session = await again.ask('session.get', {});
    expect(session.problem).toMatchObject({ details: { reason: 'folder-unwritable' } });
  });
});
