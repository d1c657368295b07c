import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding, FindingQuestion } from '#domain/contract/finding.ts';
import { findingTable } from '#domain/findings/finding-table.ts';
import { PROGRAM_VERSION } from '#domain/program.ts';
import { builtin, categoryIds, TestHost } from '../host/hosted-corpus.ts';

let host: TestHost;
let a: string;
let b: string;
const [item = '', other = ''] = categoryIds.slice(20);
const link = (categoryId: string) => ({ id: uuidv7(), categoryId, relation: null });

beforeAll(async () => {
  host = await TestHost.make();
  a = await host.importText('標題甲\n甲省說了第一件事，也說了第二件事。');
  b = await host.importText('標題乙\n乙省只說了第三件事，別的沒有說。');
  await host.annotate(a, '第一件事', { links: [link(item)] });
});
afterAll(() => host[Symbol.asyncDispose]());

const comparison = (): FindingQuestion => ({
  kind: 'comparison',
  ask: { articleIds: [a, b], codebookId: builtin },
  shown: { texts: [a, b].map((id) => ({ kind: 'article', id })), by: 'item', as: 'texts', item: null },
});
const matrix = {
  kind: 'matrix',
  ask: {
    rows: 'articles',
    columns: { of: 'parts', codebookId: builtin },
    filter: {},
    measure: 'passages',
    weighing: 'pooled',
  },
  shown: { reading: 'plain', least: 5, sort: 'name', descending: false, address: '' },
} as const satisfies FindingQuestion;

async function keep(question: FindingQuestion, name = '甲乙之比'): Promise<Finding> {
  const { state, result, error } = await host.end('finding.create', { id: uuidv7(), name, note: '', question });
  expect(error).toBeNull();
  expect(state).toBe('done');
  return result as Finding;
}

test('a comparison keeps its numbers, and tells what has changed since', async () => {
  const kept = await keep(comparison());
  expect(kept).toMatchObject({
    name: '甲乙之比',
    coderName: 'Lin',
    programVersion: PROGRAM_VERSION,
    question: comparison(),
  });
  const at = await host.ask('finding.get', { findingId: kept.id });
  expect(at.now).toEqual(at.before);
  expect(at.steps).toBe(0);
  await host.annotate(b, '第三件事', { links: [link(other)] });
  const later = await host.ask('finding.get', { findingId: kept.id });
  expect(later.before).toEqual(at.before);
  expect(later).toMatchObject({ steps: 1, codebookChanged: false });
  const { changes } = findingTable(later);
  expect(changes.map(({ row, column, cell }) => [row.key, column.id, cell.before, cell.now?.value])).toEqual([
    [b, other, null, 1],
  ]);
  await host.ask('history.undo', {});
  expect(findingTable(await host.ask('finding.get', { findingId: kept.id })).changes).toEqual([]);
});

test('a matrix is kept as it was asked', async () => {
  const kept = await keep(matrix, '各篇');
  const { before, now } = await host.ask('finding.get', { findingId: kept.id });
  expect(before.matrix).toEqual(await host.matrix(matrix.ask));
  expect(now).toEqual(before);
  expect(before.columns).toHaveLength(15);
});

test('it is renamed, removed, brought back from the bin, and each step is undone', async () => {
  const kept = await keep(matrix, '可改名');
  const renamed = await host.ask('finding.update', {
    id: kept.id,
    version: kept.version,
    name: '改了名',
    note: '記下',
  });
  expect(renamed).toMatchObject({ name: '改了名', note: '記下', takenAt: kept.takenAt });
  await host.ask('history.undo', {});
  const names = async () => (await host.ask('finding.list', {})).map(({ name }) => name);
  expect(await names()).toContain('可改名');
  const present = (await host.ask('finding.list', {})).find(({ id }) => id === kept.id);
  await host.ask('finding.remove', { id: kept.id, version: present?.version ?? 0 });
  expect(await names()).not.toContain('可改名');
  expect(await host.ask('bin.list', {})).toContainEqual(
    expect.objectContaining({ kind: 'finding', subject: '可改名' }),
  );
  await host.ask('bin.restore', { kind: 'finding', id: kept.id });
  expect(await names()).toContain('可改名');
});

test('what cannot be asked any more still shows its numbers', async () => {
  const gone = await host.importText('標題丙\n丙省的文章。');
  const ask = { articleIds: [a, gone], codebookId: builtin };
  const question = comparison();
  const kept = await keep(question.kind === 'comparison' ? { ...question, ask } : question);
  const row = (await host.ask('article.list', {})).find(({ id }) => id === gone);
  await host.ask('article.remove', { articleId: gone, version: row?.version ?? 0 });
  const { before, now } = await host.ask('finding.get', { findingId: kept.id });
  expect(now).toBeNull();
  expect(before.matrix.rows).toHaveLength(2);
});

test('what is not there is refused, and nothing is kept', async () => {
  const before = host.dump();
  const question = comparison();
  const ask = { articleIds: [uuidv7()], codebookId: builtin };
  const { state, error } = await host.end('finding.create', {
    id: uuidv7(),
    name: 'x',
    note: '',
    question: question.kind === 'comparison' ? { ...question, ask } : question,
  });
  expect({ state, error }).toMatchObject({ state: 'failed', error: { details: { reason: 'article-missing' } } });
  expect((await host.refusal('finding.get', { findingId: uuidv7() })).details.reason).toBe('finding-missing');
  expect(host.dump()).toEqual(before);
});
