import { afterEach, beforeEach, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import type { Input } from '#domain/contract/index.ts';
import { TestHost } from '../host/hosted-corpus.ts';

let host: TestHost;
let articleId: string;
beforeEach(async () => {
  host = await TestHost.make();
  articleId = await host.importText('全會提出改革。\n各地抓緊落實。群眾說好。');
  const metadata = { title: '改革在基層', outlet: '山西日報', publishedOn: '2024-08-05', reporters: ['王某'] };
  const { version } = await host.ask('article.get', { articleId });
  await host.ask('article.update', { articleId, version, metadata });
});
afterEach(() => host[Symbol.asyncDispose]());

type Asked = Input<'quotation.write'>;
const quoted = async (of: Asked['of'], more: Partial<Asked> = {}) =>
  (await host.ask('quotation.write', { of, style: 'gbt7714', mode: 'as-read', language: 'zh-Hant', ...more })).text;

test('an annotation with its translation; several are set apart by a line', async () => {
  const one = await host.annotate(articleId, '抓緊落實', { translation: 'hastened to carry out' });
  const two = await host.annotate(articleId, '改革');
  expect(await quoted({ annotationIds: [one.id] })).toBe(
    '「抓緊落實」（第 2 段第 1 句）\n譯文：hastened to carry out\n王某. 改革在基層[N]. 山西日報, 2024-08-05.',
  );
  expect((await quoted({ annotationIds: [one.id, two.id] }, { style: 'apa' })).split('\n\n')).toEqual([
    '「抓緊落實」（第 2 段第 1 句）\n譯文：hastened to carry out\n王某. (2024, August 5). 改革在基層. 山西日報.',
    '「改革」（第 1 段第 1 句）\n王某. (2024, August 5). 改革在基層. 山西日報.',
  ]);
});

test('a passage that nobody annotated, with what was corrected marked, or as imported', async () => {
  const { text, revisionId: before } = await host.ask('article.get', { articleId });
  const start = text.indexOf('抓緊');
  const changes = [{ start, end: start + 2, insert: '加緊' }];
  await host.ask('article.correct', { articleId, revisionId: before, changes });
  const { revisionId } = await host.ask('article.get', { articleId });
  const of = { articleId, revisionId, span: { start: start - 2, end: start + 4 } };
  expect(await quoted(of, { mode: 'marked' })).toMatch(/^「各地〔加緊〕落實」/);
  expect(await quoted(of, { mode: 'imported' })).toMatch(/^「各地抓緊落實」〔據匯入文字〕/);
  const stale = { of: { ...of, revisionId: before }, style: 'apa', mode: 'marked', language: 'en' };
  expect((await host.refusal('quotation.write', stale)).details.reason).toBe('revision-missing');
});

test('a translation is kept, found, undone, and known to the search', async () => {
  const { id, version } = await host.annotate(articleId, '改革');
  await host.ask('annotation.update', { id, version, translation: 'thoroughgoing reform' });
  const found = await host.ask('annotation.find', {
    filter: { text: 'thoroughgoing' },
    order: 'article',
    descending: false,
  });
  expect(found.ids).toEqual([id]);
  const { hits } = await host.ask('text.find', {
    query: 'thoroughgoing',
    places: ['notes'],
    filter: {},
    order: 'article',
    offset: 0,
    limit: 10,
  });
  expect(hits).toMatchObject([{ place: 'translation', annotationId: id, exact: 'thoroughgoing' }]);
  await host.ask('history.undo', {});
  expect((await host.ask('annotation.list', { articleId }))[0]?.translation).toBe('');
});

test('what is not there is not quoted', async () => {
  const asked = { of: { annotationIds: [uuidv7()] }, style: 'apa', mode: 'as-read', language: 'en' };
  expect((await host.refusal('quotation.write', asked)).details.reason).toBe('annotation-missing');
});
