import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { contract, type OperationName } from '#domain/contract/index.ts';
import { builtin, categoryIds, TestHost } from './hosted-corpus.ts';
import { hostileCalls } from './hostile-inputs.ts';

const TEXT = '標題\n全會提出改革。𠮷林𬶍魚👨‍👩‍👧。\n第三段。';
let lin: TestHost;
let articleId: string;
beforeAll(async () => {
  lin = await TestHost.make();
  articleId = await lin.importText(TEXT);
  await lin.annotate(articleId, '改革', {
    links: [{ id: uuidv7(), categoryId: categoryIds[20] ?? '', relation: 'local' }],
  });
});
afterAll(() => lin[Symbol.asyncDispose]());

const calls = hostileCalls();
const makers: OperationName[] = [
  'codebook.create',
  'category.create',
  'state.create',
  'reportTemplate.save',
  'formula.create',
];

test('every operation of the contract is called', () => {
  const refused = new Set(calls.filter((call) => !call.accepted).map((call) => call.operation));
  expect([...refused].toSorted()).toEqual(Object.keys(contract).toSorted());
  expect(calls.length).toBeGreaterThan(2000);
});

describe.each(Object.keys(contract) as OperationName[])('%s', (operation) => {
  test('refuses what is hostile, and the corpus is as before', { timeout: 60_000 }, async () => {
    const before = lin.dump();
    for (const call of calls.filter((each) => each.operation === operation)) {
      // Whatever has the right form names a new one rightly.
      if (call.accepted && makers.includes(operation)) continue;
      const answer = await lin.send(operation, call.input);
      if (call.accepted) continue;
      expect(answer).toMatchObject({
        ok: false,
        error: { code: 'invalid', details: { reason: 'bad-input', operation } },
      });
    }
    expect(lin.dump()).toEqual(before);
    expect(lin.host.corpus?.name).toBe('test');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

test.each([
  ['missing', undefined],
  ['null', null],
  ['a number', 5],
  ['an array', ['article.list']],
  ['an object', {}],
  ['an object that is no text', JSON.parse('{"toString": 1, "valueOf": null}')],
  ['an object without prototype', Object.create(null)],
  ['of the prototype', 'constructor'],
  ['the prototype', '__proto__'],
  ['internal', 'article.insert'],
  ['internal too', 'coder.enter'],
  ['a megabyte', 'x'.repeat(1024 * 1024)],
  ['half a character', `${'x'.repeat(199)}𠮷`],
  ['in capitals', 'ARTICLE.LIST'],
])('an operation whose name is %s is answered', async (_what, operation) => {
  expect((await lin.refusal(operation as string, {})).details.reason).toBe('unknown-operation');
});

describe('what is well-formed but wrong', () => {
  const unknown = uuidv7();
  async function refused(operation: OperationName, input: unknown, code: string, reason: string) {
    const before = lin.dump();
    const error = await lin.refusal(operation, input);
    expect({ code: error.code, reason: error.details.reason }).toEqual({ code, reason });
    expect(lin.dump()).toEqual(before);
  }
  async function creation(change: object) {
    const { revisionId } = await lin.ask('article.get', { articleId });
    const start = TEXT.indexOf('全會');
    return {
      id: uuidv7(),
      articleId,
      revisionId,
      span: { start, end: start + 2 },
      exact: '全會',
      links: [],
      ...change,
    };
  }

  test.each<[string, object, string, string]>([
    ['an article that is not there', { articleId: unknown }, 'not-found', 'article-missing'],
    ['a revision that is not there', { revisionId: unknown }, 'conflict', 'revision-missing'],
    [
      'a category that is not there',
      { links: [{ id: unknown, categoryId: unknown, relation: null }] },
      'not-found',
      'category-missing',
    ],
    ['a quote that does not stand there', { exact: '全国' }, 'conflict', 'quote-mismatch'],
    ['a quote in another form', { exact: '全會\u0301' }, 'conflict', 'quote-mismatch'],
    ['a span past the end', { span: { start: 0, end: TEXT.length + 1 } }, 'invalid', 'span-outside'],
    ['a span beyond all numbers', { span: { start: 2 ** 52, end: 2 ** 53 - 1 } }, 'invalid', 'span-outside'],
    ['a span that begins where it ends', { span: { start: 4, end: 4 } }, 'invalid', 'span-empty'],
    ['a span backwards', { span: { start: 5, end: 4 } }, 'invalid', 'span-empty'],
    [
      'an end inside a pair',
      { span: { start: TEXT.indexOf('𠮷'), end: TEXT.indexOf('𠮷') + 1 } },
      'invalid',
      'span-outside',
    ],
    [
      'a start inside a pair',
      { span: { start: TEXT.indexOf('𠮷') + 1, end: TEXT.indexOf('林') } },
      'invalid',
      'span-outside',
    ],
    [
      'one category twice',
      { links: [1, 2].map(() => ({ id: uuidv7(), categoryId: categoryIds[0], relation: null })) },
      'invalid',
      'bad-input',
    ],
    [
      'one id for two links',
      { links: [0, 1].map((at) => ({ id: unknown, categoryId: categoryIds[at], relation: null })) },
      'conflict',
      'id-taken',
    ],
  ])('annotation.create with %s', async (_what, change, code, reason) => {
    await refused('annotation.create', await creation(change), code, reason);
  });

  test('ids that are in use', async () => {
    const [present] = await lin.ask('annotation.list', { articleId });
    await refused('annotation.create', await creation({ id: present?.id }), 'conflict', 'id-taken');
    const links = [{ id: present?.links[0]?.id, categoryId: categoryIds[3], relation: null }];
    await refused('annotation.create', await creation({ links }), 'conflict', 'id-taken');
    await refused('annotation.update', { id: present?.id, version: present?.version, links }, 'conflict', 'id-taken');
  });

  test('what is in the bin', async () => {
    const gone = await lin.annotate(articleId, '第三段');
    await lin.ask('annotation.remove', { id: gone.id, version: gone.version });
    await refused('annotation.update', { id: gone.id, version: 2, note: 'x' }, 'not-found', 'annotation-missing');
    await refused('annotation.remove', { id: gone.id, version: 2 }, 'not-found', 'annotation-missing');
    await refused('annotation.create', await creation({ id: gone.id }), 'conflict', 'id-taken');
    const binned = await lin.importText('放進回收站。');
    await lin.ask('article.remove', { articleId: binned, version: 1 });
    for (const operation of ['article.get', 'article.original', 'annotation.list', 'category.counts'] as const)
      await refused(operation, { articleId: binned }, 'not-found', 'article-missing');
    await refused('article.remove', { articleId: binned, version: 2 }, 'not-found', 'article-missing');
    await refused(
      'article.update',
      { articleId: binned, version: 2, metadata: { title: 'x' } },
      'not-found',
      'article-missing',
    );
    await refused(
      'codingStatus.set',
      { articleId: binned, codebookId: builtin, state: 'complete' },
      'not-found',
      'article-missing',
    );
  });

  test('versions of before', async () => {
    const [present] = await lin.ask('annotation.list', { articleId });
    const stale = (present?.version ?? 0) + 1;
    await refused('annotation.update', { id: present?.id, version: stale, note: 'x' }, 'conflict', 'version-changed');
    await refused('annotation.remove', { id: present?.id, version: stale }, 'conflict', 'version-changed');
    await refused(
      'article.update',
      { articleId, version: 99, metadata: { title: 'x' } },
      'conflict',
      'version-changed',
    );
    await refused('article.remove', { articleId, version: 99 }, 'conflict', 'version-changed');
  });

  test('paragraphs, codebooks, days, jobs, backups, files', async () => {
    const { revisionId } = await lin.ask('article.get', { articleId });
    await refused(
      'article.setRole',
      { articleId, revisionId, paragraph: 3, role: 'body' },
      'not-found',
      'span-outside',
    );
    await refused(
      'article.setRole',
      { articleId, revisionId: unknown, paragraph: 0, role: 'body' },
      'conflict',
      'revision-missing',
    );
    await refused(
      'codingStatus.set',
      { articleId, codebookId: unknown, state: 'complete' },
      'not-found',
      'codebook-missing',
    );
    for (const publishedOn of ['2024-02-30', '2023-02-29', '2024-13', '0000-00-00', 'aaaaaaaaaa', '2024-08-05T00:00'])
      await refused('article.update', { articleId, version: 1, metadata: { publishedOn } }, 'invalid', 'bad-input');
    await refused('job.get', { job: unknown }, 'not-found', 'job-missing');
    await refused('job.cancel', { job: unknown }, 'not-found', 'job-missing');
    await refused('backup.restore', { backup: '../test.jianzhu' }, 'not-found', 'backup-missing');
    await refused('corpus.open', { grant: '/etc/passwd' }, 'not-found', 'grant-missing');
    await refused('corpus.open', { recent: lin.file }, 'not-found', 'recent-missing');
    await refused('corpus.forget', { recent: lin.file }, 'not-found', 'recent-missing');
    await refused('file.save', { file: unknown }, 'not-found', 'file-missing');
    await refused('dialog.open', { purpose: 'import-files' }, 'unavailable', 'not-here');
    await refused('article.import', { sources: [{ grant: unknown }] }, 'not-found', 'grant-missing');
  });

  test('a job that cannot be done fails with the reason', async () => {
    const job = await lin.end('report.export', {
      choice: { by: 'articles', articleIds: [unknown] },
      plan: { sections: ['text'], script: 'as-is', quotations: 'as-read', language: 'en' },
      format: 'html',
    });
    expect(job).toMatchObject({
      state: 'failed',
      error: { code: 'not-found', details: { reason: 'article-missing' } },
    });
  });
});

test('before anybody says who they are, and without a corpus, writes are refused', async () => {
  await using nobody = new TestHost();
  for (const operation of ['article.list', 'article.remove', 'annotation.create', 'backup.list', 'backup.create'])
    expect(['no-corpus', 'bad-input']).toContain((await nobody.refusal(operation, {})).details.reason);
  await nobody.ask('corpus.create', { name: 'n' });
  expect(await nobody.ask('history.state', {})).toEqual({ undo: null, redo: null });
  expect((await nobody.refusal('history.undo', {})).details.reason).toBe('no-coder');
  expect((await nobody.refusal('article.import', { sources: [{ sample: 'shanxi' }] })).details.reason).toBe('no-coder');
  expect(nobody.dump().coders).toEqual([]);
});

test('a title that looks like SQL or markup is kept as it is', async () => {
  const title = `'); DROP TABLE articles; -- <script>alert(1)</script> $1 ?1 :a`;
  await lin.ask('article.update', { articleId, version: 1, metadata: { title, places: [title], reporters: [title] } });
  expect(await lin.ask('article.get', { articleId })).toMatchObject({ title, places: [title], reporters: [title] });
});
