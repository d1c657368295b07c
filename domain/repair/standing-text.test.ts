import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges } from '../text/well-formed.ts';
import { placeAfter } from './repair-places.ts';
import { standingText } from './standing-text.ts';

test('text and places are those that the accepted changes give', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '\n', '𠮷'), maxLength: 40 });
  const cuts = fc.array(fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 4 }), fc.constantFrom(null, '', '新', '新文')), {
    maxLength: 8,
  });
  fc.assert(
    fc.property(text, cuts, (imported, given) => {
      let reached = 0;
      const repairs = given.flatMap(([gap, size, insert]) => {
        const start = reached + gap;
        reached = start + size;
        return reached > imported.length ? [] : [{ start, end: reached, insert }];
      });
      const changes = repairs.flatMap(({ start, end, insert }) => (insert === null ? [] : [{ start, end, insert }]));
      const { text: changed, at } = standingText(imported, repairs);
      expect(changed).toBe(applyChanges(imported, changes));
      expect(at).toEqual(repairs.map((repair) => placeAfter(changes, repair)));
    }),
    { numRuns: 2000 },
  );
});
