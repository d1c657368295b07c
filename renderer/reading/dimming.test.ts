import { expect, test } from 'vitest';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { Category } from '#domain/contract/codebook.ts';
import { annotationTest, type Dimming, isDimming, nothingDimmed } from './dimming.ts';

const categories = [
  { id: 'part', parentId: null },
  { id: 'item', parentId: 'part' },
  { id: 'other', parentId: null },
] as Category[];

function annotation(coderId: string, voice: string | null, ...links: [string, string | null][]): Annotation {
  return {
    coderId,
    voice: voice === null ? null : { kind: voice },
    links: links.map(([categoryId, relation]) => ({ categoryId, relation })),
  } as Annotation;
}

const all = {
  item: annotation('lin', 'official', ['item', 'verbatim']),
  two: annotation('lin', null, ['part', null], ['other', 'verbatim']),
  bare: annotation('shen', 'decision'),
};
const looked = (wanted: Partial<Dimming>) =>
  Object.entries(all)
    .filter(([, each]) => annotationTest({ ...nothingDimmed, ...wanted }, categories)(each))
    .map(([name]) => name);

test('a category counts with those below it, and conditions hold together', () => {
  expect(looked({})).toEqual(['item', 'two', 'bare']);
  expect(looked({ categoryId: 'part' })).toEqual(['item', 'two']);
  expect(looked({ categoryId: 'item' })).toEqual(['item']);
  expect(looked({ coderId: 'lin', voice: 'none' })).toEqual(['two']);
  expect(looked({ voice: 'decision' })).toEqual(['bare']);
});

test('category and relation are those of one link', () => {
  expect(looked({ relation: 'verbatim' })).toEqual(['item', 'two']);
  expect(looked({ categoryId: 'part', relation: 'verbatim' })).toEqual(['item']);
  expect(looked({ relation: 'none' })).toEqual(['two']);
});

test('one condition is enough to dim', () => {
  expect(isDimming(nothingDimmed)).toBe(false);
  expect(isDimming({ ...nothingDimmed, relation: 'none' })).toBe(true);
});
