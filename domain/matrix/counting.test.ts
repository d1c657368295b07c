import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MatrixQuestion } from '../contract/matrix.ts';
import { uncountedReprints } from '../duplicates/count-reprints.ts';
import type { Span } from '../text/span.ts';
import { createBodyLayout } from './body-layout.ts';
import { countMatrix, type Counted } from './count-matrix.ts';
import { countPairs } from './count-pairs.ts';
import { countTaken } from './count-taken.ts';
import type { CountedAnnotation, CountedArticle, CountedReuse } from './counted-article.ts';
import { listSequences } from './list-sequences.ts';
import { spreadRows } from './row-lists.ts';
import { cellsOf } from './matrix-cells.ts';

const FIRST = '一二三四五，六七八九。甲乙丙丁戊己。';
const SECOND = '子丑寅卯。辰巳午未。';

function passage(start: number, end: number, categories: string, more: Partial<CountedAnnotation> = {}) {
  const links = [...categories].map((categoryId) => ({ categoryId, relation: null, origin: 'hand' }));
  return { start, end, placed: true, coderId: 'lin', voice: null, status: 'settled', links, ...more };
}

function article(id: string, text: string, annotations: CountedAnnotation[]): CountedArticle {
  const body = createBodyLayout(() => ({ text, roles: ['body'] }));
  const known = { name: id, outlet: null, province: '甲', genre: null, publishedOn: `2024-08-0${id.length}` };
  return { id, ...known, annotations, body, length: text.length };
}

// Two articles of one province; of the first 一二三四 and 丙丁戊己 stand in a reference, of the second nothing.
const articles = [
  article('x', FIRST, [
    passage(0, 4, 'a', { voice: 'decision' }),
    passage(2, 8, 'ab', { voice: 'official' }),
    passage(11, 15, 'b', { voice: 'official' }),
    passage(0, 1, 'c', { placed: false }),
  ]),
  article('yy', SECOND, [passage(0, 4, 'a')]),
];
const reuse: Record<string, CountedReuse> = {
  x: {
    exact: [
      { start: 0, end: 4 },
      { start: 13, end: 17 },
    ],
    sentences: [0, 2, 5],
  },
  yy: { exact: [], sentences: [2] },
};
const counted: Counted = {
  articles,
  columns: ['a', 'b', 'c'],
  columnOf: new Map([
    ['a', 0],
    ['b', 1],
    ['c', 2],
  ]),
  isComplete: ({ id }) => id === 'x',
  isReprint: () => false,
  reuseOf: ({ id }) => reuse[id] ?? null,
};
const plain: MatrixQuestion = {
  rows: 'provinces',
  columns: { of: 'parts', codebookId: 'none' },
  filter: {},
  measure: 'verbatim',
  weighing: 'pooled',
};
const valuesOf = (question: Partial<MatrixQuestion>, changed: Partial<Counted> = {}) => {
  const { rows } = spreadRows(countMatrix({ ...plain, ...question }, { ...counted, ...changed }));
  return rows.map((row) => [row.key, ...cellsOf(row).map(({ value }) => value), row.total.value]);
};

test('the share of verbatim words', () => {
  // a: 一二三四五，六七 (8, of which 4) and 子丑寅卯 (4, of which 0); b: 三四五，六七 (6, 2) and 甲乙丙丁 (4, 2); c is an orphan.
  expect(valuesOf({})).toEqual([['甲', 4 / 12, 4 / 10, null, (4 + 2) / (8 + 4 + 4)]]);
  expect(valuesOf({ weighing: 'equal' })).toEqual([['甲', (4 / 8 + 0) / 2, 4 / 10, null, (6 / 12 + 0) / 2]]);
});

test('the share of verbatim words is that of the places, however passages and common stretches lie', () => {
  const cuts = fc
    .uniqueArray(fc.nat({ max: FIRST.length }), { maxLength: 8 })
    .map((all) => all.toSorted((a, b) => a - b));
  const apart = cuts.map((all) =>
    all.flatMap((start, at) => (at % 2 === 0 && at + 1 < all.length ? [{ start, end: all[at + 1] ?? 0 }] : [])),
  );
  const passages = fc
    .array(fc.tuple(fc.nat({ max: FIRST.length - 1 }), fc.nat({ max: 9 })), { maxLength: 6 })
    .map((all) => all.map(([start, more]) => ({ start, end: Math.min(FIRST.length, start + 1 + more) })));
  fc.assert(
    fc.property(passages, apart, (spans, exact) => {
      const annotations = spans.toSorted((a, b) => a.start - b.start).map(({ start, end }) => passage(start, end, 'a'));
      const corpus = { articles: [article('x', FIRST, annotations)], reuseOf: () => ({ exact, sentences: [] }) };
      const places = Array.from({ length: FIRST.length }, (_, at) => at);
      const lies = (at: number, all: readonly Span[]) => all.some(({ start, end }) => start <= at && at < end);
      const under = places.filter((at) => lies(at, spans));
      const expected = under.filter((at) => lies(at, exact)).length / under.length;
      const [row] = valuesOf({}, corpus);
      expect(row?.at(-1)).toEqual(under.length === 0 ? null : expected);
    }),
  );
});

test('the share of verbatim words, by voice', () => {
  expect(valuesOf({ rows: 'voices' })).toEqual([
    ['journalist', null],
    ['decision', 1, 1],
    ['official', 2 / 6, 4 / 10, 4 / 10],
    ['citizen', null],
    ['unattributed', null],
    ['none', 0, null, 0],
  ]);
  expect(valuesOf({ rows: 'voices', filter: { voices: ['decision'] } })).toEqual([['decision', 1, 1]]);
});

test('an article that was not compared is passed over, and said', () => {
  const matrix = spreadRows(
    countMatrix(plain, { ...counted, reuseOf: ({ id }) => (id === 'x' ? (reuse.x ?? null) : null) }),
  );
  expect(matrix.waiting).toBe(1);
  expect(cellsOf(matrix.whole)[0]?.value).toBe(4 / 8);
});

test('voices count what each says; each has every article', () => {
  const { rows, whole } = spreadRows(countMatrix({ ...plain, rows: 'voices', measure: 'passages' }, counted));
  expect(rows.map(({ key, articles: all, complete, total }) => [key, all, complete, total.passages])).toEqual([
    ['journalist', 2, 1, 0],
    ['decision', 2, 1, 1],
    ['official', 2, 1, 2],
    ['citizen', 2, 1, 0],
    ['unattributed', 2, 1, 0],
    ['none', 2, 1, 2],
  ]);
  expect([whole.articles, whole.total.passages]).toEqual([2, 5]);
});

test('the share of sentences that are taken up', () => {
  // Of a, sentences 0 to 3; of b, 4 and 5; c has none. x takes up 0, 2 and 5, yy takes up 2.
  const sentencesOf = [[0, 1, 2, 3], [4, 5], []];
  const taken = (question: Partial<MatrixQuestion>, changed: Partial<Counted> = {}) => {
    const { rows, waiting } = spreadRows(
      countTaken({ ...plain, measure: 'taken', ...question }, { ...counted, ...changed }, sentencesOf),
    );
    return [...rows.map((row) => [row.key, ...cellsOf(row).map(({ value }) => value), row.total.value]), waiting];
  };
  expect(taken({})).toEqual([['甲', 2 / 4, 1 / 2, null, 3 / 6], 0]);
  expect(taken({ weighing: 'equal' })).toEqual([
    ['甲', (2 / 4 + 1 / 4) / 2, (1 / 2 + 0) / 2, null, (3 / 6 + 1 / 6) / 2],
    0,
  ]);
  expect(taken({ rows: 'articles' })).toEqual([['x', 2 / 4, 1 / 2, null, 3 / 6], ['yy', 1 / 4, 0, null, 1 / 6], 0]);
  expect(taken({}, { reuseOf: () => null })).toEqual([['甲', null, null, null, null], 2]);
});

test('pairs by article, by sentence, and by overlap', () => {
  const pairs = (unit: 'articles' | 'sentences' | 'overlaps') => countPairs({ filter: {}, unit }, counted).counts;
  expect(pairs('articles')).toEqual([0, 0, 2, 0, 1, 1, 0, 2, 1, 1, 1, 1, 1, 2, 1, 2, 2, 1]);
  // 一二…九。 has a and b, 甲…己。 has b, 子丑寅卯。 has a.
  expect(pairs('sentences')).toEqual([0, 0, 2, 0, 1, 1, 1, 1, 2]);
  // The second passage has both, and lies over the first.
  expect(pairs('overlaps')).toEqual([0, 0, 3, 0, 1, 2, 1, 1, 2]);
});

test('the passages of each article in the order of its text', () => {
  const found = listSequences({ filter: {}, most: 1 }, counted);
  expect(found.all).toBe(2);
  expect(found.articles.map(({ articleId, passages }) => [articleId, ...passages])).toEqual([
    ['x', 0, 4, 0, 2, 8, 0, 2, 8, 1, 11, 15, 1],
  ]);
});

test('reprints count once, once an outlet, or not at all; the annotated one first, then the source', () => {
  const member = (id: string, outlet: string | null, annotated = false) => ({ id, outlet, annotated });
  const family = [member('1', '甲'), member('2', '甲'), member('3', '乙'), member('4', null), member('5', null)];
  expect(uncountedReprints(family, '3', 'once')).toEqual(['1', '2', '4', '5']);
  expect(uncountedReprints(family, null, 'once')).toEqual(['2', '3', '4', '5']);
  expect(uncountedReprints(family, '2', 'per-outlet')).toEqual(['1']);
  expect(uncountedReprints(family, '3', 'none')).toEqual(['1', '2', '3', '4', '5']);
  const coded = family.map((each) => ({ ...each, annotated: each.id === '2' || each.id === '4' }));
  expect(uncountedReprints(coded, '3', 'once')).toEqual(['1', '3', '4', '5']);
  expect(uncountedReprints(coded, '4', 'once')).toEqual(['1', '2', '3', '5']);
});
