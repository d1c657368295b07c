import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { ImportedFile } from '#domain/contract/import.ts';
import { applyRepairs, proposeRepairs } from '#domain/repair/repair-text.ts';
import { TestHost } from '../host/hosted-corpus.ts';

const SHANXI = readFileSync(new URL('../../resources/sample/shanxi-article.txt', import.meta.url), 'utf8');
const WHOLE = applyRepairs(SHANXI, proposeRepairs(SHANXI).repairs, 'all').text;
const head = (outlet: string, day: string) => `${day}    來源：${outlet}\n`;

let lin: TestHost;
beforeAll(async () => {
  lin = await TestHost.make();
});
beforeEach(async () => {
  const name = uuidv7();
  await lin.ask('corpus.create', { name });
});
afterAll(() => lin[Symbol.asyncDispose]());

async function importAll(...texts: [name: string, text: string][]): Promise<ImportedFile[]> {
  const sources = texts.map(([name, text]) => ({ name, text }));
  const { result } = await lin.end('article.import', { sources });
  return (result as { files: ImportedFile[] }).files;
}

const idOf = (file: ImportedFile | undefined) => file?.articleId ?? '';
const flow = () => lin.ask('corpus.flow', {});
const sound = async () => expect((await lin.ask('corpus.check', {})).problems).toEqual([]);

test('the same bytes and the same text are one article; another outlet of the same text is a reprint', async () => {
  const [first, same, elsewhere, third] = await importAll(
    ['a.txt', `${head('山西日報', '2024-08-05')}${WHOLE}`],
    ['b.txt', `${head('山西日報', '2024-08-05')}${WHOLE}`],
    ['c.txt', `${head('河北日報', '2024-08-06')}${WHOLE}`],
    ['d.txt', `${head('大眾日報', '2024-08-07')}${WHOLE}`],
  );
  expect(same).toMatchObject({ outcome: 'duplicate', articleId: first?.articleId });
  expect(elsewhere).toMatchObject({ outcome: 'imported', resembles: { kind: 'reprint' } });
  const { counting, families } = await lin.ask('family.list', {});
  expect(counting).toBe('once');
  expect(families).toHaveLength(1);
  expect(families[0]?.articleIds).toEqual([idOf(first), idOf(elsewhere), idOf(third)]);
  expect(await flow()).toMatchObject({
    found: 4,
    duplicates: 1,
    included: 3,
    counted: 1,
    reprints: { articles: 3, families: 1 },
  });
  await lin.ask('reprintCounting.set', { counting: 'per-outlet' });
  expect((await flow()).counted).toBe(3);
  await lin.ask('reprintCounting.set', { counting: 'none' });
  expect((await flow()).counted).toBe(0);
  await lin.ask('history.undo', {});
  await lin.ask('history.undo', {});
  const [family] = families;
  await lin.ask('family.setSource', {
    familyId: family?.id ?? '',
    version: family?.version ?? 0,
    articleId: idOf(elsewhere),
  });
  await lin.ask('family.leave', { articleId: idOf(elsewhere) });
  const [left] = (await lin.ask('family.list', {})).families;
  expect(left).toMatchObject({ sourceId: null, articleIds: [idOf(first), idOf(third)] });
  await lin.ask('family.leave', { articleId: idOf(third) });
  expect((await lin.ask('family.list', {})).families).toEqual([]);
  await lin.ask('family.create', { id: uuidv7(), articleIds: [idOf(first), idOf(third)] });
  expect((await lin.ask('family.list', {})).families).toHaveLength(1);
  await sound();
});

describe('a damaged copy of an article that is there', () => {
  /** The first copy has lost a paragraph and is damaged; the second is whole. */
  const paragraphs = SHANXI.split('\n');
  const damaged = [...paragraphs.slice(0, 3), ...paragraphs.slice(4)].join('\n');
  let earlier: string;
  let later: string;
  beforeEach(async () => {
    const files = await importAll(['damaged.txt', damaged], ['whole.txt', WHOLE]);
    [earlier, later] = [idOf(files[0]), idOf(files[1])];
    expect(files[1]?.resembles).toMatchObject({ articleId: earlier, kind: 'near' });
  });
  const pair = async () => {
    const [found] = await lin.ask('duplicate.list', {});
    if (found === undefined) throw new Error('no pair');
    return found;
  };

  test('is kept beside it, or left out, and both can be changed', async () => {
    const { id, version } = await pair();
    expect(await pair()).toMatchObject({ articleId: later, otherId: earlier, decision: 'open' });
    expect(await flow()).toMatchObject({ found: 2, included: 2, duplicates: 0, open: { duplicates: 1 } });
    await lin.ask('duplicate.decide', { id, version, decision: 'excluded' });
    expect(await lin.ask('article.get', { articleId: later })).toMatchObject({ exclusion: { reason: 'duplicate' } });
    expect(await flow()).toMatchObject({ found: 2, included: 1, duplicates: 1, open: { duplicates: 0 } });
    await lin.ask('duplicate.decide', { id, version: version + 1, decision: 'kept' });
    expect(await lin.ask('article.get', { articleId: later })).toMatchObject({ exclusion: null });
    expect(await flow()).toMatchObject({ found: 2, included: 2, duplicates: 0, open: { duplicates: 0 } });
    await lin.ask('history.undo', {});
    expect(await flow()).toMatchObject({ included: 1, duplicates: 1 });
    expect((await lin.refusal('duplicate.decide', { id, version, decision: 'kept' })).details.reason).toBe(
      'version-changed',
    );
    await sound();
  });

  test('gives its text to it: annotations stand again, what moved is shown, undo brings all back', async () => {
    const before = await lin.ask('article.get', { articleId: earlier });
    const stays = await lin.annotate(earlier, '國家安全是中國式現代化');
    const moves = await lin.annotate(earlier, '應急管理廳黨委書記');
    const changes = await lin.annotate(earlier, '新?lián)?dāng)新');
    const { id, version } = await pair();
    const told = await lin.ask('duplicate.decide', { id, version, decision: 'replaced' });
    expect(told).toEqual({ placed: 0, moved: 2, orphans: 1 });
    const after = await lin.ask('article.get', { articleId: earlier });
    expect(after.text).toBe(WHOLE);
    expect(await lin.ask('article.original', { articleId: earlier })).toMatchObject({ text: WHOLE });
    const list = await lin.ask('annotation.list', { articleId: earlier });
    const found = (annotation: { id: string }) => list.find((each) => each.id === annotation.id);
    // Its own words and place are the same, but the commas around it are full-width now.
    expect(found(stays)).toMatchObject({ exact: stays.exact, toConfirm: 'moved', start: stays.start });
    expect(found(moves)).toMatchObject({ exact: moves.exact, toConfirm: 'moved', anchorState: 'placed' });
    expect(found(changes)).toMatchObject({ exact: changes.exact, anchorState: 'orphan' });
    const { prefix, exact, suffix } = moves;
    expect(found(moves)?.formerly).toEqual({ prefix, exact, suffix });
    expect((await lin.refusal('article.get', { articleId: later })).details.reason).toBe('article-missing');
    expect(await flow()).toMatchObject({ found: 2, included: 1, duplicates: 1, removed: 0 });
    await sound();

    const moved = found(moves);
    const span = { start: moved?.start ?? 0, end: moved?.end ?? 0 };
    await lin.ask('annotation.update', { id: moves.id, version: moved?.version ?? 0, span });
    const confirmed = (await lin.ask('annotation.list', { articleId: earlier })).find((each) => each.id === moves.id);
    expect(confirmed).toMatchObject({ toConfirm: null, exact: moves.exact });
    expect(confirmed?.formerly).toBeUndefined();

    await lin.ask('history.undo', {});
    await lin.ask('history.undo', {});
    expect((await lin.ask('article.get', { articleId: earlier })).text).toBe(before.text);
    expect(await lin.ask('annotation.list', { articleId: earlier })).toMatchObject([
      { exact: stays.exact, start: stays.start },
      { exact: moves.exact, start: moves.start, toConfirm: null },
      { exact: changes.exact, start: changes.start, anchorState: 'placed' },
    ]);
    expect((await lin.ask('article.get', { articleId: later })).text).toBe(WHOLE);
    expect(await pair()).toMatchObject({ decision: 'open' });
    await sound();
  });

  test('keeps its own annotations: then its text is not given away', async () => {
    await lin.annotate(later, '國家安全');
    const { id, version } = await pair();
    const { details } = await lin.refusal('duplicate.decide', { id, version, decision: 'replaced' });
    expect(details.reason).toBe('duplicate-annotated');
    expect(await pair()).toMatchObject({ decision: 'open', version });
  });
});

test('with another text, a passage whose words differ says what they were, and what is learnt is no surer than it was', async () => {
  const [from, to] = ['國家安全,根基在人民,力量在人民', '國家的安全,根基在於人民,力量也在人民'];
  const whole = WHOLE.replaceAll('，', ',');
  const [file] = await importAll(['plain.txt', whole]);
  const articleId = idOf(file);
  const present = await lin.ask('article.get', { articleId });
  await lin.ask('article.update', { articleId, version: present.version, metadata: { places: [] } });
  const passage = await lin.annotate(articleId, from);
  await importAll(['titled.txt', `三晉大地共築平安\n${whole.replace(from, to)}`]);
  const [pair] = await lin.ask('duplicate.list', {});
  await lin.ask('duplicate.decide', { id: pair?.id ?? '', version: pair?.version ?? 0, decision: 'replaced' });
  const [anew] = await lin.ask('annotation.list', { articleId });
  const { prefix, exact, suffix } = passage;
  expect(anew).toMatchObject({ exact: to, toConfirm: 'approximate', formerly: { prefix, exact, suffix } });
  const after = await lin.ask('article.get', { articleId });
  expect(after.title).toBe('三晉大地共築平安');
  expect(after.places).toContain('山西');
  expect(after.unconfirmed.toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['outletProvince', 'places', 'title']);
});

test('an article is left out with its reason, and taken in again', async () => {
  const [file] = await importAll(['x.txt', '各地抓緊落實改革任務。']);
  const articleId = idOf(file);
  const { version } = await lin.ask('article.get', { articleId });
  const exclusion = { reason: 'off-topic', note: '談的是別的決定' } as const;
  const left = await lin.ask('article.setExclusion', { articleId, version, exclusion });
  expect(await lin.ask('article.get', { articleId })).toMatchObject({ exclusion });
  expect(await flow()).toMatchObject({ included: 0, excluded: [{ reason: 'off-topic', articles: 1 }] });
  await lin.ask('article.setExclusion', { articleId, version: left.version, exclusion: null });
  expect(await flow()).toMatchObject({ included: 1, excluded: [] });
  await lin.ask('history.undo', {});
  expect(await lin.ask('article.get', { articleId })).toMatchObject({ exclusion });
});

test('two articles on one matter are two articles', async () => {
  const files = await importAll(
    ['a.txt', WHOLE],
    ['b.txt', '全會提出，完善公共安全治理機制。河北各地抓緊落實，建立健全風險排查機制，群眾說日子更安穩了。'.repeat(3)],
  );
  expect(files.map(({ resembles }) => resembles)).toEqual([null, null]);
  expect(await lin.ask('duplicate.list', {})).toEqual([]);
});
