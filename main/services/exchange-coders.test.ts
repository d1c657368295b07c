import Database from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { categoryIds, TestHost } from '../host/hosted-corpus.ts';
import { exported, filesIn, importFile } from './exchange.test-support.ts';

vi.setConfig({ testTimeout: 180_000 });

const TEXT = '山西省落實改革。\n各地持續推進改革，𠮷林抓緊落實。';
const REFERENCE = '第一部分\n（1）完善機制。要落實改革。\n（2）推進𠮷改革。要抓緊落實。';

test('what a colleague coded in a copy comes back beside what was coded here', async () => {
  await using mine = await TestHost.make('林');
  const articleId = await mine.importText(TEXT);
  await mine.annotate(articleId, '落實改革', {
    links: [{ id: uuidv7(), categoryId: categoryIds[1] ?? '', relation: null }],
  });
  const { path } = await exported(mine);
  await using theirs = await TestHost.make('王');
  await importFile(theirs, path);
  await theirs.annotate(articleId, '持續推進', {
    note: '王的筆記',
    links: [{ id: uuidv7(), categoryId: categoryIds[2] ?? '', relation: 'local' }],
  });
  const back = await exported(theirs);
  await mine.annotate(articleId, '抓緊', { note: '後來的' });
  const plan = await importFile(mine, back.path);
  expect(plan.counts).toMatchObject({ articles: 0, annotations: 1, coders: 1, categories: 0 });
  expect(plan.meetings.map(({ kind, count }) => [kind, count])).toEqual([
    ['article-there', 1],
    ['annotation-there', 1],
    ['category-there', 75],
  ]);
  const found = await mine.ask('annotation.list', { articleId });
  expect(
    found.map(({ exact, coderName, note, links }) => [exact, coderName, note, links.map(({ relation }) => relation)]),
  ).toEqual([
    ['落實改革', '林', '', [null]],
    ['持續推進', '王', '王的筆記', ['local']],
    ['抓緊', '林', '後來的', []],
  ]);
  expect((await mine.ask('corpus.check', {})).problems).toEqual([]);
});

test('an article whose text is another one here comes in beside it', async () => {
  await using host = await TestHost.make('林');
  const articleId = await host.importText(TEXT);
  await host.annotate(articleId, '落實改革');
  const { path } = await exported(host);
  const { revisionId } = await host.ask('article.get', { articleId });
  await host.ask('article.correct', { articleId, revisionId, changes: [{ start: 0, end: 2, insert: '吉林' }] });
  const plan = await importFile(host, path);
  expect(plan.meetings.map(({ kind }) => kind)).toContain('article-differs');
  expect(plan.counts).toMatchObject({ articles: 1 });
  expect((await host.ask('article.list', {})).map(({ opening }) => opening)).toEqual([
    '山西省落實改革。',
    '吉林省落實改革。',
  ]);
});

test('reference texts go along with the links to their places', async () => {
  await using from = await TestHost.make('林');
  const articleId = await from.importText(TEXT);
  const { id: annotationId, coderId } = await from.annotate(articleId, '落實改革');
  const { result } = await from.end('reference.import', { sources: [{ text: REFERENCE, name: 'reference.txt' }] });
  const referenceId = (result as { references: { referenceId: string }[] }).references[0]?.referenceId ?? '';
  const quote = '要抓緊落實。';
  const start = REFERENCE.indexOf(quote);
  const row = {
    id: uuidv7(),
    annotation_id: annotationId,
    reference_id: referenceId,
    level: 'sentence',
    start,
    end: start + quote.length,
    coder_id: coderId,
    relation: 'adapted',
    origin: 'suggestion',
  };
  const db = new Database(from.file);
  db.prepare(
    `INSERT INTO reference_links (id, annotation_id, reference_id, level, start, "end", coder_id, relation, origin, version, created_at, changed_at)
     VALUES (@id, @annotation_id, @reference_id, @level, @start, @end, @coder_id, @relation, @origin, 1, '', '')`,
  ).run(row);
  db.close();

  const { path, content, counts } = await exported(from);
  expect(counts.references).toBe(1);
  expect(filesIn(content)['project.qde']).toContain('<Link ');
  await using to = await TestHost.make('林');
  const plan = await importFile(to, path);
  expect(plan.counts).toMatchObject({ references: 1, links: 1 });
  expect(plan.losses.map(({ kind }) => kind)).toEqual(['dates']);
  for (const table of ['reference_links', 'reference_texts']) expect(to.live()[table]).toEqual(from.live()[table]);
  const divisions = (host: TestHost) => host.live().reference_divisions?.map(({ id: _id, ...each }) => each);
  expect(divisions(to)).toEqual(expect.arrayContaining(divisions(from) ?? []));

  const bare = await exported(from, { references: false });
  expect(bare.losses.find(({ kind }) => kind === 'references')?.count).toBe(1);
  expect(filesIn(bare.content)['project.qde']).not.toContain('<Link ');
});
