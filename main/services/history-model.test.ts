import { rm } from 'node:fs/promises';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { builtin, categoryIds, TestHost } from '../host/hosted-corpus.ts';

/** What a step does, the frequent ones several times. */
const DEEDS = [
  'create create create note links links span voice remove title role status',
  'import bin undo undo undo redo redo repair repair exclude duplicate',
]
  .join(' ')
  .split(' ');
// What the numbers point at depends on what is there when the step's turn comes.
const stepFields = {
  what: fc.constantFrom(...DEEDS),
  a: fc.nat(1000),
  b: fc.nat(1000),
  c: fc.nat(1000),
  d: fc.nat(1000),
};
const step = fc.record(stepFields);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const LINES = [
  '全會《決定》提出。',
  '𠮷林𬶍魚，👨‍👩‍👧 一家。',
  '記者看到，群眾說好！',
  'Shanxi 晉',
  '推進(jìn)現(xiàn)代化，應(yīng)急責(zé)任，機(jī)制。',
];
const pick = <Value>(values: readonly Value[], at: number): Value | undefined => values[at % values.length];
let imports = 0;

/** Does the step as this coder and answers with the operation; null when there was nothing to do it to. */
async function take(host: TestHost, { what, a, b, c, d }: Step): Promise<string | null> {
  if (what === 'undo' || what === 'redo') return (await host.ask(`history.${what}`, {})).operation;
  if (what === 'import') {
    imports += 1;
    await host.importText(Array.from({ length: 1 + (a % 4) }, (_, at) => pick(LINES, a + at)).join('\n') + imports);
    return 'article.import';
  }
  if (what === 'duplicate') {
    const pair = pick(await host.ask('duplicate.list', {}), a);
    if (pair === undefined) return null;
    const annotated = (await host.ask('annotation.list', { articleId: pair.articleId })).length > 0;
    const decision = pick(['kept', 'excluded', annotated ? 'open' : 'replaced'] as const, b) ?? 'kept';
    await host.ask('duplicate.decide', { id: pair.id, version: pair.version, decision });
    return 'duplicate.decide';
  }
  const article = pick(await host.ask('article.list', {}), a);
  if (article === undefined) return null;
  const { id: articleId, version } = article;
  if (what === 'bin') {
    await host.ask('article.remove', { articleId, version });
    return 'article.remove';
  }
  if (what === 'title') {
    const title = pick([null, '題', 'Title', '𠮷'], b) ?? null;
    await host.ask('article.update', { articleId, version, metadata: { title, places: b % 2 === 0 ? [] : ['山西'] } });
    return 'article.update';
  }
  if (what === 'exclude') {
    const exclusion =
      pick([null, { reason: 'off-topic', note: '' }, { reason: 'other', note: '𠮷' }] as const, b) ?? null;
    await host.ask('article.setExclusion', { articleId, version, exclusion });
    return 'article.setExclusion';
  }
  if (what === 'repair') {
    const { revisionId, repairs } = await host.ask('repair.list', { articleId });
    const decisions = repairs
      .filter((_repair, at) => (b >> (at % 9)) % 2 === 1)
      .map(({ id }, at) => ({ id, decision: pick(['accepted', 'refused', 'open'] as const, c + at) ?? 'open' }));
    if (decisions.length === 0) return null;
    await host.ask('repair.decide', { articleId, revisionId, decisions });
    return 'repair.decide';
  }
  if (what === 'status') {
    const state = pick(['not-begun', 'in-progress', 'complete'] as const, b) ?? 'complete';
    await host.ask('codingStatus.set', { articleId, codebookId: builtin, state });
    return 'codingStatus.set';
  }
  const { text, revisionId, roles } = await host.ask('article.get', { articleId });
  if (what === 'role') {
    const role = pick(['body', 'subhead', 'caption'] as const, c) ?? 'body';
    await host.ask('article.setRole', { articleId, revisionId, paragraph: b % roles.length, role });
    return 'article.setRole';
  }
  const whole = (offset: number) => (/[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset);
  const start = whole(c % (text.length - 1));
  const end = Math.max(whole(Math.min(text.length, start + 2 + (d % 9))), start + 1);
  const span = { start, end: /[\uD800-\uDBFF]/.test(text.charAt(end - 1)) ? end + 1 : end };
  const links = [...new Set([b, c, d].slice(0, d % 4).map((at) => pick(categoryIds, at) ?? ''))].map((categoryId) => ({
    id: uuidv7(),
    categoryId,
    relation: pick([null, 'verbatim', 'local'] as const, c) ?? null,
  }));
  if (what === 'create') {
    const exact = text.slice(span.start, span.end);
    await host.ask('annotation.create', { id: uuidv7(), articleId, revisionId, span, exact, links });
    return 'annotation.create';
  }
  const present = pick(await host.ask('annotation.list', { articleId }), b);
  if (present === undefined) return null;
  const named = { id: present.id, version: present.version };
  if (what === 'remove') {
    await host.ask('annotation.remove', named);
    return 'annotation.remove';
  }
  const kept = present.links.slice(d % 2).map(({ id, categoryId, relation }) => ({ id, categoryId, relation }));
  const added = links.filter((each) => !kept.some((link) => link.categoryId === each.categoryId));
  await host.ask('annotation.update', {
    ...named,
    ...(what === 'note' ? { note: pick(['', '記', '𠮷'], c) ?? '' } : {}),
    ...(what === 'links' ? { links: c % 2 === 0 ? [...kept, ...added] : [...added, ...kept.toReversed()] } : {}),
    ...(what === 'span' ? { span } : {}),
    ...(what === 'voice' && c % 3 > 0
      ? { voice: { kind: 'official' as const, name: '王', office: null, level: 'county' as const, place: null } }
      : {}),
    ...(what === 'voice' && c % 3 === 0 ? { voice: null, status: 'doubtful' as const } : {}),
  });
  return 'annotation.update';
}

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
    await lin.importText(`第${(imports += 1)}篇`);
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
