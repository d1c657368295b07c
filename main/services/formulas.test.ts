import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { Output } from '#domain/contract/index.ts';
import { TestHost } from '../host/hosted-corpus.ts';

const REFERENCE = [
  '一、总体',
  '（一）因地制宜发展新质生产力，构建全国统一大市场。',
  '（二）加快新质生产力培育，完善示例制度。',
].join('\n');

const articles = [
  { text: '示例甲省因地制宜發展新質生產力，講解全國統一的大市場。', province: '示例甲省', on: '2024-09-01' },
  { text: '示例乙省談新质生产力，也談新質生產力。', province: '示例乙省', on: '2024-08-02' },
  { text: '示例乙省說別的事情。', province: '示例乙省', on: '2024-07-30' },
  { text: '不知何時說過新質生產力。', province: null, on: null },
];

let host: TestHost;
let referenceId: string;
beforeEach(async () => {
  host = await TestHost.make();
  const read = await host.end('reference.import', { sources: [{ text: REFERENCE, name: 'r.txt' }] });
  referenceId = (read.result as Output<'reference.import'>).references[0]?.referenceId ?? '';
  const { result } = await host.end('article.import', {
    sources: articles.map(({ text }, at) => ({ text, name: `${at}.txt` })),
  });
  for (const [at, { articleId }] of (result as Output<'article.import'>).files.entries()) {
    const { province = null, on = null } = articles[at] ?? {};
    const { version } = await host.ask('article.get', { articleId: articleId ?? '' });
    await host.ask('article.update', {
      articleId: articleId ?? '',
      version,
      metadata: { outletProvince: province, publishedOn: on },
    });
  }
});
afterEach(() => host[Symbol.asyncDispose]());

async function find(of: string | null = referenceId): Promise<Output<'formula.find'>> {
  const { result } = await host.end('formula.find', { referenceId: of });
  return result as Output<'formula.find'>;
}

describe('counting', () => {
  test('articles that have a phrase of the reference, exactly or varied, and which was first', async () => {
    const { articles: all, undated, provinces, phrases } = await find();
    expect({ all, undated }).toEqual({ all: 4, undated: 1 });
    expect(provinces).toEqual([
      { province: '示例乙省', articles: 2 },
      { province: '示例甲省', articles: 1 },
      { province: null, articles: 1 },
    ]);
    expect(phrases.find(({ phrase }) => phrase === '新质生产力')).toMatchObject({
      exact: 3,
      varied: 0,
      provinces: 2,
      first: { publishedOn: '2024-08-02', province: '示例乙省' },
    });
    // Found varied alone, a phrase of the reference is not a formula of these articles yet.
    expect(phrases.map(({ phrase }) => phrase)).toEqual(['新质生产力', '因地制宜发展新质生产力']);
  });

  test('a phrase of her own is followed the same way, found or not', async () => {
    await host.ask('formula.create', { id: uuidv7(), phrase: '全國統一大市場', referenceId: null, older: true });
    await host.ask('formula.create', { id: uuidv7(), phrase: '無人提及', referenceId: null, older: false });
    const { phrases } = await find(null);
    expect(phrases).toMatchObject([
      { phrase: '全國統一大市場', exact: 0, varied: 1 },
      { phrase: '無人提及', exact: 0, varied: 0 },
    ]);
    // Of a reference it is one phrase, not two.
    const same = (await find()).phrases.filter(({ phrase }) => /[统統]一大市/u.test(phrase));
    expect(same).toMatchObject([{ phrase: '全國統一大市場', varied: 1 }]);
  });

  test('articles left out of every count are left out here', async () => {
    const [first] = await host.ask('formula.passages', { phrase: '新质生产力' });
    const { version } = await host.ask('article.get', { articleId: first?.articleId ?? '' });
    await host.ask('article.setExclusion', {
      articleId: first?.articleId ?? '',
      version,
      exclusion: { reason: 'off-topic', note: '' },
    });
    expect(await find()).toMatchObject({ articles: 3, phrases: [{ phrase: '新质生产力', exact: 2 }, {}] });
  });
});

test('the articles that have a phrase stand in the order of their days, with the place in the text', async () => {
  const passages = await host.ask('formula.passages', { phrase: '全国统一大市场' });
  expect(passages).toMatchObject([{ words: '全國統一的大市場', isExact: false, places: 0 }]);
  const found = await host.ask('formula.passages', { phrase: '新质生产力' });
  expect(found.map(({ publishedOn, places }) => [publishedOn, places])).toEqual([
    ['2024-08-02', 2],
    ['2024-09-01', 1],
    [null, 1],
  ]);
  for (const { articleId, span, words } of found) {
    const { text } = await host.ask('article.get', { articleId });
    expect(text.slice(span.start, span.end)).toBe(words);
  }
});

test('what is followed can be changed, let go, and brought back; the same phrase is followed once', async () => {
  const before = host.live();
  const id = uuidv7();
  await host.ask('formula.create', { id, phrase: '新质生产力', referenceId, older: false });
  const again = { id: uuidv7(), phrase: '「新質生產力」', referenceId: null, older: false };
  expect((await host.refusal('formula.create', again)).details.reason).toBe('formula-followed');
  const { version } = await host.ask('formula.update', { id, version: 1, older: true, note: '2023年已有' });
  expect(await host.ask('formula.list', {})).toMatchObject([{ older: true, note: '2023年已有', referenceId }]);
  await host.ask('formula.remove', { id, version });
  expect(await host.ask('formula.list', {})).toEqual([]);
  await host.ask('bin.restore', { kind: 'formula', id });
  expect(await host.ask('formula.list', {})).toMatchObject([{ id }]);
  for (let step = 0; step < 4; step++) await host.ask('history.undo', {});
  expect(host.live()).toEqual(before);
});
