import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readChineseNumeral } from './chinese-numeral.ts';

const digits = '〇一二三四五六七八九';

function digit(value: number): string {
  return value === 0 ? '' : (digits[value] ?? '');
}

function write(value: number): string {
  const [hundreds, tens, units] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  if (hundreds === 0) return (tens === 0 ? '' : `${tens === 1 ? '' : digit(tens)}十`) + digit(units);
  return `${digit(hundreds)}百${tens === 0 ? (units === 0 ? '' : '零') : `${digit(tens)}十`}${digit(units)}`;
}

test('every numeral from 1 to 999 is read as written', () => {
  for (let value = 1; value <= 999; value++) expect([value, readChineseNumeral(write(value))]).toEqual([value, value]);
});

test.each([
  ['五一', 51],
  ['一〇三', 103],
  ['一百一十', 110],
])('%s is %i', (text, value) => {
  expect(readChineseNumeral(text)).toBe(value);
});

test.each(['', '零', '百', '国', '十百', '五十一条', '一百零', '一百零十', '51', '零五'])('%j is none', (text) => {
  expect(readChineseNumeral(text)).toBeNull();
});

test('no text makes it throw or leave its range', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('〇', '零', '一', '五', '九', '十', '百', '国') }), (text) => {
      const value = readChineseNumeral(text);
      expect(value === null || (value >= 1 && value <= 999)).toBe(true);
    }),
  );
});
