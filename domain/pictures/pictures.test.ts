import { expect, test } from 'vitest';
import type { Sequence } from '../contract/picture.ts';
import { firstMentions } from './first-mentions.ts';
import { monthsBetween } from './months.ts';
import { cut, forXml, widthOf, wrap } from './svg-text.ts';
import { TILE_COLUMNS, TILE_ROWS, tilePlaces } from './tile-places.ts';

const article = (articleId: string, province: string | null, length: number, passages: number[]): Sequence => ({
  articleId,
  name: articleId,
  province,
  outlet: null,
  publishedOn: null,
  complete: true,
  length,
  passages,
});

test('the order of first mention, by article and by province, by hand', () => {
  // Column 2 at 1/10 and 1/2 of two texts of 甲: 0.3 on average; column 0 at 2/10 of the first alone.
  const articles = [
    article('x', '甲', 10, [1, 3, 2, 2, 4, 0, 5, 6, 2]),
    article('y', '甲', 20, [10, 12, 2]),
    article('z', null, 4, [0, 1, 1, 0, 1, 3]),
  ];
  expect(firstMentions(articles, 'provinces')).toEqual([
    {
      key: '甲',
      name: null,
      articles: 2,
      mentions: [
        { column: 0, place: 0.2, articles: 1 },
        { column: 2, place: 0.3, articles: 2 },
      ],
    },
    {
      key: 'none',
      name: null,
      articles: 1,
      mentions: [
        { column: 1, place: 0, articles: 1 },
        { column: 3, place: 0, articles: 1 },
      ],
    },
  ]);
  expect(
    firstMentions(articles, 'articles').map(({ key, mentions }) => [key, ...mentions.map(({ column }) => column)]),
  ).toEqual([
    ['x', 2, 0],
    ['y', 2],
    ['z', 1, 3],
  ]);
});

test('34 tiles, each in a place of its own', () => {
  expect(tilePlaces).toHaveLength(34);
  expect(new Set(tilePlaces.map(({ name }) => name)).size).toBe(34);
  expect(tilePlaces.map(({ name }) => name)).toEqual(expect.arrayContaining(['台灣', '香港', '澳門', '內蒙古']));
  for (const { column, row } of tilePlaces) {
    expect(column).toBeLessThan(TILE_COLUMNS);
    expect(row).toBeLessThan(TILE_ROWS);
  }
});

test('months between two are filled in', () => {
  expect(monthsBetween(['2025-01', 'none', '2024-11', '2024'])).toEqual([
    '2024',
    '2024-11',
    '2024-12',
    '2025-01',
    'none',
  ]);
  expect(monthsBetween(['1950-01', '2024-11'])).toEqual(['1950-01', '2024-11']);
  expect(monthsBetween(['none'])).toEqual(['none']);
});

test('text in pictures', () => {
  expect(widthOf('甲a', 10)).toBeCloseTo(15.8);
  expect(cut('甲乙丙丁', 30, 10)).toBe('甲乙…');
  expect(cut('甲乙', 30, 10)).toBe('甲乙');
  expect(wrap('甲乙，丙丁', 30, 10)).toEqual(['甲乙，', '丙丁']);
  expect(wrap('one two three', 50, 10)).toEqual(['one two', 'three']);
  expect(forXml('甲\u0000\uD800乙')).toBe('甲  乙');
});
