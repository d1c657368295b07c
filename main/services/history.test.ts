import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { findFaults } from '../db/corpus-dump.ts';
import { builtin, categoryIds, TestHost } from '../host/hosted-corpus.ts';

const TEXT =
  '關於改革的報道\n全會提出進一步全面深化改革。𠮷林與山西各地抓緊落實。\n記者在現場看到，群眾說好。\n責任編輯：王某';
const [first, second, third] = categoryIds as [string, string, string];
const link = (categoryId: string) => ({ id: uuidv7(), categoryId, relation: null });

describe('one coder', () => {
  let lin: TestHost;
  beforeAll(async () => {
    lin = await TestHost.make();
  });
  afterAll(() => lin[Symbol.asyncDispose]());

  test('every write is undone and redone, step by step, across restarts', async () => {
    const states = [lin.live()];
    const done: string[] = [];
    const step = async <Value>(operation: string, work: Promise<Value>) => {
      const value = await work;
      states.push(lin.live());
      done.push(operation);
      return value;
    };
    const articleId = await step('article.import', lin.importText(TEXT));
    const { version, revisionId } = await lin.ask('article.get', { articleId });
    await step(
      'article.update',
      lin.ask('article.update', { articleId, version, metadata: { title: '題', places: ['山西'] } }),
    );
    await step('article.setRole', lin.ask('article.setRole', { articleId, revisionId, paragraph: 2, role: 'caption' }));
    await step(
      'codingStatus.set',
      lin.ask('codingStatus.set', { articleId, codebookId: builtin, state: 'in-progress' }),
    );
    await step('codingStatus.set', lin.ask('codingStatus.set', { articleId, codebookId: builtin, state: 'complete' }));
    const made = await step(
      'annotation.create',
      lin.annotate(articleId, '全面深化改革', { links: [link(first), link(second)] }),
    );
    const moved = await step(
      'annotation.update',
      lin.ask('annotation.update', {
        id: made.id,
        version: made.version,
        note: '記',
        span: { start: made.start, end: made.end - 2 },
        voice: { kind: 'official', name: '王', office: null, level: 'county', place: null },
        links: [
          { ...link(third), relation: 'adapted' },
          { id: made.links[0]?.id ?? '', categoryId: first, relation: 'local' },
        ],
      }),
    );
    expect(moved.links.map((each) => each.categoryId)).toEqual([third, first]);
    await step('annotation.remove', lin.ask('annotation.remove', { id: made.id, version: moved.version }));
    const present = (await lin.ask('article.get', { articleId })).version;
    await step('article.remove', lin.ask('article.remove', { articleId, version: present }));

    lin = await lin.restart();
    const named: string[] = [];
    for (let at = states.length - 2; at >= 0; at -= 1) {
      named.push((await lin.ask('history.undo', {})).operation);
      expect(lin.live()).toEqual(states[at]);
      if (at === 4) lin = await lin.restart();
    }
    expect(named).toEqual(done.toReversed());
    expect((await lin.refusal('history.undo', {})).details.reason).toBe('undo-empty');
    lin = await lin.restart();
    for (let at = 1; at < states.length; at += 1) {
      await lin.ask('history.redo', {});
      expect(lin.live()).toEqual(states[at]);
    }
    expect((await lin.refusal('history.redo', {})).details.reason).toBe('redo-empty');
    expect((await lin.ask('corpus.check', {})).problems).toEqual([]);
  });

  test('the trail names operations of the contract, and what was turned', async () => {
    const articleId = await lin.importText('另一篇。');
    await lin.ask('history.undo', {});
    const [undo, imported] = await lin.ask('history.list', { limit: 2 });
    expect(imported).toMatchObject({
      operation: 'article.import',
      articleId,
      subject: '另一篇。',
      state: 'undone',
      coderName: 'Lin',
    });
    expect(undo).toMatchObject({ operation: 'history.undo', turned: imported?.id });
  });

  test('a new write ends redo', async () => {
    const articleId = await lin.importText('第三篇文章。');
    await lin.annotate(articleId, '第三');
    await lin.ask('history.undo', {});
    expect((await lin.ask('history.state', {})).redo).not.toBeNull();
    const kept = await lin.annotate(articleId, '文章');
    expect((await lin.ask('history.state', {})).redo).toBeNull();
    expect((await lin.refusal('history.redo', {})).details.reason).toBe('redo-empty');
    await lin.ask('history.undo', {});
    const { redo } = await lin.ask('history.state', {});
    expect(redo?.subject).toBe(kept.exact);
  });

  test('a write that changes nothing is no step of the history', async () => {
    const articleId = await lin.importText('第四篇文章。');
    const made = await lin.annotate(articleId, '第四', { note: 'n', links: [link(first)] });
    await lin.ask('codingStatus.set', { articleId, codebookId: builtin, state: 'complete' });
    const { version, revisionId, roles } = await lin.ask('article.get', { articleId });
    const before = lin.dump();
    const { start, end } = made;
    await lin.ask('annotation.update', { id: made.id, version: made.version });
    const links = made.links.map(({ id, categoryId, relation }) => ({ id, categoryId, relation }));
    await lin.ask('annotation.update', { id: made.id, version: made.version, note: 'n', span: { start, end }, links });
    expect(await lin.ask('article.update', { articleId, version, metadata: { title: null, places: [] } })).toEqual({
      version,
    });
    await lin.ask('article.setRole', { articleId, revisionId, paragraph: 0, role: roles[0] ?? 'body' });
    await lin.ask('codingStatus.set', { articleId, codebookId: builtin, state: 'complete' });
    expect(lin.dump()).toEqual(before);
  });

  test('a coding status that was undone is set anew: the row of before comes back', async () => {
    const articleId = await lin.importText('第五篇文章。');
    const set = (state: 'complete' | 'in-progress') =>
      lin.ask('codingStatus.set', { articleId, codebookId: builtin, state });
    await set('complete');
    await lin.ask('history.undo', {});
    await set('in-progress');
    expect((await lin.ask('article.get', { articleId })).codingState).toBe('in-progress');
    await lin.ask('history.undo', {});
    expect((await lin.ask('article.get', { articleId })).codingState).toBe('not-begun');
    await lin.ask('history.redo', {});
    expect((await lin.ask('article.get', { articleId })).codingState).toBe('in-progress');
  });

  test('a large capital letter in an id makes no second row', async () => {
    const articleId = await lin.importText('第六篇文章。');
    const id = uuidv7();
    await lin.annotate(articleId, '第六', { id });
    const again = lin.annotate(articleId, '文章', { id: id.toUpperCase() });
    await expect(again).rejects.toMatchObject({ details: { reason: 'id-taken' } });
  });
});

describe('two coders', () => {
  let lin: TestHost;
  let wu: TestHost;
  let articleId: string;
  beforeAll(async () => {
    lin = await TestHost.make('Lin');
    wu = await lin.another('Wu');
    articleId = await lin.importText(TEXT);
  });
  afterAll(async () => {
    await wu[Symbol.asyncDispose]();
    await lin[Symbol.asyncDispose]();
    await rm(lin.folder, { recursive: true, force: true });
  });

  async function refused(
    host: TestHost,
    operation: 'history.undo' | 'history.redo',
    by: { by: string; operation: string },
  ) {
    const before = host.dump();
    const error = await host.refusal(operation, {});
    expect(error).toMatchObject({ code: 'conflict', details: { reason: 'undo-conflict', ...by } });
    expect(error.message).toContain(`${by.by}'s ${by.operation}`);
    expect(host.dump()).toEqual(before);
  }

  test('an undo over a change of somebody else is refused and names it', async () => {
    const made = await lin.annotate(articleId, '全面深化改革', { links: [link(first)] });
    await wu.ask('annotation.update', { id: made.id, version: made.version, note: '吳的話' });
    await refused(lin, 'history.undo', { by: 'Wu', operation: 'annotation.update' });
    await wu.ask('history.undo', {});
    await lin.ask('history.undo', {});
    expect(await lin.ask('annotation.list', { articleId })).toEqual([]);
    await refused(wu, 'history.redo', { by: 'Lin', operation: 'history.undo' });
    await lin.ask('history.redo', {});
    await wu.ask('history.redo', {});
    expect((await lin.ask('annotation.list', { articleId }))[0]?.note).toBe('吳的話');
  });

  test('the same content is not the same state: links that others changed are not doubled', async () => {
    const made = await lin.annotate(articleId, '山西');
    const mine = await lin.ask('annotation.update', { id: made.id, version: made.version, links: [link(first)] });
    const emptied = await lin.ask('annotation.update', { id: made.id, version: mine.version, links: [] });
    await wu.ask('annotation.update', { id: made.id, version: emptied.version, links: [link(first)] });
    await refused(lin, 'history.undo', { by: 'Wu', operation: 'annotation.update' });
  });

  test('a change and its undo by somebody else do not stand in the way', async () => {
    const made = await lin.annotate(articleId, '記者');
    await wu.ask('annotation.remove', { id: made.id, version: made.version });
    await wu.ask('history.undo', {});
    await lin.ask('history.undo', {});
    await lin.ask('history.redo', {});
    await wu.ask('history.redo', {});
    await refused(lin, 'history.undo', { by: 'Wu', operation: 'annotation.remove' });
    await wu.ask('history.undo', {});
  });

  test('an import is not taken back under the annotations and statuses of others', async () => {
    const second = await lin.importText('甲乙丙丁。');
    await wu.annotate(second, '乙丙');
    await refused(lin, 'history.undo', { by: 'Wu', operation: 'annotation.create' });
    await wu.ask('history.undo', {});
    await wu.ask('codingStatus.set', { articleId: second, codebookId: builtin, state: 'complete' });
    await refused(lin, 'history.undo', { by: 'Wu', operation: 'codingStatus.set' });
    await wu.ask('history.undo', {});
    await lin.ask('history.undo', {});
    expect((await lin.refusal('article.get', { articleId: second })).details.reason).toBe('article-missing');
  });

  test('nothing turns unseen in an article that somebody put into the bin', async () => {
    const third = await lin.importText('戊己庚辛。');
    await lin.annotate(third, '己庚');
    const { version } = await wu.ask('article.get', { articleId: third });
    await wu.ask('article.remove', { articleId: third, version });
    await refused(lin, 'history.undo', { by: 'Wu', operation: 'article.remove' });
    await wu.ask('history.undo', {});
    await lin.ask('history.undo', {});
    expect(await lin.ask('annotation.list', { articleId: third })).toEqual([]);
    expect(findFaults(lin.file)).toEqual([]);
  });
});
