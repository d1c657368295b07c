import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dumpLive, findFaults } from '../db/corpus-dump.ts';
import { categoryIds, TestHost } from './hosted-corpus.ts';

const ROUNDS = 50;

/** Resolves with the ids it told of once it is gone. */
async function killed(child: ChildProcess, when: Promise<unknown>): Promise<string[]> {
  let told = '';
  child.stdout?.setEncoding('utf8').on('data', (part: string) => {
    told += part;
  });
  const gone = new Promise<NodeJS.Signals | null>((resolve) => child.once('close', (_code, signal) => resolve(signal)));
  // A child that fails by itself is not waited for.
  await Promise.race([when, gone]);
  child.kill('SIGKILL');
  expect(await gone).toBe('SIGKILL');
  // A line that was cut off told nothing.
  return told.split('\n').slice(0, -1);
}

const after = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test(`killed ${ROUNDS} times while annotations stream in, the program loses none that it said was saved`, {
  timeout: 180_000,
}, async () => {
  await using lin = await TestHost.make();
  const articleId = await lin.importText('各省報紙落實改革的部署，山西、江蘇等地都有新的舉措。'.repeat(40));
  const { file, folder } = lin;
  await lin.host.close();
  const saved = new Set<string>();
  let streaming = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'annotate-on.ts'), folder, file, articleId, categoryIds[30] ?? ''],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const told = new Promise((resolve) => child.stdout.once('data', resolve));
    // Now and then before it has told of any, while it opens the corpus.
    const isEarly = round % 8 === 7;
    const ids = await killed(child, isEarly ? after(Math.random() * 600) : told.then(() => after(Math.random() * 120)));
    if (ids.length > 0) streaming += 1;
    for (const id of ids) saved.add(id);

    expect(findFaults(file)).toEqual([]);
    const { annotations = [], anchors = [], links = [] } = dumpLive(file);
    const whole = new Set(annotations.map((row) => row.id));
    expect([...saved].filter((id) => !whole.has(id))).toEqual([]);
    expect(anchors).toHaveLength(annotations.length);
    expect(links).toHaveLength(annotations.length);
  }
  expect(streaming).toBeGreaterThanOrEqual(ROUNDS - Math.floor(ROUNDS / 8));
  await using again = new TestHost(folder);
  await again.host.openFile(file);
  expect((await again.ask('corpus.check', {})).problems).toEqual([]);
  expect((await again.ask('annotation.list', { articleId })).length).toBeGreaterThanOrEqual(saved.size);
});
