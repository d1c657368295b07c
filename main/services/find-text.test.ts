import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { Hit } from '#domain/contract/find.ts';
import type { Input } from '#domain/contract/index.ts';
import { foldForFind } from '#domain/find/fold-for-find.ts';
import { categoryIds, TestHost } from '../host/hosted-corpus.ts';

const TEXTS = [
  '全會提出全面深化改革。改革開放。𠮷林省也改革，人人人說好。',
  '全会提出全面深化改革。开放改革；ＧＤＰ與gdp，人人。\n第二段改革。',
  '與此無關的一篇，但有 reform and opening，ﬁnal。',
  '略去的一篇：改革改革。',
];
const METADATA = [
  { outletProvince: '山西', outlet: '山西日報', publishedOn: '2024-08-05', title: '改革在路上' },
  { outletProvince: '浙江', outlet: '浙江日报', publishedOn: '2024-09', title: '题' },
  { outletProvince: '山西', outlet: null, publishedOn: '2024', title: null },
  { outletProvince: null, outlet: null, publishedOn: null, title: null },
];

let host: TestHost;
let ids: string[];
const row = async (id: string) => (await host.ask('article.list', {})).find((each) => each.id === id) as ArticleRow;

beforeAll(async () => {
  host = await TestHost.make();
  ids = [];
  for (const [index, text] of TEXTS.entries()) {
    const articleId = await host.importText(text, `${index}.txt`);
    ids.push(articleId);
    const { version } = await row(articleId);
    await host.ask('article.update', { articleId, version, metadata: METADATA[index] ?? {} });
  }
  const { id, version } = await row(ids[3] ?? '');
  await host.ask('article.setExclusion', { articleId: id, version, exclusion: { reason: 'other', note: '' } });
}, 60_000);
afterAll(() => host[Symbol.asyncDispose]());

const find = (query: string, more: Partial<Input<'text.find'>> = {}) =>
  host.ask('text.find', { query, places: ['text'], filter: {}, order: 'article', offset: 0, limit: 100, ...more });
const count = (query: string, more: Partial<Input<'text.count'>> = {}) =>
  host.ask('text.count', { query, places: ['text'], filter: {}, ...more });
const at = ({ articleId, start, exact }: Hit) => `${ids.indexOf(articleId)}:${start} ${exact}`;

test('both scripts, by article and place, with the words around; left-out articles only where asked', async () => {
  const { articles, hits, sorted } = await find('全面深化改革');
  expect([articles, sorted]).toEqual([2, true]);
  expect(hits.map(at)).toEqual(['0:4 全面深化改革', '1:4 全面深化改革']);
  expect(hits[0]).toMatchObject({ place: 'text', before: '全會提出', after: '。改革開放。𠮷林省也改革，人人人說好。' });
  expect((await find('全會')).hits.map(at)).toEqual(['0:0 全會', '1:0 全会']);
  expect((await find('改革')).articles).toBe(2);
  expect((await find('改革', { filter: { excluded: true } })).articles).toBe(3);
});

test('what overlaps is told', async () => {
  const { hits } = await find('人人');
  expect(hits.map((hit) => [at(hit), hit.overlaps])).toEqual([
    ['0:24 人人', false],
    ['0:25 人人', true],
    ['1:24 人人', false],
  ]);
});

test('sorted by what follows and by what stands before; in portions', async () => {
  const right = (await find('改革', { order: 'right' })).hits;
  const left = (await find('改革', { order: 'left' })).hits;
  const folded = (text: string) => foldForFind(text).text;
  const nearest = left.map(({ before }) => [...folded(before)].toReversed().join(''));
  expect(right.map(({ after }) => folded(after))).toEqual(right.map(({ after }) => folded(after)).toSorted());
  expect(nearest).toEqual(nearest.toSorted());
  expect(right.map(at).toSorted()).toEqual(left.map(at).toSorted());
  for (const order of ['article', 'left', 'right'] as const) {
    const whole = (await find('改革', { order })).hits;
    expect(whole).toHaveLength(6);
    for (let offset = 0; offset <= 6; offset++)
      expect((await find('改革', { order, offset, limit: 2 })).hits).toEqual(whole.slice(offset, offset + 2));
  }
});

test('counted by province and month', async () => {
  expect(await count('改革', { filter: { excluded: true } })).toEqual({
    articles: 3,
    hits: 8,
    provinces: [
      { province: '山西', articles: 1, hits: 3 },
      { province: '浙江', articles: 1, hits: 3 },
      { province: null, articles: 1, hits: 2 },
    ],
    months: [
      { month: '2024-08', articles: 1, hits: 3 },
      { month: '2024-09', articles: 1, hits: 3 },
      { month: null, articles: 1, hits: 2 },
    ],
  });
});

test('filtered by province, outlet and date', async () => {
  expect((await find('改革', { filter: { provinces: ['山西'] } })).hits).toHaveLength(3);
  expect((await find('改革', { filter: { outlets: ['浙江日报'] } })).hits).toHaveLength(3);
  expect((await find('的', { filter: { outlets: ['none'] } })).articles).toBe(1);
  expect((await find('改革', { filter: { from: '2024-09', to: '2024-10' } })).articles).toBe(1);
});

test('operators', async () => {
  expect((await find('改革 and 人人人')).articles).toBe(1);
  expect((await find('改革 not GDP')).hits.map(at)).toEqual(['0:8 改革', '0:11 改革', '0:21 改革']);
  expect((await find('改革 near/0 开放')).hits.map(at)).toEqual(['0:11 改革開放', '1:11 开放改革']);
  expect((await find('"reform and opening"')).hits.map(({ exact }) => exact)).toEqual(['reform and opening']);
  expect(
    await host.refusal('text.find', { ...base('改革 and ('), order: 'article', offset: 0, limit: 1 }),
  ).toMatchObject({
    code: 'invalid',
    details: { reason: 'query-malformed', problem: 'operand-missing', at: 8 },
  });
});
const base = (query: string) => ({ query, places: ['text'], filter: {} });

test('in notes, memos and metadata where asked, with what they belong to', async () => {
  const annotation = await host.annotate(ids[2] ?? '', '無關', { note: '見總書記講話' });
  await host.ask('memo.create', {
    id: uuidv7(),
    subject: 'article',
    subjectId: ids[2] ?? '',
    title: '備忘',
    body: '再看總書記',
  });
  expect((await find('总书记')).articles).toBe(0);
  const { hits } = await find('总书记', { places: ['text', 'notes'] });
  expect(hits.map(({ place, annotationId, exact, before }) => ({ place, annotationId, exact, before }))).toEqual([
    { place: 'note', annotationId: annotation.id, exact: '總書記', before: '見' },
    { place: 'memo', annotationId: null, exact: '總書記', before: '備忘\n再看' },
  ]);
  const known = await find('改革', { places: ['metadata'] });
  expect(known.hits.map(({ field, exact, after }) => [field, exact, after])).toEqual([['title', '改革', '在路上']]);
  expect((await find('无关 and 总书记', { places: ['text', 'notes'] })).hits).toHaveLength(3);
});

test('agrees with a plain scan', async () => {
  const bits = ['改', '革', '人', '。', '𠮷', 'a', '全会', 'ＧＤＰ', '，', ' ', 'ﬁ', '\n'];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...bits), { minLength: 1, maxLength: 3 }), async (parts) => {
      const term = parts.join('');
      const wanted = foldForFind(term).text;
      const expected = TEXTS.flatMap((text, article) => {
        const starts = Array.from({ length: text.length }, (_, start) => start);
        return starts.flatMap((start) =>
          starts
            .slice(start)
            .map((end) => text.slice(start, end + 1))
            .filter((exact) => exact.isWellFormed() && foldForFind(exact).text === wanted)
            .map((exact) => `${article}:${start} ${exact}`),
        );
      });
      const { hits } = await find(`"${term}"`, { filter: { excluded: true } });
      expect(hits.map(at)).toEqual(expected);
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('what is imported, corrected, binned and undone is seen at once', async () => {
  await using own = await TestHost.make();
  const search = async () => {
    const { hits } = await own.ask('text.find', { ...base('新政'), order: 'right', offset: 0, limit: 9 } as never);
    return hits.map(({ exact, before }) => before + exact);
  };
  expect(await search()).toEqual([]);
  const articleId = await own.importText('這是新政。');
  expect(await search()).toEqual(['這是新政']);
  const { revisionId } = await own.ask('article.get', { articleId });
  await own.ask('article.correct', { articleId, revisionId, changes: [{ start: 0, end: 1, insert: '那' }] });
  expect(await search()).toEqual(['那是新政']);
  const present = (await own.ask('article.list', {}))[0] as ArticleRow;
  await own.ask('article.remove', { articleId, version: present.version });
  expect(await search()).toEqual([]);
  await own.ask('history.undo', {});
  expect(await search()).toEqual(['那是新政']);
});

describe('annotating hits', () => {
  const [A, B] = categoryIds as [string, string];
  const given = ({ articleId, revisionId, start, end, exact }: Hit) => ({
    id: uuidv7(),
    articleId,
    revisionId,
    span: { start, end },
    exact,
  });

  test('in one step with the origin of a search, and one undo takes it back', async () => {
    const before = host.live();
    const { hits } = await find('改革');
    const categories = [
      { categoryId: A, relation: null },
      { categoryId: B, relation: 'mention' as const },
    ];
    const input = { hits: hits.map(given), categories, status: 'draft' as const };
    expect(await host.ask('text.annotateHits', input)).toEqual({ made: 6, refused: [] });
    const made = await host.ask('annotation.list', { articleId: ids[0] ?? '' });
    expect(made.map(({ exact, status, links }) => [exact, status, links.map(({ origin }) => origin)])).toEqual(
      Array.from({ length: 3 }, () => ['改革', 'draft', ['search', 'search']]),
    );
    expect(made[0]?.links.map(({ categoryId, relation }) => [categoryId, relation])).toEqual([
      [A, null],
      [B, 'mention'],
    ]);
    const again = await host.ask('text.annotateHits', { ...input, hits: hits.map(given) });
    expect([again.made, again.refused.map(({ reason }) => reason)]).toEqual([0, Array(6).fill('already-linked')]);
    expect(await host.ask('history.state', {})).toMatchObject({ undo: { operation: 'text.annotateHits' } });
    await host.ask('history.undo', {});
    expect(host.live()).toEqual(before);
  });

  test('a hit whose text is gone is refused, and the others are made', async () => {
    const [one, two, three, four] = (await find('改革')).hits.map(given);
    if (!one || !two || !three || !four) throw new Error('too few hits');
    const wrong = [
      { ...one, articleId: uuidv7() },
      { ...two, revisionId: uuidv7() },
      { ...three, exact: '革命' },
    ];
    const { made, refused } = await host.ask('text.annotateHits', {
      hits: [...wrong, four],
      categories: [{ categoryId: A, relation: null }],
    });
    expect(made).toBe(1);
    expect(refused).toEqual([
      { id: one.id, reason: 'article-missing' },
      { id: two.id, reason: 'revision-missing' },
      { id: three.id, reason: 'quote-mismatch' },
    ]);
    await host.ask('history.undo', {});
  });
});
