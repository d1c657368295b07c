import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences, type Run } from './differences.ts';

const shown = (runs: readonly Run[]) => runs.map(({ text, same }) => (same ? text : `[${text}]`)).join('');

test.each([
  ['建立風險排查機制', '建立起風險隱患排查新機制', '建立風險排查機制', '建立[起]風險[隱患]排查[新]機制'],
  ['隱患要早發現', '問題要早發現', '[隱患]要早發現', '[問題]要早發現'],
  ['相同', '相同', '相同', '相同'],
  ['', '新', '', '[新]'],
  ['𠮷野家', '吉野家', '[𠮷]野家', '[吉]野家'],
])('%s against %s', (before, after, shownBefore, shownAfter) => {
  const found = differences(before, after);
  expect(shown(found.before)).toBe(shownBefore);
  expect(shown(found.after)).toBe(shownAfter);
});

test('the runs are the texts, and what is alike is alike', () => {
  const word = fc.string({ unit: fc.constantFrom('安', '全', '國', '家', '𠮷'), maxLength: 24 });
  fc.assert(
    fc.property(word, word, (before, after) => {
      const found = differences(before, after);
      expect(found.before.map(({ text }) => text).join('')).toBe(before);
      expect(found.after.map(({ text }) => text).join('')).toBe(after);
      const alike = (runs: readonly Run[]) => runs.flatMap(({ text, same }) => (same ? text : [])).join('');
      expect(alike(found.before)).toBe(alike(found.after));
    }),
  );
});

test('long texts are compared at their ends alone', () => {
  const long = '甲'.repeat(900);
  const found = differences(`頭${long}尾`, `頭${'乙'.repeat(900)}尾`);
  expect(found.before.map(({ same }) => same)).toEqual([true, false, true]);
});
