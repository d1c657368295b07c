import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test, vi } from 'vitest';
import { builtin, categoryIds, TestHost } from '../host/hosted-corpus.ts';
import { findFaults } from '../db/corpus-dump.ts';
import { assertValid, exported, filesIn, importFile, planFile, withoutSchemas } from './exchange.test-support.ts';

// Each test starts hosts of its own; on a machine at work that takes its time.
vi.setConfig({ testTimeout: 120_000 });

const shanxi = readFileSync(join(import.meta.dirname, '../../resources/sample/shanxi-article.txt'), 'utf8');

/** The Shanxi article with 60 annotations, of which 15 overlap others. */
async function shanxiWith60(host: TestHost): Promise<string> {
  const articleId = await host.importText(shanxi, 'shanxi.txt');
  const { text, revisionId } = await host.ask('article.get', { articleId });
  const characters = [...text.matchAll(/[^\s]/gu)].map((found) => found.index);
  for (let at = 0; at < 60; at++) {
    const isOverlap = at >= 45;
    const place = isOverlap ? (at - 45) * 3 : at;
    const first = characters[Math.floor((place * (characters.length - 30)) / 45)] ?? 0;
    const start = isOverlap ? first + 3 : first;
    const end = Math.min(text.length, start + 9 + (at % 5));
    await host.ask('annotation.create', {
      id: uuidv7(),
      articleId,
      revisionId,
      span: { start, end },
      exact: text.slice(start, end),
      note: at % 4 === 0 ? `筆記 ${at} <&> "𠮷"` : '',
      voice:
        at % 7 === 0 ? { kind: 'official', name: '王某', office: '廳長', level: 'provincial', place: '山西' } : null,
      status: at % 9 === 0 ? 'doubtful' : 'settled',
      links: [0, 1].slice(0, 1 + (at % 2)).map((more) => ({
        id: uuidv7(),
        categoryId: categoryIds[(at * 3 + more * 7) % 75] ?? '',
        relation: at % 3 === 0 ? ('adapted' as const) : null,
      })),
    });
  }
  return articleId;
}

describe('the Shanxi article with 60 annotations, 15 of them overlapping', () => {
  test('goes out as a project and comes back into an empty corpus', async () => {
    await using from = await TestHost.make();
    await shanxiWith60(from);
    const { path, counts } = await exported(from);
    expect(counts).toMatchObject({ articles: 1, annotations: 60 });
    await using to = await TestHost.make();
    const plan = await importFile(to, path);
    expect(plan.counts).toMatchObject({ articles: 1, annotations: 60, categories: 0 });
    expect(plan).toMatchObject({ named: 60, fitting: 60 });
    const [before, after] = [from.live(), to.live()];
    for (const table of ['annotations', 'links'] as const) {
      const without = (rows: (typeof before)[typeof table]) =>
        rows.map(({ codebook_revision_id: _r, suggestion: _s, ...row }) => row);
      expect(without(after[table] ?? [])).toEqual(without(before[table] ?? []));
    }
    expect(findFaults(to.file)).toEqual([]);
    expect((await to.ask('corpus.check', {})).problems).toEqual([]);
  });

  test('is undone and redone in one step', async () => {
    await using from = await TestHost.make();
    await shanxiWith60(from);
    const { path } = await exported(from);
    await using to = await TestHost.make();
    const empty = to.live();
    await importFile(to, path);
    const full = to.live();
    await to.ask('history.undo', {});
    expect(to.live()).toEqual(empty);
    await to.ask('history.redo', {});
    expect(to.live()).toEqual(full);
  });

  test('a second import of the same project changes nothing', async () => {
    await using host = await TestHost.make();
    await shanxiWith60(host);
    const { path } = await exported(host);
    const before = host.live();
    const plan = await importFile(host, path);
    expect(plan.counts).toMatchObject({ articles: 0, annotations: 0, categories: 0, coders: 0, memos: 0 });
    expect(plan.meetings.find(({ kind }) => kind === 'annotation-there')?.count).toBe(60);
    expect(host.live()).toEqual(before);
  });

  const reason = withoutSchemas();
  test.skipIf(reason !== null)(
    `is valid by the schemas${reason === null ? '' : ` (left out: ${reason})`}`,
    async () => {
      await using host = await TestHost.make();
      await shanxiWith60(host);
      await host.ask('codebook.create', { id: uuidv7(), name: '自己的 <&">' });
      await host.ask('memo.create', {
        id: uuidv7(),
        subject: 'category',
        subjectId: categoryIds[4] ?? '',
        title: '',
        body: '一\n\u0001二',
      });
      const files = filesIn((await exported(host)).content);
      assertValid(Buffer.from(files['project.qde'] ?? ''), 'Project.xsd');
      assertValid((await exported(host, { format: 'qdc' })).content, 'Codebook.xsd');
      expect(files['project.qde']).toContain('startPosition="0"');
      expect(
        Object.keys(files).every((name) => name === 'project.qde' || /^sources\/[0-9a-f-]{36}\.txt$/.test(name)),
      ).toBe(true);
    },
  );
});

test('a codebook goes out and comes in with what its categories mean', async () => {
  await using from = await TestHost.make();
  const codebookId = uuidv7();
  const [top, below, builtinBelow] = [uuidv7(), uuidv7(), uuidv7()];
  await from.ask('codebook.create', { id: codebookId, name: '自訂', description: '說明\n【codebook】' });
  await from.ask('category.create', { id: top, codebookId, parentId: null, title: '甲', number: '一', colour: 9 });
  await from.ask('category.create', {
    id: below,
    codebookId,
    parentId: top,
    title: '乙',
    meaning: {
      definition: '【applies】\n\\【x',
      rulesFor: '',
      rulesAgainst: '不\r\n算',
      examples: '\n',
      boundaryCases: ' ',
    },
  });
  await from.ask('category.create', {
    id: builtinBelow,
    codebookId: builtin,
    parentId: categoryIds[1] ?? null,
    title: '地方',
  });
  const { path } = await exported(from, { format: 'qdc' });
  await using to = await TestHost.make();
  expect((await planFile(to, path)).counts).toMatchObject({ categories: 3, codebooks: 1 });
  await importFile(to, path);
  for (const table of ['codebooks', 'categories'])
    expect(to.live()[table]?.map(({ meant_since: _m, position: _p, ...row }) => row)).toEqual(
      from.live()[table]?.map(({ meant_since: _m, position: _p, ...row }) => row),
    );
});
