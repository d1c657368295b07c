import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellsOf } from '#domain/matrix/matrix-cells.ts';
import { builtin, categoryIds, TestHost } from '../host/hosted-corpus.ts';

const HANT = '標題\n甲省的河湖長每月巡查一次岸線，公開結果。\n甲省另有一段自己的話。';
const HANS = '标题在此\n乙省。河湖长每月巡查一次岸线，村民可以举报。';
const OTHER = '丙省的題目\n丙省說的是別的事情，河湖長每月巡查一次岸線。';
const [first = '', second = ''] = categoryIds.slice(20);
let host: TestHost;
let ids: string[];

beforeAll(async () => {
  host = await TestHost.make();
  ids = [await host.importText(HANT), await host.importText(HANS), await host.importText(OTHER)];
  const [a = '', b = ''] = ids;
  const link = (categoryId: string) => ({ id: uuidv7(), categoryId, relation: null });
  await host.annotate(a, '河湖長', { links: [link(second)] });
  await host.annotate(a, '公開結果', { links: [link(second), link(first)] });
  await host.annotate(b, '村民', { links: [link(first)] });
  await host.ask('codingStatus.set', { articleId: b, codebookId: builtin, state: 'complete' });
});
afterAll(() => host[Symbol.asyncDispose]());

const asText = (id: string) => ({ kind: 'article' as const, id });

test('runs in common are told for each two texts, and for each text how many have a stretch', async () => {
  const { texts, pairs } = await host.ask('comparison.runs', { texts: ids.map(asText), least: 8 });
  expect(pairs.map(({ a, b, runs }) => [a, b, runs.length])).toEqual([
    [0, 1, 1],
    [0, 2, 1],
    [1, 2, 1],
  ]);
  const [run] = pairs[0]?.runs ?? [];
  expect(HANT.slice(run?.a.start, run?.a.end)).toContain('河湖長每月巡查一次岸線');
  expect(HANS.slice(run?.b.start, run?.b.end)).toContain('河湖长每月巡查一次岸线');
  expect(texts[0]?.stretches.some(({ count }) => count === 2)).toBe(true);
  expect(texts[0]?.revisionId).toBe((await host.ask('article.get', { articleId: ids[0] ?? '' })).revisionId);
});

test('a corrected text is compared anew', async () => {
  const id = await host.importText('丁省的題目\n丁省說的完全不同。');
  const ask = () => host.ask('comparison.runs', { texts: [asText(ids[0] ?? ''), asText(id)], least: 8 });
  expect((await ask()).pairs[0]?.runs).toEqual([]);
  const { text, revisionId } = await host.ask('article.get', { articleId: id });
  await host.ask('article.correct', {
    articleId: id,
    revisionId,
    changes: [{ start: text.length, end: text.length, insert: '河湖長每月巡查一次岸線。' }],
  });
  expect((await ask()).pairs[0]?.runs).toHaveLength(1);
});

test('passages are counted by article and category, in the order asked for', async () => {
  const order = [ids[1] ?? '', ids[0] ?? ''];
  const { rows, columns } = await host.ask('comparison.count', { articleIds: order, codebookId: builtin });
  expect(columns).toEqual([first, second]);
  expect(rows.map(({ key, complete, articles }) => [key, complete, articles])).toEqual([
    [order[0], 1, 1],
    [order[1], 0, 1],
  ]);
  expect(rows.map((row) => cellsOf(row).map(({ column, passages }) => [column, passages]))).toEqual([
    [[0, 1]],
    [
      [0, 1],
      [1, 2],
    ],
  ]);
  expect(rows[1]?.total.passages).toBe(2);
  const nobody = await host.ask('comparison.count', { articleIds: order, codebookId: builtin, coderIds: [uuidv7()] });
  expect(nobody.columns).toEqual([]);
});

test('what is not there is refused', async () => {
  const missing = uuidv7();
  const runs = { texts: [asText(ids[0] ?? ''), { kind: 'reference', id: missing }], least: 8 };
  expect((await host.refusal('comparison.runs', runs)).details.reason).toBe('reference-missing');
  const counted = { articleIds: [missing], codebookId: builtin };
  expect((await host.refusal('comparison.count', counted)).details.reason).toBe('article-missing');
});
