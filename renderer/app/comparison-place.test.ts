import { expect, test } from 'vitest';
import { type Comparison, comparisonHash, comparisonOf, focusedArticle, parseComparison } from './comparison-place.ts';

const [a, b, c] = ['a', 'b', 'c'].map((each) => `0198c0de-0000-7000-8000-00000000000${each}`) as [
  string,
  string,
  string,
];

function parse(hash: string): Comparison {
  const [path = '', query = ''] = hash.slice('#/compare/'.length).split('?');
  return parseComparison(path, new URLSearchParams(query));
}

test('an address says what stands side by side, and is read back as it was', () => {
  const comparison: Comparison = {
    texts: [
      { kind: 'article', id: a },
      { kind: 'reference', id: b },
    ],
    by: 'wording',
    as: 'table',
    at: 1,
    item: c,
    codebookId: b,
  };
  expect(parse(comparisonHash(comparison, null))).toEqual(comparison);
  const plain = comparisonOf([{ kind: 'article', id: a }]);
  expect(comparisonHash(plain, null)).toBe(`#/compare/${a}`);
  expect(parse(comparisonHash(plain, c))).toEqual(plain);
});

test('what cannot be read in an address is left out; a text stands there once, and four at most', () => {
  const twice = parse(`#/compare/${a},${a},x,../../etc,r.${b}?by=upside&in=9&item=none&codebook=1`);
  expect(twice).toEqual(
    comparisonOf([
      { kind: 'article', id: a },
      { kind: 'reference', id: b },
    ]),
  );
  const many = Array.from({ length: 9 }, (_, at) => `${a.slice(0, -1)}${at}`);
  expect(parse(`#/compare/${many.join(',')}`).texts).toHaveLength(4);
});

test('the open article is the one that has the focus; a reference text is none', () => {
  const comparison = comparisonOf([
    { kind: 'article', id: a },
    { kind: 'reference', id: b },
  ]);
  expect(focusedArticle(comparison)).toBe(a);
  expect(focusedArticle({ ...comparison, at: 1 })).toBeNull();
  expect(focusedArticle(comparisonOf([]))).toBeNull();
});
