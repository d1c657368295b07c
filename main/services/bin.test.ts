import { afterEach, beforeEach, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { findFaults } from '../db/corpus-dump.ts';
import { builtin, categoryIds, TestHost } from '../host/hosted-corpus.ts';

const TEXT = '全會提出改革。各地抓緊落實。\n群眾說好。';
const [first, second] = categoryIds as [string, string];
let host: TestHost;
let articleId: string;
beforeEach(async () => {
  host = await TestHost.make();
  articleId = await host.importText(TEXT);
});
afterEach(() => host[Symbol.asyncDispose]());

const link = (categoryId: string) => ({ id: uuidv7(), categoryId, relation: null });
const bin = () => host.ask('bin.list', {});
const annotations = () => host.ask('annotation.list', { articleId });
const version = async () => (await host.ask('article.get', { articleId })).version;
const makeCategory = async (title: string, parentId: string | null = null) => {
  const id = uuidv7();
  await host.ask('category.create', { id, codebookId: builtin, parentId, title });
  return id;
};
const versionOf = async (id: string) => {
  const books = await host.ask('codebook.list', {});
  return books.flatMap(({ categories }) => categories).find((each) => each.id === id)?.version ?? 0;
};
/** Later than all that was done before: two writes may fall into one millisecond. */
const later = () => new Promise((resolve) => setTimeout(resolve, 3));

test('an annotation comes back with the links that went with it, and with no others', async () => {
  const kept = link(first);
  const { id, version: made } = await host.annotate(articleId, '改革', { links: [kept, link(second)], note: '記' });
  await host.ask('annotation.update', {
    id,
    version: made,
    links: [{ id: kept.id, categoryId: first, relation: null }],
  });
  const before = await annotations();
  await host.ask('annotation.remove', { id, version: before[0]?.version ?? 0 });
  expect(await annotations()).toEqual([]);
  expect(await bin()).toMatchObject([{ kind: 'annotation', id, subject: '改革', articleId, keptFor: null }]);
  await host.ask('bin.restore', { kind: 'annotation', id });
  const [back] = await annotations();
  expect(back).toMatchObject({ id, note: '記', start: before[0]?.start });
  expect(back?.links.map((each) => each.id)).toEqual([kept.id]);
  expect(await bin()).toEqual([]);
  expect((await host.refusal('bin.restore', { kind: 'annotation', id })).details.reason).toBe('bin-missing');
  await host.ask('history.undo', {});
  expect(await annotations()).toEqual([]);
});

test('a category comes back with those below it and the links to them', async () => {
  const top = await makeCategory('口號');
  const below = await makeCategory('四字', top);
  await host.annotate(articleId, '改革', { links: [link(top), link(below)] });
  await host.ask('articleLink.set', { articleId, categoryIds: [below] });
  const before = host.live();
  await host.ask('category.remove', { id: top, version: await versionOf(top) });
  expect((await annotations())[0]?.links).toEqual([]);
  expect((await bin()).map(({ kind, subject }) => [kind, subject])).toEqual([['category', '口號']]);
  // What lies in something that is itself in the bin comes back with that.
  expect((await host.refusal('bin.restore', { kind: 'category', id: below })).details.reason).toBe('bin-missing');
  await host.ask('bin.restore', { kind: 'category', id: top });
  const present = host.live();
  for (const table of ['categories', 'links', 'article_links'] as const) expect(present[table]).toEqual(before[table]);
  expect((await annotations())[0]?.links.map(({ categoryId }) => categoryId)).toEqual([top, below]);
});

test('memo, article, codebook and the name of a state come back as they were', async () => {
  const memo = uuidv7();
  const made = await host.ask('memo.create', {
    id: memo,
    subject: 'article',
    subjectId: articleId,
    title: '題',
    body: '記',
  });
  const state = uuidv7();
  await host.ask('state.create', { id: state, name: '投稿', note: '第一稿' });
  const book = uuidv7();
  await host.ask('codebook.create', { id: book, name: '修辭' });
  await host.ask('category.create', { id: uuidv7(), codebookId: book, parentId: null, title: '排比' });
  await host.annotate(articleId, '改革', { links: [link(first)] });
  const before = host.live();
  await host.ask('memo.remove', { id: memo, version: made.version });
  const [named] = await host.ask('state.list', {});
  await host.ask('state.remove', { id: state, version: named?.version ?? 0 });
  const books = await host.ask('codebook.list', {});
  await host.ask('codebook.remove', { id: book, version: books.find(({ id }) => id === book)?.version ?? 0 });
  await host.ask('article.remove', { articleId, version: await version() });
  // The memo is listed once its article is there again.
  expect((await bin()).map(({ kind }) => kind).toSorted()).toEqual(['article', 'codebook', 'state']);
  expect((await bin()).every(({ coderName }) => coderName !== null)).toBe(true);
  for (const [kind, id] of [
    ['article', articleId],
    ['codebook', book],
    ['memo', memo],
    ['state', state],
  ] as const)
    await host.ask('bin.restore', { kind, id });
  const present = host.live();
  for (const table of ['memos', 'named_states', 'codebooks', 'categories', 'articles', 'annotations', 'links'])
    expect(present[table]).toEqual(before[table]);
});

test('emptying deletes what hangs on it and what the history knew of it, and ends undo', async () => {
  const other = await host.importText('另一篇：山西各地。');
  const kept = await host.annotate(other, '山西', { links: [link(first)] });
  const gone = await host.annotate(other, '各地', { links: [link(first)] });
  const inArticle = await host.annotate(articleId, '改革', { links: [link(second)] });
  const memo = uuidv7();
  await host.ask('memo.create', { id: memo, subject: 'article', subjectId: articleId, title: '', body: '記' });
  const top = await makeCategory('口號');
  const below = await makeCategory('四字', top);
  await host.ask('articleLink.set', { articleId: other, categoryIds: [below] });
  await host.ask('article.remove', { articleId, version: await version() });
  await host.ask('annotation.remove', { id: gone.id, version: gone.version });
  await host.ask('category.remove', { id: top, version: await versionOf(top) });
  const before = host.live();
  const backups = (await host.ask('backup.list', {})).length;
  // The article with its annotation, an annotation, and two categories.
  expect(await host.ask('bin.empty', {})).toEqual({ deleted: 4, kept: 0 });
  expect((await host.ask('backup.list', {})).length).toBe(backups + 1);
  expect(await bin()).toEqual([]);
  const present = host.live();
  for (const table of ['articles', 'annotations', 'links', 'codebooks', 'categories', 'anchors'])
    expect(present[table]).toEqual(
      before[table]?.filter((row) => ![inArticle.id, gone.id].some((id) => JSON.stringify(row).includes(id))),
    );
  const all = host.dump();
  const { history_entries: _entries, codebook_revisions: _revisions, ...rows } = all;
  // What a codebook once was stays known, as the revisions that links name.
  const history = rows.history_changes?.filter((change) => change.table_name !== 'codebook_revisions');
  const left = JSON.stringify({ ...rows, history_changes: history });
  for (const id of [articleId, gone.id, inArticle.id, memo, top, below]) expect(left).not.toContain(id);
  expect(left).toContain(kept.id);
  expect(left).not.toContain('群眾說好');
  expect(findFaults(host.file)).toEqual([]);
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
  expect((await host.refusal('history.undo', {})).details.reason).toBe('undo-empty');
  expect(await host.ask('history.state', {})).toEqual({ undo: null, redo: null });
  // What comes after is undone as ever.
  await host.ask('annotation.remove', { id: kept.id, version: kept.version });
  await host.ask('history.undo', {});
  expect(await host.ask('annotation.list', { articleId: other })).toMatchObject([{ id: kept.id }]);
});

test('what was put into the bin after the first named state is kept', async () => {
  const early = await host.annotate(articleId, '改革');
  const late = await host.annotate(articleId, '落實', { links: [link(first)] });
  await host.ask('annotation.remove', { id: early.id, version: early.version });
  await later();
  const state = uuidv7();
  await host.ask('state.create', { id: state, name: '投稿', note: '' });
  const [named] = await host.ask('state.list', {});
  await later();
  await host.ask('annotation.remove', { id: late.id, version: late.version });
  expect((await bin()).map(({ id, keptFor }) => [id, keptFor])).toEqual([
    [late.id, '投稿'],
    [early.id, null],
  ]);
  expect(await host.ask('bin.empty', {})).toEqual({ deleted: 1, kept: 1 });
  expect(await host.ask('article.asOf', { articleId, at: named?.at ?? '' })).toMatchObject({
    annotations: [{ id: late.id, links: [{ categoryId: first }] }],
  });
  expect(findFaults(host.file)).toEqual([]);
  await host.ask('bin.restore', { kind: 'annotation', id: late.id });
  expect(await annotations()).toMatchObject([{ id: late.id, links: [{ categoryId: first }] }]);
  // Without its name it keeps nothing any more.
  const [back] = await annotations();
  await host.ask('annotation.remove', { id: late.id, version: back?.version ?? 0 });
  await host.ask('state.remove', { id: state, version: named?.version ?? 0 });
  expect(await host.ask('bin.empty', {})).toEqual({ deleted: 2, kept: 0 });
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
});

test('emptying is refused while somebody else has the corpus open, and nothing is gone', async () => {
  const { id, version: made } = await host.annotate(articleId, '改革');
  await host.ask('annotation.remove', { id, version: made });
  const wu = await host.another('Wu');
  await wu.ask('article.list', {});
  const before = host.dump();
  expect((await host.refusal('bin.empty', {})).details.reason).toBe('corpus-not-alone');
  expect(host.dump()).toEqual(before);
  await wu[Symbol.asyncDispose]();
  expect(await host.ask('bin.empty', {})).toEqual({ deleted: 1, kept: 0 });
});

test('an article as it was: at each step its annotations are those that were listed then', async () => {
  const own = await makeCategory('口號');
  const seen: { at: string; annotations: unknown; title: string | null; roles: unknown }[] = [];
  const step = async (work: () => Promise<unknown>) => {
    await later();
    await work();
    const { title, roles } = await host.ask('article.get', { articleId });
    const [entry] = await host.ask('history.list', { limit: 1 });
    seen.push({ at: entry?.at ?? '', annotations: await annotations(), title, roles });
  };
  const present = async (at = 0) => {
    const found = (await annotations())[at];
    if (found === undefined) throw new Error('there is no such annotation');
    return found;
  };
  await step(() => host.annotate(articleId, '改革', { links: [link(first), link(own)] }));
  await step(() => host.annotate(articleId, '群眾', { note: '記' }));
  await step(async () => {
    const { id, version: now } = await present();
    await host.ask('annotation.update', { id, version: now, links: [link(second)], status: 'doubtful' });
  });
  await step(() => host.ask('history.undo', {}));
  await step(async () => host.ask('category.remove', { id: own, version: await versionOf(own) }));
  await step(() => host.ask('history.undo', {}));
  await step(async () => {
    const { revisionId } = await host.ask('article.get', { articleId });
    await host.ask('article.setRole', { articleId, revisionId, paragraph: 1, role: 'caption' });
  });
  await step(async () =>
    host.ask('article.update', { articleId, version: await version(), metadata: { title: '題' } }),
  );
  await step(async () => {
    const { id, version: now } = await present(1);
    await host.ask('annotation.remove', { id, version: now });
  });
  await step(async () => {
    const [item] = await bin();
    await host.ask('bin.restore', { kind: 'annotation', id: item?.id ?? '' });
  });
  await step(async () => {
    const { id } = await present();
    await host.ask('annotation.recode', { ids: [id], change: { do: 'replace', categoryId: first, byId: second } });
  });
  for (const { at, ...then } of seen) expect(await host.ask('article.asOf', { articleId, at }), at).toMatchObject(then);
  expect((await host.refusal('article.asOf', { articleId, at: '2001-01-01T00:00:00.000Z' })).details.reason).toBe(
    'article-missing',
  );
});
