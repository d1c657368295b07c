import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ImportedFile } from '#domain/contract/import.ts';
import type { Job } from '#domain/contract/job.ts';
import { TestHost } from './hosted-corpus.ts';

let lin: TestHost;
let made = 0;
beforeAll(async () => {
  lin = await TestHost.make();
});
afterAll(() => lin[Symbol.asyncDispose]());

function folderWith(files: Record<string, string | Buffer>): string {
  made += 1;
  const folder = join(lin.folder, `in-${made}`);
  mkdirSync(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const granted = (...paths: string[]) => ({
  sources: paths.map((path) => ({ grant: lin.host.grants.issue(path).grant })),
});
const filesOf = (job: Job) => (job.result as { files: ImportedFile[] }).files;
const outcomes = (job: Job) => Object.fromEntries(filesOf(job).map((file) => [file.name, file.reason ?? file.outcome]));

test('a folder is imported with what is below it; each bad file is reported and stops nothing', async () => {
  const folder = folderWith({
    'a.txt': '甲文。',
    'b.MD': '# 乙文',
    'c/d/e.txt': '丙文。',
    'c/same.txt': '甲文。',
    'empty.txt': '',
    'large.txt': Buffer.alloc(21 * 1024 * 1024, 0x61),
    'picture.png': 'x',
    noending: 'x',
    '.hidden.txt': '藏',
    '.git/config.txt': '藏',
    'gbk.txt': Buffer.from('c8abbbe1d1a7cfb0c8abbbe1d1a7cfb0ff', 'hex'),
    'z.txt': '丁文。',
  });
  mkdirSync(join(folder, 'folder.txt'));
  symlinkSync(join(folder, 'nowhere.txt'), join(folder, 'broken.txt'));
  symlinkSync(folder, join(folder, 'c', 'round'));
  symlinkSync(join(folderWith({ 'linked.txt': '戊文。' }), 'linked.txt'), join(folder, 'link.txt'));
  const job = await lin.end('article.import', granted(folder));
  expect(job.state).toBe('done');
  expect(outcomes(job)).toMatchObject({
    'a.txt': 'imported',
    'b.MD': 'imported',
    'broken.txt': 'file-unreadable',
    'c/d/e.txt': 'imported',
    'c/same.txt': 'duplicate',
    'empty.txt': 'file-empty',
    'large.txt': 'file-too-large',
    'link.txt': 'imported',
    noending: 'format-unknown',
    'picture.png': 'format-unknown',
    'z.txt': 'imported',
  });
  expect(outcomes(job)['gbk.txt']).toBeDefined();
  expect(Object.keys(outcomes(job))).toHaveLength(12);
  expect(job).toMatchObject({ done: 12, total: 12 });
  const duplicate = filesOf(job).find(({ outcome }) => outcome === 'duplicate');
  expect(duplicate?.articleId).toBe(filesOf(job).find(({ name }) => name === 'a.txt')?.articleId);
  for (const file of filesOf(job)) expect(file.outcome === 'refused').toBe(file.message !== null);
});

test('a folder named like a text, a file that is gone, and nothing at all', async () => {
  const folder = folderWith({ 'x.txt/inside.txt': '裡面。', 'gone.txt': '不見。' });
  const sources = granted(join(folder, 'x.txt'), join(folder, 'gone.txt'), join(folder, 'never.txt'));
  rmSync(join(folder, 'gone.txt'));
  expect(outcomes(await lin.end('article.import', sources))).toEqual({
    'inside.txt': 'imported',
    'gone.txt': 'file-unreadable',
    'never.txt': 'file-unreadable',
  });
  mkdirSync(join(folder, 'empty'));
  expect(filesOf(await lin.end('article.import', granted(join(folder, 'empty'))))).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'a folder that nobody may read is reported, and the rest goes on',
  async () => {
    const folder = folderWith({ 'ok.txt': '讀得到。' });
    // The kernel refuses to list this one, to root as well.
    symlinkSync('/proc/self/map_files', join(folder, 'map'));
    const job = await lin.end('article.import', granted('/proc/1/task/1/fdinfo/0/x', join(folder, 'ok.txt')));
    expect(Object.values(outcomes(job)).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['format-unknown', 'imported']);
  },
);

test('a grant is used once, and not at all when another is missing', async () => {
  const path = join(folderWith({ 'once.txt': '只用一次。' }), 'once.txt');
  const { sources } = granted(path);
  const unknown = { grant: 'unknown' };
  const { details } = await lin.refusal('article.import', { sources: [...sources, unknown] });
  expect(details.reason).toBe('grant-missing');
  expect((await lin.refusal('article.import', { sources: [...sources, ...sources] })).details.reason).toBe(
    'grant-missing',
  );
  expect(outcomes(await lin.end('article.import', { sources }))).toEqual({ 'once.txt': 'imported' });
  expect((await lin.refusal('article.import', { sources })).details.reason).toBe('grant-missing');
});

test('progress is told, rises to the total, and the last event has the result', async () => {
  lin.events.length = 0;
  const sources = Array.from({ length: 300 }, (_, at) => ({ text: `進度第${at}篇`, name: `${at}.txt` }));
  const job = await lin.end('article.import', { sources });
  const told = lin.events.flatMap((event) =>
    event.event === 'job.changed' && event.job.id === job.id ? [event.job] : [],
  );
  const done = told.map((each) => each.done);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect(told.slice(0, -1).every((each) => each.state === 'running' && each.total === 300)).toBe(true);
  expect(told.at(-1)).toEqual(job);
  expect(filesOf(job)).toHaveLength(300);
  expect(await lin.ask('job.list', {})).toContainEqual(job);
});

test('cancelling keeps what is done, while writes go on meanwhile', async () => {
  const articleId = await lin.importText('寫入不必等。'.repeat(50), 'writes.txt');
  const before = (await lin.ask('article.list', {})).length;
  const sources = Array.from({ length: 3000 }, (_, at) => ({ text: `取消第${at}篇`, name: `${at}.txt` }));
  const { job } = await lin.ask('article.import', { sources });
  for (let at = 0; at < 20; at += 1) await lin.annotate(articleId, '寫入', { note: String(at) });
  expect((await lin.ask('job.get', { job })).state).toBe('running');
  await lin.ask('job.cancel', { job });
  const ended = await lin.ended(job);
  expect(ended.state).toBe('cancelled');
  const imported = filesOf(ended);
  expect(imported.length).toBe(ended.done);
  expect(imported.length).toBeGreaterThan(0);
  expect(imported.length).toBeLessThan(3000);
  expect((await lin.ask('article.list', {})).length).toBe(before + imported.length);
  expect(await lin.ask('annotation.list', { articleId })).toHaveLength(20);
  // To cancel what has ended is no error.
  await lin.ask('job.cancel', { job });
  expect(await lin.ask('job.get', { job })).toEqual(ended);
});

test('a job whose corpus is closed meanwhile says so', async () => {
  const other = await TestHost.make('Wu');
  const sources = Array.from({ length: 2000 }, (_, at) => ({ text: `關閉第${at}篇`, name: `${at}.txt` }));
  const { job } = await other.ask('article.import', { sources });
  await other.ask('corpus.close', {});
  expect(await other.ended(job)).toMatchObject({ state: 'failed', error: { code: 'unavailable' } });
  await other[Symbol.asyncDispose]();
});

test('what a file, a page or a table states is known of the article; what is only concluded is not', async () => {
  const folder = folderWith({
    'table.csv': '標題,正文,媒體,日期\n示例標題,示例甲省深入學習貫徹全會精神，推進改革。,示例甲報,2024-08-05\n',
    'page.html': '<!doctype html><meta charset="utf-8"><title>頁面標題</title><p>我省廣大黨員幹部認真學習。',
  });
  await lin.end('article.import', granted(folder));
  await lin.end('article.import', { sources: [{ sample: 'shanxi' }] });
  const articles = await lin.ask('article.list', {});
  const row = articles.find(({ fileName }) => fileName.startsWith('table.csv'));
  expect(row).toMatchObject({ title: '示例標題', outlet: '示例甲報', publishedOn: '2024-08-05' });
  const page = articles.find(({ fileName }) => fileName === 'page.html');
  expect(page).toMatchObject({ title: '頁面標題', outletProvince: null });
  const sample = articles.find(({ fileName }) => fileName === 'shanxi-article.txt');
  expect(sample).toMatchObject({ title: null, publishedOn: null, editor: '盧相汀', script: 'hant' });
  expect(sample?.reporters).toEqual(['楊文俊', '李煉', '郭寧', '孟婷', '張毅', '杜春春', '鄭璐', '李強']);
});

test('of two readings nearly as good neither is taken in silence; named, it is', async () => {
  const text = '深化改革，擴大開放。'.repeat(9);
  const folder = folderWith({ 'close.txt': Buffer.concat([Buffer.from(text), Buffer.of(0xff)]) });
  const [refused] = filesOf(await lin.end('article.import', granted(folder)));
  expect(refused).toMatchObject({ outcome: 'refused', reason: 'encoding-close' });
  expect(refused?.message).toContain('深化改革');
  const { sources } = granted(folder);
  const [named] = filesOf(await lin.end('article.import', { sources, encoding: 'utf-8' }));
  expect(named).toMatchObject({ outcome: 'imported', encoding: 'utf-8' });
});
