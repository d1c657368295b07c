import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSpanOf, spanContains, spanLength, spansOverlap, unionLength } from './span.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const unitsOf = ({ start, end }: { start: number; end: number }) =>
  new Set(Array.from({ length: end - start }, (_, index) => start + index));

test('overlap, containment and union agree with sets of code units', () => {
  fc.assert(
    fc.property(fc.array(span, { minLength: 2, maxLength: 6 }), (spans) => {
      const [a = { start: 0, end: 0 }, b = a] = spans;
      expect(spansOverlap(a, b)).toBe([...unitsOf(a)].some((unit) => unitsOf(b).has(unit)));
      if (spanLength(b) > 0) expect(spanContains(a, b)).toBe([...unitsOf(b)].every((unit) => unitsOf(a).has(unit)));
      expect(unionLength(spans)).toBe(new Set(spans.flatMap((one) => [...unitsOf(one)])).size);
    }),
  );
});

test('touching spans do not overlap; a span contains itself', () => {
  expect(spansOverlap({ start: 0, end: 2 }, { start: 2, end: 4 })).toBe(false);
  expect(spanContains({ start: 2, end: 4 }, { start: 2, end: 4 })).toBe(true);
});

test.each([
  [0, 3, true],
  [0, 1, false],
  [1, 3, false],
  [2, 2, false],
  [2, 1, false],
  [-1, 2, false],
  [2, 5, false],
  [0.5, 2, false],
  [Number.NaN, 2, false],
])('whether %s to %s is a span of 𠮷野家', (start, end, expected) => {
  expect(isSpanOf('𠮷野家', { start, end })).toBe(expected);
});
