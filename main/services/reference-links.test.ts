import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { Output } from '#domain/contract/index.ts';
import type { ReferenceText } from '#domain/contract/reference.ts';
import { TestHost } from '../host/hosted-corpus.ts';
import { skeletonDecision } from './skeleton-decision.test-support.ts';

const OWN = '建立示例甲省数据交易平台，完善登记确认规则，健全收益分配办法，培育一批示范企业。';
const ARTICLE = '示例甲省近日建立數據交易平臺，完善登記確認規則。';

let host: TestHost;
let reference: ReferenceText;
let annotation: { id: string; articleId: string };
beforeEach(async () => {
  host = await TestHost.make();
  const read = await host.end('reference.import', {
    sources: [{ text: skeletonDecision({ 9: `建立健全数据要素登记确认规则。${OWN}` }), name: '決定.txt' }],
  });
  const referenceId = (read.result as Output<'reference.import'>).references[0]?.referenceId ?? '';
  reference = await host.ask('reference.get', { referenceId });
  annotation = await annotate();
});
afterEach(() => host[Symbol.asyncDispose]());

async function annotate() {
  const { result } = await host.end('article.import', { sources: [{ text: ARTICLE, name: 'a.txt' }] });
  const articleId = (result as Output<'article.import'>).files[0]?.articleId ?? '';
  const { revisionId, text } = await host.ask('article.get', { articleId });
  const exact = '完善登記確認規則';
  const start = text.indexOf(exact);
  return host.ask('annotation.create', {
    id: uuidv7(),
    articleId,
    revisionId,
    span: { start, end: start + exact.length },
    exact,
    links: [],
  });
}

const sentence = () => {
  const found = reference.sentences.find(({ start, end }) => reference.text.slice(start, end) === OWN);
  if (found === undefined) throw new Error('the sentence is not there');
  return found;
};
const ninth = () => {
  const found = reference.divisions.find(({ kind, start, end }) => {
    const { start: at } = sentence();
    return kind === 'item' && start <= at && at < end;
  });
  if (found === undefined) throw new Error('the item is not there');
  return found;
};
const link = (level: 'sentence' | 'item' | 'part', { start, end }: { start: number; end: number }) => ({
  id: uuidv7(),
  annotationId: annotation.id,
  referenceId: reference.id,
  level,
  place: { start, end },
  relation: null,
});

test('a passage is linked to a sentence and to the item it stands in, and each sees the other', async () => {
  const { articleId } = annotation;
  const made = await host.ask('referenceLink.create', link('sentence', sentence()));
  await host.ask('referenceLink.create', link('item', ninth()));
  const list = await host.ask('referenceLink.list', { articleId });
  expect(list.map(({ level }) => level).toSorted()).toEqual(['item', 'sentence']);
  const passages = await host.ask('referenceLink.passages', { referenceId: reference.id, place: sentence() });
  expect(passages.map(({ level }) => level).toSorted()).toEqual(['item', 'sentence']);
  expect(passages.every(({ exact }) => exact === '完善登記確認規則')).toBe(true);
  // Another sentence of the same item sees only what is linked to the whole of it.
  const other = reference.sentences.find(({ start }) => start > ninth().bodyStart - 1 && start < sentence().start);
  const beside = await host.ask('referenceLink.passages', { referenceId: reference.id, place: other ?? sentence() });
  expect(beside.map(({ level }) => level)).toEqual(['item']);

  const { version } = await host.ask('referenceLink.update', { id: made.id, version: 1, relation: 'adapted' });
  await host.ask('referenceLink.remove', { id: made.id, version });
  expect(await host.ask('referenceLink.list', { articleId })).toHaveLength(1);
  await host.ask('history.undo', {});
  expect(await host.ask('referenceLink.list', { articleId })).toContainEqual(
    expect.objectContaining({ id: made.id, relation: 'adapted' }),
  );
  for (let step = 0; step < 3; step++) await host.ask('history.undo', {});
  expect(await host.ask('referenceLink.list', { articleId })).toEqual([]);
});

test('a link goes with its passage or its reference, and comes back with it', async () => {
  const { articleId } = annotation;
  await host.ask('referenceLink.create', link('item', ninth()));
  const count = async () => (await host.ask('referenceLink.list', { articleId })).length;
  await host.ask('annotation.remove', { id: annotation.id, version: 1 });
  expect(await count()).toBe(0);
  await host.ask('bin.restore', { kind: 'annotation', id: annotation.id });
  expect(await count()).toBe(1);
  await host.ask('reference.remove', { id: reference.id, version: reference.version });
  expect(await count()).toBe(0);
  await host.ask('history.undo', {});
  expect(await count()).toBe(1);
  await host.ask('reference.remove', { id: reference.id, version: reference.version + 2 });
  await host.ask('bin.empty', {});
  expect((await host.ask('corpus.check', {})).problems).toEqual([]);
});

test('only what is a place of the text can be linked to, and once', async () => {
  const before = host.live();
  const refused = async (input: unknown) => (await host.refusal('referenceLink.create', input)).details.reason;
  const { start, end } = sentence();
  expect(await refused(link('sentence', { start, end: end - 1 }))).toBe('reference-place-missing');
  expect(await refused(link('item', { start, end }))).toBe('reference-place-missing');
  expect(await refused(link('part', ninth()))).toBe('reference-place-missing');
  expect(await refused({ ...link('item', ninth()), annotationId: uuidv7() })).toBe('annotation-missing');
  expect(await refused({ ...link('item', ninth()), referenceId: uuidv7() })).toBe('reference-missing');
  expect(host.live()).toEqual(before);
  await host.ask('referenceLink.create', link('sentence', sentence()));
  expect(await refused(link('sentence', sentence()))).toBe('reference-linked');
});

test('a report says what a passage is linked to, in its own language', async () => {
  await host.ask('referenceLink.create', { ...link('item', ninth()), relation: 'local' });
  await host.ask('referenceLink.create', link('sentence', sentence()));
  const { title } = ninth();
  for (const [language, level, relation] of [
    ['zh-Hant', '條', '地方舉措'],
    ['en', 'item', 'local'],
  ] as const) {
    for (const format of ['markdown', 'csv', 'html'] as const) {
      const made = await host.end('report.export', {
        choice: { by: 'articles', articleIds: [annotation.articleId] },
        plan: { sections: ['text', 'byProvince'], script: 'as-is', quotations: 'as-read', language },
        format,
      });
      const { file } = made.result as Output<'report.export'>;
      const text = readFileSync(host.host.outbox.get(file).path, 'utf8').replaceAll('\\', '');
      expect(text).toContain(`${reference.name} · ${level}`);
      expect(text).toContain(title);
      expect(text).toContain(relation);
      expect(text).toContain(`「${OWN}」`);
    }
  }
});
