import { afterEach, beforeEach, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { Category } from '#domain/contract/codebook.ts';
import { builtin, categoryIds, TestHost } from '../host/hosted-corpus.ts';

const TEXT = '全會提出改革。各地抓緊落實。\n群眾說好。';
let host: TestHost;
let articleId: string;
beforeEach(async () => {
  host = await TestHost.make();
  articleId = await host.importText(TEXT);
});
afterEach(() => host[Symbol.asyncDispose]());

const categories = async () => (await host.ask('codebook.list', {})).flatMap((book) => book.categories);
const find = async (id: string): Promise<Category> => {
  const found = (await categories()).find((category) => category.id === id);
  if (found === undefined) throw new Error(`no category ${id}`);
  return found;
};
const make = async (title: string, more: { codebookId?: string; parentId?: string | null; beforeId?: string } = {}) => {
  const id = uuidv7();
  await host.ask('category.create', { id, codebookId: builtin, parentId: null, title, ...more });
  return id;
};
const link = (categoryId: string) => ({ id: uuidv7(), categoryId, relation: null });
const links = async () =>
  (await host.ask('annotation.list', { articleId })).map((each) => each.links.map(({ categoryId }) => categoryId));
const part = categoryIds[0] ?? '';
const item = categoryIds[1] ?? '';

test('an own category stands where it was put, in the order of the tree', async () => {
  const below = await make('下', { parentId: part });
  const first = await make('首', { parentId: part, beforeId: item });
  const top = await make('頂');
  const order = (await categories()).map(({ id }) => id);
  expect(order.slice(0, 3)).toEqual([part, first, item]);
  expect(order.indexOf(below)).toBeLessThan(
    order.indexOf(categoryIds.find((id) => order.indexOf(id) > order.indexOf(below)) ?? ''),
  );
  expect(order.at(-1)).toBe(top);
  expect(await find(below)).toMatchObject({ colour: 1, fixed: false, titleEn: '下' });
  const { version } = await find(below);
  await host.ask('category.move', { id: below, version, parentId: null, beforeId: part });
  expect((await categories())[0]?.id).toBe(below);
  const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸', '子', '丑', '寅', '卯', '辰'];
  // Always at the same place, until there is no number left between two others.
  for (const name of names) await make(name, { parentId: part, beforeId: item });
  const titles = (await categories()).filter(({ parentId }) => parentId === part).map(({ titleHant }) => titleHant);
  expect(titles.slice(0, names.length + 1)).toEqual(['首', ...names]);
});

test('a category of the Decision keeps number, titles and place; it can be defined, recoloured and retired', async () => {
  const { version } = await find(item);
  for (const change of [{ title: '新' }, { number: '9' }])
    expect((await host.refusal('category.update', { id: item, version, ...change })).details.reason).toBe(
      'category-fixed',
    );
  for (const [operation, input] of [
    ['category.move', { parentId: null, beforeId: null }],
    ['category.merge', { intoId: part }],
    ['category.remove', {}],
  ] as const)
    expect((await host.refusal(operation, { id: item, version, ...input })).details.reason).toBe('category-fixed');
  await host.ask('category.update', { id: item, version, colour: 7, retired: true, meaning: { definition: '義' } });
  expect(await find(item)).toMatchObject({
    colour: 7,
    retired: true,
    definition: '義',
    number: expect.stringContaining('·'),
  });
});

test('another meaning makes a revision and a list to look at again; another name or colour does not', async () => {
  const id = await make('類');
  await host.annotate(articleId, '改革', { links: [link(id)] });
  const recheck = async () =>
    (await host.ask('annotation.list', { articleId })).flatMap((each) => each.links.map((one) => one.recheck));
  const change = async (values: object) =>
    host.ask('category.update', { id, version: (await find(id)).version, ...values });
  await change({ title: '新類', colour: 4 });
  expect(await recheck()).toEqual([false]);
  await change({ meaning: { definition: '新義', rulesFor: '凡…' } });
  expect(await recheck()).toEqual([true]);
  const { ids } = await host.ask('annotation.find', {
    filter: { concerns: ['recheck'] },
    order: 'article',
    descending: false,
  });
  expect(ids).toHaveLength(1);
  const [made] = (await host.ask('annotation.list', { articleId })).flatMap((each) => each.links);
  await host.ask('link.confirm', { linkIds: [made?.id ?? ''] });
  expect(await recheck()).toEqual([false]);
  await host.ask('history.undo', {});
  expect(await recheck()).toEqual([true]);
  await host.ask('history.undo', {});
  expect(await recheck()).toEqual([false]);
  expect(await find(id)).toMatchObject({ definition: '', titleHant: '新類' });
  const revisions = await host.ask('codebook.revisions', { codebookId: builtin });
  expect(revisions.map(({ cause }) => cause)).toEqual(['category.update', 'category.create', null]);
});

test('merged: every link, memo and category below comes along, none twice', async () => {
  const [from, into, both] = [await make('甲'), await make('乙'), await make('丙')];
  const below = await make('甲下', { parentId: from });
  await host.annotate(articleId, '改革', { links: [link(from)] });
  await host.annotate(articleId, '落實', { links: [link(from), link(into), link(both)] });
  await host.ask('memo.create', { id: uuidv7(), subject: 'category', subjectId: from, title: '記', body: '' });
  await host.ask('articleLink.set', { articleId, categoryIds: [from, into] });
  await host.ask('category.merge', { id: from, version: (await find(from)).version, intoId: into });
  expect(await links()).toEqual([[into], [into, both]]);
  expect(await find(below)).toMatchObject({ parentId: into });
  expect((await host.ask('articleLink.list', { articleId })).map(({ categoryId }) => categoryId)).toEqual([into]);
  expect(await host.ask('memo.list', { subject: 'category', subjectId: into })).toMatchObject([{ title: '記' }]);
  await host.ask('history.undo', {});
  expect(await links()).toEqual([[from], [from, into, both]]);
  const { version } = await find(from);
  expect((await host.refusal('category.merge', { id: from, version, intoId: below })).details.reason).toBe(
    'category-circular',
  );
  expect(
    (await host.refusal('category.move', { id: from, version, parentId: below, beforeId: null })).details.reason,
  ).toBe('category-circular');
});

test('split: the passages named go to the new categories, the others stay', async () => {
  const whole = await make('整');
  const [one, other] = [link(whole), link(whole)];
  await host.annotate(articleId, '改革', { links: [one] });
  await host.annotate(articleId, '落實', { links: [other] });
  const [beside, below] = [uuidv7(), uuidv7()];
  const into = [
    { id: beside, title: '旁', below: false, linkIds: [one.id] },
    { id: below, title: '下', below: true, linkIds: [] },
  ];
  const { version } = await find(whole);
  await host.ask('category.split', { id: whole, version, into });
  expect(await links()).toEqual([[beside], [whole]]);
  expect(await find(below)).toMatchObject({ parentId: whole });
  expect((await host.refusal('category.split', { id: whole, version, into })).details.reason).toBe('version-changed');
  await host.ask('history.undo', {});
  expect(await links()).toEqual([[whole], [whole]]);
});

test('removed: what it touches is said before, its links count as gone, and undo brings all of it back', async () => {
  const top = await make('上');
  const below = await make('下', { parentId: top });
  await host.annotate(articleId, '改革', { links: [link(below)] });
  await host.annotate(articleId, '落實', { links: [link(top), link(item)] });
  await host.ask('articleLink.set', { articleId, categoryIds: [below] });
  expect(await host.ask('category.uses', { categoryId: top })).toEqual({
    categories: 2,
    annotations: 2,
    onlyThese: 1,
    articles: 1,
    wholeArticles: 1,
    memos: 0,
    coders: 1,
  });
  await host.ask('category.remove', { id: top, version: (await find(top)).version });
  expect(await links()).toEqual([[], [item]]);
  expect((await host.ask('category.counts', {})).map(({ categoryId }) => categoryId)).toEqual([item]);
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
  await host.ask('history.undo', {});
  expect(await links()).toEqual([[below], [top, item]]);
});

test('a codebook of her own, with categories; into the bin and back', async () => {
  const codebookId = uuidv7();
  await host.ask('codebook.create', { id: codebookId, name: '話語', description: '說法' });
  const id = await make('引述', { codebookId });
  const books = await host.ask('codebook.list', {});
  expect(books[1]).toMatchObject({ nameHans: '話語', builtin: false, revision: 2, categories: [{ id, fixed: false }] });
  expect((await host.refusal('category.move', { id, version: 1, parentId: part, beforeId: null })).details.reason).toBe(
    'category-elsewhere',
  );
  await host.annotate(articleId, '改革', { links: [link(id)] });
  await host.ask('codebook.remove', { id: codebookId, version: 1 });
  expect(await links()).toEqual([[]]);
  await host.ask('bin.restore', { kind: 'codebook', id: codebookId });
  expect(await links()).toEqual([[id]]);
  expect(await host.ask('bin.list', {})).toEqual([]);
});
