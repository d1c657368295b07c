import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { builtinCategories } from '#domain/codebook/builtin-codebook.ts';
import type { ArticleMetadata, ArticleRow } from '#domain/contract/article.ts';
import type { MatrixQuestion } from '#domain/contract/matrix.ts';
import { cellsOf } from '#domain/matrix/matrix-cells.ts';
import { builtin, TestHost } from '../host/hosted-corpus.ts';
import { skeletonDecision } from './skeleton-decision.test-support.ts';

const numbered = (number: string) => builtinCategories.find((each) => each.number === number)?.id ?? '';
const NINTH = numbered('3·9');
const OWN = '建立示例甲省数据交易平台，培育一批示范企业和示范园区。';
const decision = skeletonDecision({ 9: `${OWN}这里的另外一句话没有文章采用它。` });
const items: MatrixQuestion = {
  rows: 'provinces',
  columns: { of: 'items', codebookId: builtin },
  filter: {},
  measure: 'taken',
  weighing: 'pooled',
};

let host: TestHost;
beforeEach(async () => {
  host = await TestHost.make();
});
afterEach(() => host[Symbol.asyncDispose]());

const links = () => [{ id: uuidv7(), categoryId: NINTH, relation: null }];

async function cell(question: Partial<MatrixQuestion>) {
  const matrix = await host.matrix({ ...items, ...question });
  const of = (row: (typeof matrix.rows)[number] | undefined) =>
    row === undefined ? undefined : cellsOf(row).find(({ column }) => matrix.columns[column] === NINTH);
  return { matrix, cell: of(matrix.whole), rowOf: (key: string) => of(matrix.rows.find((each) => each.key === key)) };
}

test('what is taken up of a reference, and what is verbatim in the passages, follow the comparison', async () => {
  const articleId = await host.importText(`某地的题目\n记者看到：${OWN}全省上下一心。`);
  await host.annotate(articleId, OWN.slice(0, 12), {
    links: links(),
    voice: { kind: 'official', name: null, office: null, level: null, place: null },
  });
  await host.annotate(articleId, '全省上下一心', { links: links() });
  expect(await cell({})).toMatchObject({ matrix: { waiting: 1 }, cell: { value: null } });
  await host.end('reference.import', { sources: [{ text: decision, name: '決定.txt' }] });
  expect(await cell({})).toMatchObject({ matrix: { waiting: 1 }, cell: { value: null } });
  await host.end('reuse.find', {});

  const { sentences, articles } = await host.ask('matrix.sentences', {
    rows: 'provinces',
    key: null,
    categoryId: NINTH,
    filter: {},
  });
  expect(articles).toBe(1);
  expect(sentences.filter((each) => each.articles > 0).map(({ text }) => text)).toEqual([OWN]);
  expect(sentences.map(({ text }) => text)).toContain('这里的另外一句话没有文章采用它。');
  expect(await cell({})).toMatchObject({
    matrix: { waiting: 0 },
    cell: { value: 1 / sentences.length, articles: 1, passages: 0 },
  });

  expect((await cell({ measure: 'verbatim' })).cell?.value).toBeCloseTo(12 / (12 + 6), 12);
  const byVoice = await cell({ measure: 'verbatim', rows: 'voices' });
  expect([byVoice.rowOf('official')?.value, byVoice.rowOf('none')?.value]).toEqual([1, 0]);
});

test('reprints count as the corpus counts them, and the passages of a cell are those that count', async () => {
  const describe = async (articleId: string, metadata: Partial<ArticleMetadata>) => {
    const row = (await host.ask('article.list', {})).find(({ id }) => id === articleId) as ArticleRow;
    await host.ask('article.update', { articleId, version: row.version, metadata });
  };
  const ids: string[] = [];
  for (const [index, outletProvince] of ['山西', '浙江', '浙江'].entries()) {
    const articleId = await host.importText(
      `第${index}篇文章的題目\n第${index}篇的正文各有各的話，沒有相同的句子${index}。`,
    );
    ids.push(articleId);
    await describe(articleId, {
      outletProvince,
      outlet: `${outletProvince}日報`,
      publishedOn: `2024-08-0${index + 1}`,
    });
    if (index > 0) await host.annotate(articleId, '正文', { links: links() });
  }
  await host.ask('family.create', { id: uuidv7(), articleIds: ids });
  const passages = async () => {
    const { matrix, cell: whole } = await cell({ measure: 'passages' });
    const { ids: found } = await host.ask('annotation.find', {
      filter: { categoryIds: [NINTH], counted: true },
      order: 'article',
      descending: false,
    });
    expect(found.length).toBe(whole?.passages ?? 0);
    return [matrix.whole.articles, matrix.reprints, whole?.passages ?? 0];
  };
  // Of three, the second counts: the first of those that are annotated.
  expect(await passages()).toEqual([1, 2, 1]);
  await host.ask('reprintCounting.set', { counting: 'per-outlet' });
  expect(await passages()).toEqual([2, 1, 1]);
  await host.ask('reprintCounting.set', { counting: 'none' });
  expect(await passages()).toEqual([0, 3, 0]);
  await host.ask('history.undo', {});
  expect(await passages()).toEqual([2, 1, 1]);
});

test('pairs and sequences leave reprints and excluded articles aside, and name one article', async () => {
  const articleId = await host.importText('題目在此\n甲乙丙丁戊己，庚辛壬癸。');
  const other = await host.importText('另一題目\n子丑寅卯辰巳，午未申酉。');
  await host.annotate(articleId, '甲乙丙', {
    links: [...links(), { id: uuidv7(), categoryId: numbered('13·51'), relation: null }],
  });
  await host.annotate(other, '子丑', { links: links() });
  const columns = { of: 'parts', codebookId: builtin } as const;
  const found = await host.ask('matrix.pairs', { columns, filter: {}, unit: 'overlaps' });
  expect(found.counts).toEqual([2, 2, 2, 2, 12, 1, 12, 12, 1]);
  const one = await host.ask('matrix.sequences', { columns, filter: {}, most: 5, articleId: other });
  expect(one).toMatchObject({ all: 2, articles: [{ articleId: other, passages: [5, 7, 2], length: 17 }] });
});
