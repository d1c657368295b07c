import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decidedLog, effectiveDecisions, type RepairLog } from '#domain/repair/decided-log.ts';
import { proveRepair } from '#domain/repair/prove-repair.ts';
import type { Repair } from '#domain/contract/repair.ts';
import { TestHost } from '../host/hosted-corpus.ts';

const SHANXI = readFileSync(new URL('../../resources/sample/shanxi-article.txt', import.meta.url), 'utf8');

let lin: TestHost;
beforeAll(async () => {
  lin = await TestHost.make();
});
afterAll(() => lin[Symbol.asyncDispose]());

/** A fresh copy each time: the same text would be a duplicate. */
async function importShanxi(repair?: 'none' | 'certain' | 'all'): Promise<string> {
  const present = (await lin.ask('article.list', {})).find(({ fileName }) => fileName === 'shanxi.txt');
  if (present !== undefined) await lin.ask('article.remove', { articleId: present.id, version: present.version });
  const sources = [{ text: SHANXI, name: 'shanxi.txt' }];
  const { result } = await lin.end('article.import', repair === undefined ? { sources } : { sources, repair });
  return (result as { files: { articleId: string }[] }).files[0]?.articleId ?? '';
}

const textOf = async (articleId: string) => (await lin.ask('article.get', { articleId })).text;
const reportOf = (articleId: string) => lin.ask('repair.list', { articleId });

async function decide(
  articleId: string,
  which: (repair: Repair) => boolean,
  decision: Repair['decision'],
  insert?: string,
) {
  const { revisionId, repairs } = await reportOf(articleId);
  const decisions = repairs
    .filter(which)
    .map(({ id }) => ({ id, decision, ...(insert === undefined ? {} : { insert }) }));
  return await lin.ask('repair.decide', { articleId, revisionId, decisions });
}

/** That every repair stands where it says, and every annotation quotes its place. */
async function assertSound(articleId: string): Promise<void> {
  const { text, repairs, importedText } = await reportOf(articleId);
  expect(text).toBe(await textOf(articleId));
  for (const { at, start, end, before, insert } of repairs) {
    expect(importedText.slice(start, end)).toBe(before);
    expect(text.slice(at.start, at.end)).toBe(insert ?? before);
  }
  expect((await lin.ask('corpus.check', {})).problems).toEqual([]);
}

test('the Shanxi article is repaired where it is certain, by default', async () => {
  const articleId = await importShanxi();
  const article = await lin.ask('article.get', { articleId });
  // Open are four byte shifts with three marks in them, and each half-width comma, which may be the paper's own style.
  expect(article.repairs).toEqual({ applied: 274, open: 7 + 102 });
  expect(article).toMatchObject({
    title: null,
    publishedOn: null,
    outletProvince: '山西',
    editor: '盧相汀',
    reporters: ['楊文俊', '李煉', '郭寧', '孟婷', '張毅', '杜春春', '鄭璐', '李強'],
  });
  expect(article.unconfirmed).toContain('outletProvince');
  expect(article.unconfirmed).not.toContain('editor');
  const { importedText, repairs } = await reportOf(articleId);
  expect(importedText).toBe(SHANXI);
  expect(repairs.filter(({ kind }) => kind === 'inline-pinyin')).toHaveLength(269);
  expect(repairs.filter(({ kind }) => kind === 'gbk-shift')).toHaveLength(10);
  expect(repairs.filter(({ kind }) => kind === 'html-residue')).toHaveLength(2);
  expect(repairs.filter(({ certain, decision }) => certain !== (decision === 'accepted'))).toEqual([]);
  await assertSound(articleId);
  const original = await lin.ask('article.original', { articleId });
  expect(original.text).toBe(SHANXI);
  expect(original.repairs).toHaveLength(274);
});

test('with all, the text is whole, and the forward model gives the imported one back', async () => {
  const articleId = await importShanxi('all');
  const text = await textOf(articleId);
  expect(text).not.toMatch(/[?€a-zA-Z]/);
  const proof = proveRepair(SHANXI);
  expect(proof).toMatchObject({ repaired: text, exact: true });
  await assertSound(articleId);
});

test('with none, nothing is touched and everything is proposed', async () => {
  const articleId = await importShanxi('none');
  expect(await lin.ask('article.get', { articleId })).toMatchObject({
    text: SHANXI,
    repairs: { applied: 0, open: 281 + 102 },
  });
  await assertSound(articleId);
});

test('repairs are accepted, edited, refused and taken back one by one; annotations come along exactly', async () => {
  const articleId = await importShanxi();
  const kept = await lin.annotate(articleId, '全面貫徹總體國家安全觀');
  const across = await lin.annotate(articleId, '應急管理工作實際');
  const lost = await lin.annotate(articleId, '?lián)?');
  const shifts = (repair: Repair) => repair.kind === 'gbk-shift' && repair.decision === 'open';
  const accepted = await decide(articleId, shifts, 'accepted');
  expect(accepted).toMatchObject({ open: 102, applied: 281 });
  expect(await textOf(articleId)).toContain('新擔當新');
  await assertSound(articleId);
  const quotes = async () =>
    Object.fromEntries((await lin.ask('annotation.list', { articleId })).map((each) => [each.id, each]));
  expect((await quotes())[kept.id]).toMatchObject({ exact: kept.exact, anchorState: 'placed' });
  expect((await quotes())[lost.id]).toMatchObject({ anchorState: 'placed', exact: '擔當' });

  const edited = (repair: Repair) => repair.candidates[0]?.insert === '擔當';
  await decide(articleId, edited, 'accepted', '擔責');
  expect(await textOf(articleId)).toContain('新擔責新');
  await assertSound(articleId);

  await decide(articleId, ({ kind }) => kind === 'inline-pinyin', 'refused');
  expect(await textOf(articleId)).toContain('應(yīng)急管理工作實際(jì)'.slice(0, 8));
  expect((await quotes())[across.id]?.exact.replaceAll(/\([^)]*\)/g, '')).toBe(across.exact);
  await assertSound(articleId);

  await decide(articleId, () => true, 'refused');
  expect(await textOf(articleId)).toBe(SHANXI);
  for (const each of Object.values(await quotes())) expect(each.anchorState).toBe('placed');
  await assertSound(articleId);
  await decide(articleId, ({ certain }) => certain, 'accepted');
  expect((await quotes())[kept.id]).toMatchObject({ exact: kept.exact, start: kept.start });
});

test('repairs of one place are decided together', async () => {
  const articleId = await importShanxi('none');
  const { repairs } = await reportOf(articleId);
  const counts = new Map<number, number>();
  for (const { place } of repairs) if (place !== null) counts.set(place, (counts.get(place) ?? 0) + 1);
  const [place] = [...counts].find(([, count]) => count > 1) ?? [];
  expect(place).toBeDefined();
  const one = repairs.find((repair) => repair.place === place)?.id;
  await decide(articleId, ({ id }) => id === one, 'accepted');
  const after = (await reportOf(articleId)).repairs.filter((repair) => repair.place === place);
  expect(after.map(({ decision }) => decision)).toEqual(after.map(() => 'accepted'));
});

test('a decision is undone and made again, with the annotations as they were', async () => {
  const articleId = await importShanxi();
  await lin.annotate(articleId, '推進國家安全體系和能力現代化');
  const state = async () => ({
    article: await lin.ask('article.get', { articleId }),
    repairs: (await reportOf(articleId)).repairs,
    annotations: await lin.ask('annotation.list', { articleId }),
  });
  const plain = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, each: unknown) => (key === 'version' || key === 'changedAt' ? 0 : each)));
  const before = await state();
  await decide(articleId, ({ kind }) => kind === 'inline-pinyin', 'refused');
  const after = await state();
  expect(after.article.text).not.toBe(before.article.text);
  await lin.ask('history.undo', {});
  expect(plain(await state())).toEqual(plain(before));
  await lin.ask('history.redo', {});
  expect(plain(await state())).toEqual(plain(after));
});

test('what another coder has done on the new text keeps the decision from being undone', async () => {
  const articleId = await importShanxi();
  await decide(articleId, ({ kind }) => kind === 'html-residue', 'refused');
  await using wang = await lin.another('Wang');
  const first = await wang.annotate(articleId, '統籌發展和安全');
  const span = { start: first.start, end: first.end - 3 };
  const mark = await wang.ask('annotation.update', { id: first.id, version: first.version, span });
  expect((await lin.refusal('history.undo', {})).details).toMatchObject({ reason: 'undo-conflict', by: 'Wang' });
  await wang.ask('annotation.remove', { id: mark.id, version: mark.version });
  await decide(articleId, ({ kind }) => kind === 'html-residue', 'accepted');
  // Wang's passage was put into the bin on one text; taken out of it on the next, it has its place.
  expect(await wang.ask('history.undo', {})).toMatchObject({ operation: 'annotation.remove' });
  expect(await lin.ask('annotation.list', { articleId })).toMatchObject([{ exact: mark.exact, anchorState: 'placed' }]);
  // Where it stood in the former text can't be put back in this one.
  expect((await wang.refusal('history.undo', {})).details.reason).toBe('undo-conflict');
  expect(await textOf(articleId)).toContain(mark.exact);
});

test('a decision about a text that has changed, or a repair that is not there, is refused', async () => {
  const articleId = await importShanxi();
  const { revisionId, repairs } = await reportOf(articleId);
  const first = repairs.find(({ certain }) => certain);
  await decide(articleId, ({ id }) => id === first?.id, 'refused');
  const stale = { articleId, revisionId, decisions: [{ id: first?.id, decision: 'accepted' }] };
  expect((await lin.refusal('repair.decide', stale)).details.reason).toBe('revision-missing');
  const present = (await reportOf(articleId)).revisionId;
  const unknown = { articleId, revisionId: present, decisions: [{ id: 'x', decision: 'accepted' }] };
  expect((await lin.refusal('repair.decide', unknown)).details.reason).toBe('repair-missing');
});

test('what a window draws before the answer is what the host then answers', async () => {
  const articleId = await importShanxi();
  const plain = (log: RepairLog) => ({
    ...log,
    revisionId: '',
    repairs: log.repairs.map((each) => ({ ...each, version: 0 })),
  });
  const turns: [(repair: Repair) => boolean, Repair['decision'], string?][] = [
    [({ place }) => place === 2 || place === 6, 'accepted'],
    [({ kind }) => kind === 'inline-pinyin', 'refused'],
    [({ kind }) => kind === 'punctuation', 'accepted', '、'],
    [({ certain }) => certain, 'accepted'],
    [({ kind }) => kind === 'punctuation', 'accepted'],
    [() => true, 'open'],
  ];
  for (const [which, decision, insert] of turns) {
    const log = await reportOf(articleId);
    const chosen = log.repairs.filter(which);
    const places = new Set(chosen.flatMap(({ place }) => place ?? []));
    const decisions = log.repairs
      .filter((each) => which(each) || (each.place !== null && places.has(each.place)))
      .map(({ id }) => ({ id, decision, ...(insert === undefined ? {} : { insert }) }));
    await lin.ask('repair.decide', { articleId, revisionId: log.revisionId, decisions });
    const answered = await reportOf(articleId);
    expect(plain(decidedLog(log, decisions))).toEqual(plain(answered));
    expect(effectiveDecisions(answered, decisions)).toEqual([]);
  }
  await assertSound(articleId);
});
