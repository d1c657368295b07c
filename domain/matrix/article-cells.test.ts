import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MatrixQuestion } from '../contract/matrix.ts';
import { type ArticleCells, cellReader } from './article-cells.ts';
import { createBodyLayout } from './body-layout.ts';
import { conditionsOf, type CountedArticle, type CountedReuse } from './counted-article.ts';

const text = '改革開放。教育科技人才，協調發展。';
const columnOf = new Map([
  ['a', 0],
  ['b', 1],
  ['c', 2],
]);
const columns = [...columnOf.keys()];
const reuses: CountedReuse[] = [
  { exact: [{ start: 0, end: 4 }], sentences: [] },
  { exact: [{ start: 5, end: 9 }], sentences: [] },
];

const annotation = fc.record({
  start: fc.nat(8),
  end: fc.integer({ min: 9, max: text.length }),
  placed: fc.boolean(),
  coderId: fc.constantFrom('one', 'two'),
  voice: fc.constantFrom('party', 'media', null),
  status: fc.constantFrom('settled', 'draft'),
  links: fc.array(
    fc.record({
      categoryId: fc.constantFrom(...columns),
      relation: fc.constantFrom('verbatim', null),
      origin: fc.constantFrom('hand', 'suggested'),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
const question = fc.record({
  measure: fc.constantFrom<MatrixQuestion['measure']>('articles', 'passages', 'sentences', 'characters', 'verbatim'),
  filter: fc.record(
    {
      coderIds: fc.constantFrom<string[]>(['one'], ['two']),
      statuses: fc.constantFrom<('settled' | 'draft')[]>(['settled'], ['draft']),
    },
    { requiredKeys: [] },
  ),
  voices: fc.constantFrom(['party', 'none'], ['none', 'media', 'party'], null),
  reuse: fc.constantFrom(...reuses, null),
});

test('what is kept of an article is what would be counted, whatever was asked before', () => {
  fc.assert(
    fc.property(
      fc.array(annotation, { maxLength: 6 }),
      fc.array(question, { maxLength: 60, size: 'max' }),
      (passages, asked) => {
        const annotations = passages.toSorted((a, b) => a.start - b.start);
        const kept = articleOf(annotations);
        for (const each of asked) expect(cellsOf(kept, each)).toEqual(cellsOf(articleOf(annotations), each));
      },
    ),
  );
});

/** Another one each time, of which nothing is known. */
function articleOf(annotations: CountedArticle['annotations']): CountedArticle {
  return {
    id: 'x',
    name: 'x',
    outlet: null,
    province: null,
    genre: null,
    publishedOn: null,
    annotations,
    body: createBodyLayout(() => ({ text, roles: ['body'] })),
    length: text.length,
  };
}

type Asked = typeof question extends fc.Arbitrary<infer Each> ? Each : never;

function cellsOf(article: CountedArticle, { measure, filter, voices, reuse }: Asked): readonly ArticleCells[] {
  return cellReader({ measure, filter }, { columns, columnOf }, conditionsOf(filter), voices)(article, reuse);
}
