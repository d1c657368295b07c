import { rm } from 'node:fs/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestHost } from '../host/hosted-corpus.ts';
import { LINES, nextNumber, type Step, step, stepFields, take } from './history-steps.test-support.ts';

/** The number of the newest entry of the history. */
async function newest(host: TestHost): Promise<number | undefined> {
  return (await host.ask('history.list', { limit: 1 }))[0]?.seq;
}

let lin: TestHost;
let wu: TestHost;
beforeAll(async () => {
  lin = await TestHost.make('Lin');
  wu = await lin.another('Wu');
  await lin.importText(LINES.join('\n'));
});
afterAll(async () => {
  await wu[Symbol.asyncDispose]();
  await lin[Symbol.asyncDispose]();
  await rm(lin.folder, { recursive: true, force: true });
});

test('a session of one coder: undo and redo walk through the very states it went through', {
  timeout: 60_000,
}, async () => {
  const walk = async (steps: Step[]) => {
    // What Lin did in earlier runs is beneath the first state: a new write there has ended its redo.
    await lin.importText(`第${nextNumber()}篇`);
    const states = [lin.live()];
    let at = 0;
    let seq = await newest(lin);
    for (const each of steps) {
      if ((each.what === 'undo' && at === 0) || (each.what === 'redo' && at === states.length - 1)) continue;
      await take(lin, each);
      const wasStep = seq !== (seq = await newest(lin));
      const present = lin.live();
      if (each.what === 'undo') at -= 1;
      else if (each.what === 'redo') at += 1;
      else if (wasStep) states.splice((at += 1), states.length, present);
      expect(present).toEqual(states[at]);
    }
    const last = at;
    while (at > 0) {
      await lin.ask('history.undo', {});
      at -= 1;
    }
    expect(lin.live()).toEqual(states[0]);
    while (at < last) {
      await lin.ask('history.redo', {});
      at += 1;
    }
    expect(lin.live()).toEqual(states[last]);
  };
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 100, maxLength: 300, size: 'max' }), walk), {
    numRuns: 3,
    endOnFailure: true,
  });
  expect((await lin.ask('corpus.check', {})).problems).toEqual([]);
});

test('a session of 500 operations: everything undone is the first state, everything redone the last', {
  timeout: 240_000,
}, async () => {
  await using host = await TestHost.make('Zhao');
  await host.importText(LINES.join('\n'));
  const first = host.live();
  const begun = await newest(host);
  const own = step.filter(({ what }) => what !== 'undo' && what !== 'redo');
  const [steps = []] = fc.sample(fc.array(own, { minLength: 900, maxLength: 900, size: 'max' }), 1);
  const done: string[] = [];
  for (const each of steps) {
    if (done.length === 500) break;
    const operation = await take(host, each);
    if (operation !== null) done.push(operation);
  }
  expect(done).toHaveLength(500);
  for (const operation of [
    'annotation.create',
    'article.correct',
    'category.merge',
    'annotation.recode',
    'bin.restore',
  ])
    expect(done).toContain(operation);
  const last = host.live();
  const count = async (direction: 'undo' | 'redo') => {
    let turned = 0;
    for (;;) {
      const { [direction]: next } = await host.ask('history.state', {});
      if (next === null || (direction === 'undo' && next.seq <= (begun ?? 0))) return turned;
      await host.ask(`history.${direction}`, {});
      turned += 1;
    }
  };
  const undone = await count('undo');
  expect(host.live()).toEqual(first);
  expect(await count('redo')).toBe(undone);
  expect(host.live()).toEqual(last);
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
});

test('sessions of two coders interleaved: what is refused changes nothing, what is done leaves a sound corpus', {
  timeout: 60_000,
}, async () => {
  const walk = async (steps: (Step & { who: boolean })[]) => {
    let before = lin.live();
    for (const each of steps) {
      const host = each.who ? lin : wu;
      const refused = await take(host, each).then(
        () => null,
        (error: { details?: { reason: string } }) => error.details?.reason ?? error,
      );
      const present = host.live();
      if (refused !== null) {
        expect(['undo-conflict', 'undo-empty', 'redo-empty']).toContain(refused);
        expect(present).toEqual(before);
      }
      const pairs = present.links?.map((link) => `${link.annotation_id} ${link.category_id}`) ?? [];
      expect(new Set(pairs).size).toBe(pairs.length);
      before = present;
    }
  };
  const steps = fc.array(fc.record({ ...stepFields, who: fc.boolean() }), {
    minLength: 200,
    maxLength: 300,
    size: 'max',
  });
  await fc.assert(fc.asyncProperty(steps, walk), { numRuns: 2, endOnFailure: true });
  const done = new Set((await lin.ask('history.list', { limit: 1000 })).map(({ operation }) => operation));
  for (const operation of ['repair.decide', 'article.setExclusion', 'duplicate.decide', 'annotation.update'])
    expect(done).toContain(operation);
  expect((await lin.ask('corpus.check', {})).problems).toEqual([]);
});
