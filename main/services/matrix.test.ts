import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtinCategories } from '#domain/codebook/builtin-codebook.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import type { Matrix, MatrixColumns, MatrixFilter, MatrixQuestion } from '#domain/contract/matrix.ts';
import { matrixRowKind } from '#domain/contract/matrix.ts';
import { cellsOf } from '#domain/matrix/matrix-cells.ts';
import { annotationStatus, origin, relation, type Voice, voiceKind } from '#domain/contract/values.ts';
import { builtin, categoryIds, TestHost } from '../host/hosted-corpus.ts';

const TEXT = '標題在此\n甲乙丙丁戊己，庚辛壬癸。𠮷林記者看到！群眾說好。\n子丑寅卯辰巳；午未申酉戌亥。';
const DATES = ['2024', '2024-08', '2024-08-05', '2024-09-01', '2023-12-31', null, '2024-08-20'] as const;
const PROVINCES = ['山西', '浙江', null] as const;
const at = <Value>(values: readonly Value[], index: number): Value => values[index % values.length] as Value;
const numbered = (number: string) => builtinCategories.find((each) => each.number === number)?.id ?? '';
const parts: MatrixColumns = { of: 'parts', codebookId: builtin };
const plain: MatrixQuestion = {
  rows: 'provinces',
  columns: parts,
  filter: {},
  measure: 'articles',
  weighing: 'pooled',
};

let host: TestHost;
const imported: string[] = [];

beforeAll(async () => {
  host = await TestHost.make('Lin');
  await using other = await host.another('Wu');
  for (const [index, publishedOn] of DATES.entries()) {
    const articleId = await host.importText(`${TEXT}${index}。`);
    imported.push(articleId);
    await host.ask('article.update', {
      articleId,
      version: (await rowOf(articleId)).version,
      metadata: { publishedOn, outletProvince: at(PROVINCES, index), outlet: at(['甲報', null], index), genre: null },
    });
    for (let n = 0; n < 10; n++) {
      const kind = at([...voiceKind.options, null], n + index);
      const voice: Voice | null = kind === null ? null : { kind, name: null, office: null, level: null, place: null };
      const links = Array.from({ length: (n + index) % 4 }, (_, each) => ({
        id: uuidv7(),
        categoryId: at(categoryIds, n * 7 + each + index),
        relation: at([...relation.options, null], n + each),
      }));
      await (n % 3 === 0 ? other : host).annotate(articleId, TEXT.slice(n * 4, n * 4 + 2 + n), {
        links,
        voice,
        status: at(annotationStatus.options, n + index),
      });
    }
    if (index % 2 === 0)
      await (index % 4 === 0 ? other : host).ask('codingStatus.set', {
        articleId,
        codebookId: builtin,
        state: 'complete',
      });
  }
  const left = await rowOf(imported[6] ?? '');
  await host.ask('article.setExclusion', {
    articleId: left.id,
    version: left.version,
    exclusion: { reason: 'other', note: '' },
  });
  const db = new Database(host.file);
  db.exec(`UPDATE anchors SET state = 'orphan' WHERE rowid % 9 = 0;
    UPDATE links SET origin = 'search' WHERE rowid % 4 = 0; UPDATE links SET origin = 'import' WHERE rowid % 4 = 1`);
  db.close();
}, 120_000);
afterAll(() => host[Symbol.asyncDispose]());

async function rowOf(articleId: string): Promise<ArticleRow> {
  return (await host.ask('article.list', {})).find(({ id }) => id === articleId) as ArticleRow;
}

function sql<Row>(query: string, values: Record<string, unknown> = {}): Row[] {
  const db = new Database(host.file, { readonly: true });
  try {
    return db.prepare(query).all(values) as Row[];
  } finally {
    db.close();
  }
}

/** Province, part, articles and passages, counted by one plain statement. */
const recount = () =>
  sql<{ key: string; part: string; articles: number; passages: number }>(
    `SELECT coalesce(a.outlet_province, 'none') AS key, coalesce(c.parent_id, c.id) AS part,
       count(DISTINCT a.id) AS articles, count(DISTINCT n.id) AS passages
     FROM articles a JOIN annotations n ON n.article_id = a.id AND n.deleted_at IS NULL
     JOIN links l ON l.annotation_id = n.id AND l.deleted_at IS NULL JOIN categories c ON c.id = l.category_id
     WHERE a.deleted_at IS NULL AND a.exclusion IS NULL GROUP BY 1, 2`,
  );

const tableOf = ({ rows, columns }: Matrix) =>
  rows
    .flatMap(({ key, cells }) =>
      cellsOf({ cells }).map(({ column, value, articles, passages }) => ({
        key,
        part: columns[column] ?? '',
        value,
        articles,
        passages,
      })),
    )
    .toSorted((a, b) => (`${a.key} ${a.part}` < `${b.key} ${b.part}` ? -1 : 1));

test('provinces by parts equal a recount by plain SQL', async () => {
  for (const measure of ['articles', 'passages'] as const) {
    const expected = recount()
      .map((row) => ({ ...row, value: row[measure] }))
      .toSorted((a, b) => (`${a.key} ${a.part}` < `${b.key} ${b.part}` ? -1 : 1));
    expect(tableOf(await host.matrix({ ...plain, measure }))).toEqual(expected);
  }
});

test('rows and the whole say how many articles they have, and how many are complete', async () => {
  const { rows, whole } = await host.matrix(plain);
  expect(rows.map(({ key, articles, complete }) => ({ key, articles, complete }))).toEqual(
    sql(
      `SELECT coalesce(a.outlet_province, 'none') AS key, count(*) AS articles,
         sum(EXISTS (SELECT 1 FROM coding_statuses s WHERE s.article_id = a.id AND s.state = 'complete')) AS complete
       FROM articles a WHERE a.exclusion IS NULL GROUP BY 1 ORDER BY key = 'none', key`,
    ),
  );
  expect([whole.articles, whole.complete]).toEqual([6, 3]);
});

const some = (values: readonly string[]) => fc.subarray([...values], { minLength: 1 });
const maybe = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
const filters = () =>
  fc
    .record({
      provinces: maybe(some(['山西', '浙江', 'none'])),
      outlets: maybe(some(['甲報', 'none'])),
      months: maybe(some(['2024', '2024-08', 'none'])),
      from: maybe(fc.constantFrom('2024', '2024-08', '2024-08-06')),
      to: maybe(fc.constantFrom('2024', '2024-08', '2024-08-06')),
      relations: maybe(some([...relation.options, 'none'])),
      voices: maybe(some([...voiceKind.options, 'none'])),
      statuses: maybe(some(annotationStatus.options)),
      origins: maybe(some(origin.options)),
    })
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as MatrixFilter);

test('each cell counts the passages that the list finds by its conditions', async () => {
  const columns: MatrixColumns[] = [
    parts,
    { of: 'items', codebookId: builtin },
    { of: 'below', categoryId: numbered('3') },
  ];
  let cells = 0;
  await fc.assert(
    fc.asyncProperty(
      filters(),
      fc.constantFrom(...matrixRowKind.options),
      fc.constantFrom(...columns),
      async (filter, rows, of) => {
        const matrix = await host.matrix({ ...plain, rows, columns: of, filter, measure: 'passages' });
        for (const row of matrix.rows) {
          const field = {
            provinces: 'provinces',
            outlets: 'outlets',
            articles: 'articleIds',
            months: 'months',
            voices: 'voices',
          }[rows];
          const found = async (categories: string[]) =>
            (
              await host.ask('annotation.find', {
                filter: { ...filter, [field]: [row.key], categoryIds: categories },
                order: 'article',
                descending: false,
              })
            ).ids.length;
          for (const { column, value, passages } of cellsOf(row)) {
            cells += 1;
            expect(value).toBe(passages);
            expect(passages).toBe(await found([matrix.columns[column] ?? '']));
          }
          expect(row.total.passages).toBe(await found(matrix.columns));
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(cells).toBeGreaterThan(300);
}, 120_000);

test('sentences, characters and shares are those of a table worked out by hand', async () => {
  await using own = await TestHost.make();
  // The first line is a title: of the body, 3 sentences and 24 characters, 𠮷 being one.
  const first = await own.importText('共同的題目\n一二三四五，六七八九。𠮷林甲乙丙丁戊！最後一句好。');
  const second = await own.importText('又一篇題目\n子丑寅卯辰，巳午未申。');
  expect((await own.ask('article.get', { articleId: first })).roles).toEqual(['title', 'body']);
  const link = (number: string) => ({ id: uuidv7(), categoryId: numbered(number), relation: null });
  await own.annotate(first, '三四五', { links: [link('3·8'), link('3·9')] });
  await own.annotate(first, '五，六七', { links: [link('3')] });
  await own.annotate(first, '九。𠮷林', { links: [link('3·8')] });
  await own.annotate(first, '題目', { links: [link('3·8')] });
  await own.annotate(second, '子丑', { links: [link('4·13')] });
  const wanted = { ...plain, rows: 'provinces' } as const;
  const value = async (change: Partial<MatrixQuestion>) => {
    const { rows, columns } = await own.matrix({ ...wanted, ...change });
    const [row] = rows;
    if (row === undefined) throw new Error('no rows');
    return cellsOf(row).find(({ column }) => columns[column] === numbered('3'))?.value;
  };
  const body = [11 + 8 + 6, 11] as const;
  // 三四五，六七 and 九。𠮷林.
  const characters = 6 + 4;
  expect(await value({ measure: 'articles' })).toBe(1);
  expect(await value({ measure: 'passages' })).toBe(4);
  expect(await value({ measure: 'sentences' })).toBe(2);
  expect(await value({ measure: 'characters' })).toBe(characters);
  expect(await value({ measure: 'share', weighing: 'pooled' })).toBeCloseTo(characters / (body[0] + body[1]), 12);
  expect(await value({ measure: 'share', weighing: 'equal' })).toBeCloseTo(characters / body[0] / 2, 12);
});

test('what is written between two questions is counted, undone writes too', async () => {
  await using own = await TestHost.make();
  const articleId = await own.importText(TEXT);
  const question: MatrixQuestion = { ...plain, measure: 'sentences' };
  const values = async () => (await own.matrix(question)).rows.map(({ total }) => total.value);
  expect(await values()).toEqual([0]);
  const links = [{ id: uuidv7(), categoryId: numbered('11·43'), relation: null }];
  const { id, version } = await own.annotate(articleId, '丙丁', { links });
  expect(await values()).toEqual([1]);
  await own.ask('annotation.update', { id, version, span: { start: 7, end: 30 } });
  expect(await values()).toEqual([3]);
  await own.ask('history.undo', {});
  expect(await values()).toEqual([1]);
  const { revisionId } = await own.ask('article.get', { articleId });
  await own.ask('article.setRole', { articleId, revisionId, paragraph: 1, role: 'caption' });
  expect(await values()).toEqual([0]);
  await own.ask('history.undo', {});
  await own.ask('history.undo', {});
  expect(await values()).toEqual([0]);
  await own.importText('另一篇文章。');
  expect((await own.matrix(question)).whole.articles).toBe(2);
  const { version: present } = (await own.ask('article.list', {})).find((row) => row.id === articleId) as ArticleRow;
  await own.ask('article.remove', { articleId, version: present });
  expect((await own.matrix(question)).whole.articles).toBe(1);
});

test('her own codebook makes columns, and one that is not there is refused', async () => {
  const codebookId = uuidv7();
  await host.ask('codebook.create', { id: codebookId, name: '自編' });
  const top = uuidv7();
  await host.ask('category.create', { id: top, codebookId, parentId: null, title: '甲' });
  const below = uuidv7();
  await host.ask('category.create', { id: below, codebookId, parentId: top, title: '乙' });
  const links = [{ id: uuidv7(), categoryId: below, relation: null }];
  await host.annotate(imported[0] ?? '', '甲乙', { links });
  for (const columns of [
    { of: 'parts', codebookId },
    { of: 'items', codebookId },
    { of: 'below', categoryId: top },
  ] as const) {
    const matrix = await host.matrix({ ...plain, columns });
    expect(matrix.columns).toEqual([columns.of === 'parts' ? top : below]);
    expect(matrix.whole.cells).toEqual([0, 1, 1, 1]);
    expect(matrix.whole.complete).toBe(0);
  }
  const refused = async (columns: MatrixColumns) =>
    (await host.refusal('matrix.count', { ...plain, columns })).details.reason;
  expect(await refused({ of: 'parts', codebookId: uuidv7() })).toBe('codebook-missing');
  expect(await refused({ of: 'below', categoryId: uuidv7() })).toBe('category-missing');
});
