import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findFaults } from '../db/corpus-dump.ts';
import type { Answer } from '#domain/contract/answer.ts';
import { TestHost, until } from './hosted-corpus.ts';

let lin: TestHost;
let articleId: string;
/** The workers that were spoken to, by their role. */
const workers = new Map<string, Worker>();

beforeEach(async () => {
  // oxlint-disable-next-line typescript/unbound-method -- applied to its worker below
  const { postMessage } = Worker.prototype;
  vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, ...message) {
    workers.set(this.threadName?.replace('jianzhu ', '') ?? '', this);
    return postMessage.apply(this, message);
  });
  lin = await TestHost.make();
  articleId = await lin.importText('第一段文字。\n第二段文字。');
  await lin.ask('article.get', { articleId });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await lin[Symbol.asyncDispose]();
});

const unavailable = { ok: false, error: { code: 'unavailable', details: { reason: 'worker-crashed' } } };

/** How each was answered: its reason, or `ok`. */
async function outcomes(pending: Promise<Answer<unknown>>[]): Promise<Set<string>> {
  return new Set((await Promise.all(pending)).map((answer) => (answer.ok ? 'ok' : answer.error.details.reason)));
}

test.each(['reader', 'writer'])(
  'a %s that is ended answers what is in flight, and the next request works',
  async (role) => {
    const ask = () =>
      role === 'reader' ? lin.send('corpus.check', {}) : lin.send('article.remove', { articleId, version: 7 });
    expect(await outcomes([ask()])).toEqual(new Set([role === 'reader' ? 'ok' : 'version-changed']));
    const pending = Array.from({ length: 100 }, ask);
    await Promise.resolve();
    await workers.get(role)?.terminate();
    const found = await outcomes(pending);
    expect(found).toContain('worker-crashed');
    expect([...found].every((each) => ['worker-crashed', 'ok', 'version-changed'].includes(each))).toBe(true);
    expect((await lin.annotate(articleId, '第一')).version).toBe(1);
    expect(await lin.ask('annotation.list', { articleId })).toHaveLength(1);
    expect(findFaults(lin.file)).toEqual([]);
  },
);

test.each(['reader', 'writer'])('a %s that throws outside its handlers is replaced', async (role) => {
  const first = workers.get(role);
  // A message it cannot read: `null` has no type.
  first?.postMessage(null);
  const lost = role === 'reader' ? lin.send('corpus.check', {}) : lin.send('history.redo', {});
  expect(await lost).toMatchObject(unavailable);
  await lin.ask('history.undo', {});
  expect(await lin.ask('article.list', {})).toEqual([]);
  expect(workers.get(role)).not.toBe(first);
});

test('after its writer crashed, a corpus still hears of changes by others', async () => {
  const wu = await lin.another('Wu');
  const first = workers.get('writer');
  await wu.annotate(articleId, '第一');
  const ofWu = workers.get('writer');
  expect(ofWu).not.toBe(first);
  await first?.terminate();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  lin.events.length = 0;
  await wu.annotate(articleId, '第二');
  await until(() => lin.events.some((event) => event.event === 'corpus.changed' && event.foreign));
  await wu[Symbol.asyncDispose]();
});

test('a job whose worker crashes fails, what it had imported stays, and the next job works', async () => {
  const sources = Array.from({ length: 400 }, (_, at) => ({ text: `第${at}篇`, name: `${at}.txt` }));
  const { job } = await lin.ask('article.import', { sources });
  while ((await lin.ask('job.get', { job })).done < 20) await new Promise((resolve) => setTimeout(resolve, 2));
  await workers.get('compute')?.terminate();
  const failed = await lin.ended(job);
  expect(failed).toMatchObject({ state: 'failed', error: unavailable.error });
  expect((await lin.ask('article.list', {})).length).toBeGreaterThanOrEqual(failed.done);
  await lin.importText('之後。');
});

test('closing answers what was asked, leaves no WAL behind, and refuses what comes later', async () => {
  const pending = ['第一', '第二'].map((quote) => lin.annotate(articleId, quote));
  await Promise.all(pending);
  const slow = lin.send('corpus.check', {});
  const { connection } = lin.host.corpus as unknown as {
    connection: { read(name: string, input: unknown, coder: null): Promise<unknown> };
  };
  const file = lin.file;
  await lin.host.close();
  expect(await slow).toMatchObject({ ok: true });
  expect(existsSync(`${file}-wal`)).toBe(false);
  expect(existsSync(`${file}-shm`)).toBe(false);
  expect(await connection.read('article.list', {}, null)).toMatchObject(unavailable);
  expect((await lin.refusal('article.list', {})).details.reason).toBe('no-corpus');
});
