import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkAnchor, createAnchor } from './anchor.ts';

test('quote and 32 units of context on either side', () => {
  const text = `${'前'.repeat(40)}國家安全${'後'.repeat(40)}`;
  expect(createAnchor(text, { start: 40, end: 44 })).toEqual({
    start: 40,
    end: 44,
    exact: '國家安全',
    prefix: '前'.repeat(32),
    suffix: '後'.repeat(32),
  });
});

test('context never splits a surrogate pair', () => {
  const text = `${'𠮷'.repeat(20)}安${'𬶍'.repeat(20)}`;
  expect(createAnchor(text, { start: 40, end: 41 })).toMatchObject({
    prefix: '𠮷'.repeat(16),
    suffix: '𬶍'.repeat(16),
  });
  const odd = `𠮷${'一'.repeat(31)}安${'二'.repeat(31)}𬶍`;
  expect(createAnchor(odd, { start: 33, end: 34 })).toMatchObject({ prefix: '一'.repeat(31), suffix: '二'.repeat(31) });
});

test('an anchor fits the text it was made from, and no text that differs in quote or context', () => {
  const part = fc.constantFrom('安', '全', '𠮷', '👍🏽', '\n');
  const parts = fc.array(part, { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(parts, fc.nat(), fc.nat(), fc.nat(), (list, a, b, c) => {
      const from = a % list.length;
      const to = from + 1 + (b % (list.length - from));
      const start = list.slice(0, from).join('').length;
      const anchor = createAnchor(list.join(''), { start, end: start + list.slice(from, to).join('').length });
      expect(checkAnchor(list.join(''), anchor)).toBe(true);
      expect(anchor.prefix + anchor.suffix).not.toMatch(/\p{Surrogate}/u);
      expect(anchor.prefix.length).toBeLessThanOrEqual(32);
      expect(anchor.prefix.length).toBeGreaterThanOrEqual(Math.min(start, 31));

      const at = c % list.length;
      const offset = list.slice(0, at).join('').length;
      const reached = offset >= anchor.start - anchor.prefix.length && offset < anchor.end + anchor.suffix.length;
      const other = [...list.slice(0, at), '異'.repeat(list[at]?.length ?? 0), ...list.slice(at + 1)].join('');
      if (reached) expect(checkAnchor(other, anchor)).toBe(false);
    }),
    { numRuns: 500 },
  );
});

test.each([
  [0, 0],
  [1, 0],
  [0, 5],
  [-1, 1],
  [0, 1],
])('%s to %s of 𠮷野家 is refused', (start, end) => {
  expect(() => createAnchor('𠮷野家', { start, end })).toThrow(RangeError);
});

test('an anchor whose span and quote disagree, or that lies outside the text, does not fit', () => {
  const anchor = { start: 1, end: 3, exact: '全', prefix: '安', suffix: '體' };
  expect(checkAnchor('安全體系', anchor)).toBe(false);
  expect(checkAnchor('安', anchor)).toBe(false);
  expect(checkAnchor('', { start: 0, end: 0, exact: '', prefix: '', suffix: '' })).toBe(false);
});
