import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { builtinCategories } from '#domain/codebook/builtin-codebook.ts';
import type { ImportedReference } from '#domain/contract/reference.ts';
import type { Output } from '#domain/contract/index.ts';
import { TestHost } from '../host/hosted-corpus.ts';
import { skeletonDecision } from './skeleton-decision.test-support.ts';

const itemId = (item: number) => builtinCategories.find((each) => each.item === item)?.id ?? '';
const OWN = '建立示例甲省数据交易平台，完善登记确认规则，健全收益分配办法，培育一批示范企业。';
const decision = skeletonDecision({ 9: `建立健全数据要素登记确认规则，完善收益分配办法。${OWN}` });
const local =
  '一、總體要求\n（一）指導思想。把示例甲省的事情辦好。\n（二）工作目標。到二〇二七年完成示例任務。\n二、重點任務\n（三）發展示例產業。';

let host: TestHost;
beforeEach(async () => {
  host = await TestHost.make();
});
afterEach(() => host[Symbol.asyncDispose]());

async function read(text: string, name: string): Promise<ImportedReference> {
  const { result } = await host.end('reference.import', { sources: [{ text, name }] });
  const [found] = (result as Output<'reference.import'>).references;
  if (found === undefined) throw new Error('nothing was read');
  return found;
}
const idOf = ({ referenceId }: ImportedReference) => referenceId ?? '';

describe('reading in', () => {
  test('the Decision is divided and tied to the built-in codebook, as one step of the history', async () => {
    const before = host.live();
    const found = await read(decision, '決定.txt');
    expect(found).toMatchObject({
      isDecision: true,
      misfits: 0,
      missing: 0,
      duplicate: false,
      counts: { parts: 15, leadIns: 15, items: 60, closings: 1 },
    });
    const text = await host.ask('reference.get', { referenceId: idOf(found) });
    expect(text.name).toBe('決定');
    const ninth = text.divisions.find(({ categoryId, kind }) => kind === 'item' && categoryId === itemId(9));
    expect(text.text.slice(ninth?.bodyStart, ninth?.end)).toContain(OWN);
    expect(text.text.slice(ninth?.end).startsWith('（10）')).toBe(true);
    expect(await host.ask('reference.list', {})).toHaveLength(1);
    await host.ask('history.undo', {});
    expect(host.live()).toEqual(before);
    await host.ask('history.redo', {});
    expect((await host.ask('corpus.check', {})).problems).toEqual([]);
  });

  test('the same text is there once; an empty one is refused and the rest goes on', async () => {
    await read(local, 'a.txt');
    expect(await read(local, 'b.txt')).toMatchObject({ duplicate: true, referenceId: expect.any(String) });
    const { result } = await host.end('reference.import', {
      sources: [
        { text: ' \n', name: 'empty.txt' },
        { text: `${local}\n完。`, name: 'c.txt' },
      ],
    });
    expect((result as Output<'reference.import'>).references).toMatchObject([
      { referenceId: null, reason: 'file-empty' },
      { referenceId: expect.any(String), isDecision: false },
    ]);
    expect(await host.ask('reference.list', {})).toHaveLength(2);
  });
});

describe('dividing by hand', () => {
  test('a paragraph becomes an item, gets a category, and is let go again', async () => {
    const referenceId = idOf(await read('示例通知\n各部門要落實。\n做好第一件事。', 'notice.txt'));
    const at = '示例通知\n各部門要落實。\n做'.length;
    const divide = async (division: { kind: 'item'; depth: number; categoryId: string | null } | null) => {
      const { version } = await host.ask('reference.get', { referenceId });
      return await host.ask('reference.setDivision', { referenceId, version, at, division });
    };
    expect((await divide({ kind: 'item', depth: 1, categoryId: itemId(9) })).counts.items).toBe(1);
    const [made] = (await host.ask('reference.get', { referenceId })).divisions.filter(({ kind }) => kind === 'item');
    expect(made).toMatchObject({ start: at - 1, title: '做好第一件事', categoryId: itemId(9) });
    await divide(null);
    expect((await host.ask('reference.get', { referenceId })).counts.items).toBe(0);
    const { version } = await host.ask('reference.get', { referenceId });
    const again = { referenceId, version, at, division: null };
    expect((await host.refusal('reference.setDivision', again)).details.reason).toBe('division-missing');
  });

  test('a codebook is made of parts and items, each below its part, and taken back in one step', async () => {
    const found = await read(local, '實施意見.txt');
    const codebookId = uuidv7();
    const made = await host.ask('reference.makeCodebook', { referenceId: idOf(found), version: 1, codebookId });
    expect(made).toEqual({ categories: 5 });
    const book = (await host.ask('codebook.list', {})).find(({ id }) => id === codebookId);
    const named = new Map(book?.categories.map(({ id, titleHant }) => [id, titleHant]));
    expect(
      book?.categories.map(({ number, titleHant, parentId }) => [number, titleHant, named.get(parentId ?? '')]),
    ).toEqual([
      ['一、', '總體要求', undefined],
      ['（一）', '指導思想', '總體要求'],
      ['（二）', '工作目標', '總體要求'],
      ['二、', '重點任務', undefined],
      ['（三）', '發展示例產業', '重點任務'],
    ]);
    await host.ask('history.undo', {});
    expect(await host.ask('codebook.list', {})).toHaveLength(1);
  });
});

describe('reuse', () => {
  test('is stored, goes stale with the references, and leads to the passages by place', async () => {
    const referenceId = idOf(await read(decision, 'decision.txt'));
    const articleId = await host.importText(`示例甲省日報訊。\n${OWN}\n全省上下一心。`);
    expect(await host.ask('reuse.list', { articleId })).toBeNull();
    expect((await host.end('reuse.find', {})).result).toEqual({ articles: 1 });
    expect((await host.end('reuse.find', {})).result).toEqual({ articles: 0 });
    const found = await host.ask('reuse.list', { articleId });
    const run = found?.runs.find(({ units }) => units[0]?.categoryId === itemId(9));
    expect(run).toMatchObject({ kind: 'exact', referenceId, share: 1 });
    const taken = await host.ask('reuse.takenUp', { referenceId, span: run?.reference ?? { start: 0, end: 1 } });
    expect(taken).toMatchObject({ articles: 1, waiting: 0, passages: [{ articleId, exact: OWN.slice(0, -1) }] });
    const other = await read(local, 'local.txt');
    expect(await host.ask('reuse.list', { articleId })).toBeNull();
    await host.ask('reference.remove', { id: idOf(other), version: 1 });
    expect((await host.ask('reuse.list', { articleId }))?.runs).toEqual(found?.runs);
    expect(await host.ask('bin.list', {})).toMatchObject([{ kind: 'reference', subject: 'local' }]);
    expect((await host.ask('corpus.check', {})).problems).toEqual([]);
  });
});

describe('suggestions', () => {
  const find = async (articleId: string) => {
    const { result } = await host.end('suggestion.find', { articleId });
    return result as Output<'suggestion.find'>;
  };

  test('rest on the reference, are refused, frozen, and keep their origin when accepted', async () => {
    const articleId = await host.importText(`${OWN}\n天氣晴朗，風和日麗。`);
    expect((await find(articleId)).basis).toBe('titles');
    await read(decision, 'decision.txt');
    const { basis, method, sentences, until } = await find(articleId);
    expect([basis, until]).toEqual(['reference', null]);
    const [first] = sentences;
    expect(first?.suggestions[0]).toMatchObject({
      categoryId: itemId(9),
      rank: 1,
      evidence: [{ kind: 'unit' }, {}, {}],
    });
    const links = [
      { id: uuidv7(), categoryId: itemId(9), relation: null, suggestion: { rank: 1, score: 0.5, method } },
    ];
    const annotation = await host.annotate(articleId, OWN.slice(0, 10), { links });
    expect(annotation.links).toMatchObject([{ origin: 'suggestion', suggestion: { rank: 1, score: 0.5, method } }]);
    const exact = (await host.ask('article.get', { articleId })).text.slice(first?.start, first?.end);
    await host.ask('suggestion.refuse', { id: uuidv7(), articleId, exact, categoryId: itemId(9), method });
    const again = (await find(articleId)).sentences[0];
    expect(again?.suggestions.some(({ categoryId }) => categoryId === itemId(9))).toBe(false);
    await host.ask('history.undo', {});
    expect((await find(articleId)).sentences[0]?.suggestions[0]?.categoryId).toBe(itemId(9));
    await host.ask('suggestion.freeze', { frozen: true });
    expect((await host.ask('suggestion.learning', {})).until).toMatch(/^\d{4}-/);
    expect((await find(articleId)).until).toMatch(/^\d{4}-/);
    await host.ask('suggestion.freeze', { frozen: false });
    expect((await host.ask('suggestion.learning', {})).until).toBeNull();
  });
});
