import { describe, expect, test } from 'vitest';
import type { Matrix, MatrixRow } from '../contract/matrix.ts';
import { createBodyLayout } from './body-layout.ts';
import { heatColours, heatRanges, heatStep } from './heat-steps.ts';
import { matrixTable } from './matrix-table.ts';
import { readRow, readTotal } from './read-matrix.ts';
import { readMatrix, sortRows } from './read-rows.ts';

function row(key: string, articles: number, complete: number, values: readonly number[]): MatrixRow {
  const cells = values.flatMap((value, column) => (value === 0 ? [] : [column, value, value, value]));
  const all = values.reduce((sum, value) => sum + value, 0);
  return { key, name: null, articles, complete, cells, total: { value: all, articles: all, passages: all } };
}

// Of 12 mentions, 6 of the first column; the row of 4 has 3 of them: 3/4 against 1/2.
const matrix: Matrix = {
  columns: ['a', 'b', 'c'],
  rows: [row('甲', 4, 4, [3, 1, 0]), row('乙', 5, 2, [3, 5, 0]), row('丙', 2, 2, [0, 0, 0])],
  whole: row('', 11, 8, [6, 6, 0]),
  reprints: 0,
  waiting: 0,
};
const shown = (reading: Parameters<typeof readRow>[2]['reading'], least = 0) =>
  matrix.rows.map((each) => readRow(each, matrix, { reading, least }).map(({ state, value }) => value ?? state));

describe('what a cell shows', () => {
  test('counts; nothing is silence only where every article is coded', () => {
    expect(shown('plain')).toEqual([
      [3, 1, 0],
      [3, 5, 'not-coded'],
      [0, 0, 0],
    ]);
    expect(readRow(matrix.rows[0] as MatrixRow, matrix, { reading: 'plain', least: 0 })[2]?.state).toBe('silent');
  });

  test('for each article, and as a part of the row', () => {
    expect(shown('per-article')).toEqual([
      [0.75, 0.25, 0],
      [0.6, 1, 'not-coded'],
      [0, 0, 0],
    ]);
    expect(shown('per-row')).toEqual([
      [0.75, 0.25, 0],
      [0.375, 0.625, 'not-coded'],
      ['empty', 'empty', 'empty'],
    ]);
  });

  test('as a part of the column, which is nothing where the column is empty', () => {
    expect(shown('per-column')).toEqual([
      [0.5, 1 / 6, 'empty'],
      [0.5, 5 / 6, 'not-coded'],
      [0, 0, 'empty'],
    ]);
  });

  test('relative emphasis, hidden below a number of passages, without a value where nothing is to be divided', () => {
    expect(shown('emphasis')).toEqual([
      [1.5, 0.5, 'empty'],
      [0.75, 1.25, 'not-coded'],
      ['empty', 'empty', 'empty'],
    ]);
    expect(shown('emphasis', 5)[0]).toEqual(['too-few', 'too-few', 'too-few']);
  });

  test('totals, where there is one', () => {
    const [first, , last] = matrix.rows as [MatrixRow, MatrixRow, MatrixRow];
    expect(readTotal(first, 'plain')).toEqual({ state: 'value', value: 4 });
    expect(readTotal(first, 'per-article')).toEqual({ state: 'value', value: 1 });
    expect(readTotal(first, 'per-row').value).toBeNull();
    expect(readTotal(last, 'plain')).toEqual({ state: 'silent', value: 0 });
    expect(readTotal({ ...last, complete: 1 }, 'plain').state).toBe('not-coded');
  });

  test('a share without any body text to divide by is no value', () => {
    const bare = { ...row('丁', 1, 1, []), cells: [0, null, 1, 1], total: { value: null, articles: 1, passages: 1 } };
    expect(readRow(bare, matrix, { reading: 'plain', least: 0 }).map(({ state }) => state)).toEqual([
      'empty',
      'empty',
      'empty',
    ]);
  });
});

test('rows are sorted by a column, what has no value last either way', () => {
  const { rows, greatest } = readMatrix(matrix, { reading: 'plain', least: 0 });
  const keys = (...by: Parameters<typeof sortRows> extends [unknown, ...infer Rest] ? Rest : never) =>
    sortRows(rows, ...by).map((each) => each.row.key);
  expect(greatest).toBe(5);
  expect(keys('name', false)).toEqual(['甲', '乙', '丙']);
  expect(keys('name', true)).toEqual(['丙', '乙', '甲']);
  expect(keys('articles', true)).toEqual(['乙', '甲', '丙']);
  expect(keys(1, true)).toEqual(['乙', '甲', '丙']);
  expect(keys(2, false)).toEqual(['甲', '丙', '乙']);
  expect(keys(2, true)).toEqual(['甲', '丙', '乙']);
  expect(keys('total', false)).toEqual(['丙', '甲', '乙']);
});

test('the table has every number as it is, and a word where nothing can be said', () => {
  const words = {
    row: '省份',
    articles: '篇數',
    complete: '完成',
    columns: ['1', '2', '3'],
    total: '合計',
    whole: '全部',
    notCoded: '未編碼',
    nameOf: ({ key }: MatrixRow) => key,
  };
  expect(matrixTable(readMatrix(matrix, { reading: 'plain', least: 0 }), words)).toEqual([
    ['省份', '篇數', '完成', '1', '2', '3', '合計'],
    ['甲', '4', '4', '3', '1', '0', '4'],
    ['乙', '5', '2', '3', '5', '未編碼', '8'],
    ['丙', '2', '2', '0', '0', '0', '0'],
    ['全部', '11', '8', '6', '6', '未編碼', '12'],
  ]);
});

describe('the shading', () => {
  test('goes in equal steps up to the greatest value', () => {
    expect([0, 0.1, 1, 2, 5.9, 6].map((value) => heatStep(value, 6))).toEqual([0, 1, 1, 2, 6, 6]);
    expect(heatStep(0.3, 0.3)).toBe(6);
    expect(heatStep(3, 0)).toBe(0);
  });

  test('says of whole numbers only what occurs', () => {
    expect(heatRanges(2, true)).toEqual([
      { step: 3, above: 0, to: 1 },
      { step: 6, above: 1, to: 2 },
    ]);
    expect(heatRanges(12, true).map(({ to }) => to)).toEqual([2, 4, 6, 8, 10, 12]);
    for (const { step, to } of [...heatRanges(17, true), ...heatRanges(0.7, false)].slice(0, 6))
      expect(heatStep(to, 17)).toBe(step);
    expect(heatRanges(0, true)).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('its numbers can be read, and it goes one way, %s', (theme) => {
    const lights = heatColours.map((each) => luminance(each[theme].fill));
    for (const each of heatColours) {
      const [high, low] = [luminance(each[theme].fill), luminance(each[theme].ink)].toSorted((a, b) => b - a);
      expect(((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)).toBeGreaterThan(4.5);
    }
    expect(lights).toEqual(lights.toSorted((a, b) => (theme === 'light' ? b - a : a - b)));
  });
});

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

test('the body of a text: overlaps, pairs, and sentences that are touched', () => {
  const text = '題目\n𠮷一二。三四！\n圖說。\n五六七。';
  const layout = createBodyLayout(() => ({ text, roles: ['title', 'body', 'caption', 'body'] }));
  const span = (from: string, to: string) => ({ start: text.indexOf(from), end: text.indexOf(to) + to.length });
  expect(layout.characters()).toBe(7 + 4);
  expect(layout.charactersBefore(text.indexOf('五') + 1)).toBe(7 + 1);
  expect(layout.charactersBefore(text.length + 5)).toBe(7 + 4);
  expect(layout.sentencesUnder(span('題', '目'))).toEqual([0, 0]);
  expect(layout.sentencesUnder(span('𠮷', '三'))).toEqual([0, 2]);
  expect(layout.sentencesUnder(span('圖', '五'))).toEqual([2, 3]);
});
