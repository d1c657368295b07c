import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { uniqueStretches } from './unique-stretches.ts';

const of = (text: string, other: string) =>
  uniqueStretches(text, other).map(({ start, end }) => text.slice(start, end));

test('what only one of two texts has, whatever the script', () => {
  const text = '完善公共安全治理機制，山西各地抓緊落實，健全社會治理體系。';
  expect(of(text, '完善公共安全治理机制。健全社会治理体系。')).toEqual(['，山西各地抓緊落實，']);
  expect(of(text, text)).toEqual([]);
  expect(of(text, '')).toEqual([text]);
  expect(of('', text)).toEqual([]);
});

test('covered is what stands in a run both have, and nothing else', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 30 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const stretches = uniqueStretches(one, other);
      const isUnique = (at: number) => stretches.some(({ start, end }) => start <= at && at < end);
      for (let at = 0; at < one.length; at++) {
        const shared = [0, 1, 2, 3, 4, 5].some((back) => {
          const run = at - back < 0 ? '' : one.slice(at - back, at - back + 6);
          return run.length === 6 && other.includes(run);
        });
        expect(isUnique(at)).toBe(!shared);
      }
    }),
    { numRuns: 1000 },
  );
});
