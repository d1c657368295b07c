import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { findApproximate, leastEditsFrom, preparePattern } from './approximate-match.ts';

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

const word = (least: number, most: number) =>
  fc
    .array(fc.constantFrom('安', '全', '國', '家'), { minLength: least, maxLength: most })
    .map((units) => units.join(''));
const shortOrLong = fc.oneof(word(1, 6), word(30, 34), word(62, 70));

test('least edits agree with the edit distance to every beginning and every ending', () => {
  fc.assert(
    fc.property(shortOrLong, word(0, 40), (pattern, text) => {
      const beginnings = Array.from({ length: text.length + 1 }, (_, n) => editDistance(pattern, text.slice(0, n)));
      expect(leastEditsFrom(preparePattern(pattern), text, 0, 1, text.length)).toBe(Math.min(...beginnings));
      const endings = Array.from({ length: text.length + 1 }, (_, n) => editDistance(pattern, text.slice(n)));
      expect(leastEditsFrom(preparePattern(pattern, true), text, text.length, -1, text.length)).toBe(
        Math.min(...endings),
      );
    }),
    { numRuns: 200 },
  );
});

test('every variant costs what it says, and the best place of all is among them', () => {
  fc.assert(
    fc.property(word(2, 9), word(0, 40), fc.nat(100), (quote, text, share) => {
      const maxErrors = share % quote.length;
      const matches = findApproximate(text, quote, maxErrors, 10);
      for (const { errors, variants } of matches) {
        expect(errors).toBeLessThanOrEqual(maxErrors);
        expect(variants.length).toBeGreaterThan(0);
        for (const { start, end } of variants) expect(editDistance(quote, text.slice(start, end))).toBe(errors);
      }
      let least = Number.POSITIVE_INFINITY;
      for (let start = 0; start <= text.length; start++) {
        for (let end = start; end <= text.length; end++)
          least = Math.min(least, editDistance(quote, text.slice(start, end)));
      }
      expect(matches[0]?.errors ?? Number.POSITIVE_INFINITY).toBe(
        least <= maxErrors ? least : Number.POSITIVE_INFINITY,
      );
    }),
    { numRuns: 300 },
  );
});

test('a changed quote above 32 and 64 units is found where it stands', () => {
  const units = Array.from({ length: 100 }, (_, index) => String.fromCodePoint(0x4e00 + index * 7));
  const filler = Array.from({ length: 3000 }, (_, index) => String.fromCodePoint(0x6000 + ((index * 37) % 4000))).join(
    '',
  );
  const changed = units.with(3, '改').with(40, '改').toSpliced(70, 1).join('');
  const text = filler + changed + filler;
  const [match, ...others] = findApproximate(text, units.join(''), 30, 10);
  expect(match).toEqual({ errors: 3, variants: [{ start: 3000, end: 3000 + changed.length }] });
  expect(others).toEqual([]);
});

test('no place is missed, whatever the edits: at most 30 % of a quote of different units', () => {
  const edit = fc.tuple(fc.nat(), fc.constantFrom('insert', 'delete', 'replace'));
  fc.assert(
    fc.property(
      fc.integer({ min: 4, max: 45 }),
      fc.array(edit, { maxLength: 13 }),
      fc.nat(60),
      (length, edits, lead) => {
        const quote = Array.from({ length }, (_, index) => String.fromCodePoint(0x4e00 + index * 11));
        const maxErrors = Math.floor(length * 0.3);
        let changed = quote;
        for (const [where, what] of edits.slice(0, maxErrors)) {
          const put = what === 'delete' ? [] : ['甲'];
          changed = changed.toSpliced(where % changed.length, what === 'insert' ? 0 : 1, ...put);
        }
        const text = '乙'.repeat(lead) + changed.join('') + '丙'.repeat(40);
        const pattern = preparePattern(quote.join(''));
        const starts = Array.from({ length: text.length }, (_, start) => start);
        const least = Math.min(...starts.map((start) => leastEditsFrom(pattern, text, start, 1, 2 * length)));
        expect(findApproximate(text, quote.join(''), maxErrors, 10)[0]?.errors).toBe(least);
      },
    ),
    { numRuns: 1000 },
  );
});

test('an error bound that allows anything is refused', () => {
  expect(() => findApproximate('安全', '安', 1, 1)).toThrow(RangeError);
  expect(() => findApproximate('安全', '安', -1, 1)).toThrow(RangeError);
});
