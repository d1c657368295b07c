import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findFaults } from '../db/corpus-dump.ts';
import { TestHost, until } from './hosted-corpus.ts';

let lin: TestHost;
let wu: TestHost;
let articleId: string;
const TEXT = Array.from({ length: 200 }, (_, at) => `第${at}句話，各地落實。`).join('\n');
beforeAll(async () => {
  lin = await TestHost.make('Lin');
  wu = await lin.another('Wu');
  articleId = await lin.importText(TEXT);
});
afterAll(async () => {
  await wu[Symbol.asyncDispose]();
  await lin[Symbol.asyncDispose]();
  await rm(lin.folder, { recursive: true, force: true });
});

test('a write is told here as what it touched, and there as foreign', async () => {
  // What was written before is told by now, or was there when the other opened the corpus.
  await new Promise((resolve) => setTimeout(resolve, 900));
  for (const host of [lin, wu]) host.events.length = 0;
  await lin.annotate(articleId, '第3句');
  expect(lin.events).toEqual([
    {
      event: 'corpus.changed',
      tables: ['annotations', 'anchors', 'coding_statuses', 'history_entries'],
      articleId,
      foreign: false,
    },
  ]);
  await until(() => wu.events.length > 0);
  expect(wu.events).toEqual([{ event: 'corpus.changed', tables: [], articleId: null, foreign: true }]);
  expect(await wu.ask('annotation.list', { articleId })).toHaveLength(1);
  // Nobody is told of their own writes a second time.
  await new Promise((resolve) => setTimeout(resolve, 900));
  expect(lin.events).toHaveLength(1);
});

test('two writers at once lose nothing', async () => {
  const before = (await lin.ask('annotation.list', { articleId })).length;
  const made = await Promise.all(
    Array.from({ length: 100 }, (_, at) => (at % 2 === 0 ? lin : wu).annotate(articleId, `第${100 + (at % 90)}句`)),
  );
  const listed = await wu.ask('annotation.list', { articleId });
  expect(listed).toHaveLength(before + 100);
  for (const each of made) expect(listed).toContainEqual(each);
  expect(findFaults(lin.file)).toEqual([]);
});

test('of two who change the same annotation, one is told', async () => {
  const { id, version } = await lin.annotate(articleId, '第7句');
  const answers = await Promise.all(
    [lin, wu].map((host) => host.send('annotation.update', { id, version, note: host.folder })),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({ error: { details: { reason: 'version-changed' } } });
});

test('a backup is made while both hold the corpus; to restore it, one has to go', async () => {
  const { result } = await lin.end('backup.create', {});
  const { backup } = result as { backup: string };
  const state = lin.live();
  const kept = await lin.annotate(articleId, '第9句');
  const before = lin.dump();
  const backups = await lin.ask('backup.list', {});
  expect(await lin.refusal('backup.restore', { backup })).toMatchObject({
    code: 'unavailable',
    details: { reason: 'corpus-not-alone' },
  });
  expect(lin.dump()).toEqual(before);
  expect(await lin.ask('backup.list', {})).toEqual(backups);
  // Both go on working.
  await wu.ask('annotation.update', { id: kept.id, version: kept.version, note: 'still here' });
  await wu.ask('corpus.close', {});
  const present = lin.dump();

  await lin.ask('backup.restore', { backup });
  expect(lin.live()).toEqual(state);
  expect(await lin.ask('annotation.list', { articleId })).not.toContainEqual(expect.objectContaining({ id: kept.id }));
  const [newest] = await lin.ask('backup.list', {});
  expect(newest?.occasion).toBe('restore');
  await lin.ask('backup.restore', { backup: newest?.backup ?? '' });
  expect(lin.dump()).toEqual(present);
  expect(existsSync(`${lin.file}.part`)).toBe(false);
  await wu.host.openFile(lin.file);
  expect((await wu.ask('annotation.list', { articleId })).find(({ id }) => id === kept.id)?.note).toBe('still here');
});

test('two windows that make a corpus of one name at once get two corpora', async () => {
  const answers = await Promise.all(
    [lin, new TestHost(lin.folder)].map((host) => host.send('corpus.create', { name: '同名' })),
  );
  const made = answers.flatMap((answer) => (answer.ok ? [(answer.value as { id: string }).id] : []));
  const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.details.reason]));
  expect(new Set(made).size).toBe(made.length);
  expect(made.length).toBeGreaterThan(0);
  expect(refused.every((reason) => reason === 'file-exists')).toBe(true);
});
