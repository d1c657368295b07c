import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from '../text/well-formed.ts';
import { placeAfter } from './repair-places.ts';

const TEXT = '0123456789';
const cuts = fc
  .uniqueArray(fc.nat(TEXT.length), { minLength: 2, maxLength: 8 })
  .map((all) => all.toSorted((a, b) => a - b));
const stretches = cuts.chain((all) =>
  fc.tuple(
    ...all.slice(1).map((end, at) =>
      fc.record({
        start: fc.constant(all[at] ?? 0),
        end: fc.constant(end),
        insert: fc.constantFrom('', 'x', 'yz', 'long one'),
        taken: fc.boolean(),
      }),
    ),
  ),
);

test('a change stands around what was put in, and what is left around itself, touching ones too', () => {
  fc.assert(
    fc.property(stretches, (all) => {
      const changes = all.filter(({ taken }) => taken);
      const text = applyChanges(TEXT, changes);
      for (const each of all) {
        const { start, end } = placeAfter(changes, each);
        expect(text.slice(start, end)).toBe(each.taken ? each.insert : TEXT.slice(each.start, each.end));
      }
    }),
    { numRuns: 2000 },
  );
});

test('an end inside a change moves to its edge', () => {
  const changes = [{ start: 2, end: 5, insert: 'abcd' }];
  expect(placeAfter(changes, { start: 3, end: 7 })).toEqual({ start: 2, end: 8 });
  expect(placeAfter(changes, { start: 1, end: 4 })).toEqual({ start: 1, end: 6 });
  expect(placeAfter(changes, { start: 6, end: 6 })).toEqual({ start: 7, end: 7 });
});
