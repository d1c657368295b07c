import { expect, test } from 'vitest';
import { articleMetadata } from '#domain/contract/article.ts';
import { metadataNames, readList } from './fields.ts';

test('every field of the contract has its place', () => {
  expect(new Set<string>(metadataNames)).toEqual(new Set(Object.keys(articleMetadata.shape)));
});

test('lists take every common separator', () => {
  expect(readList('a、b,c，d;e；f\n g ')).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  expect(readList('王五，李四、王五')).toEqual(['王五', '李四']);
  expect(readList(' 、 ')).toEqual([]);
});
