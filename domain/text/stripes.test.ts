import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packStripes } from './stripes.ts';

const packing = { join: 6, apart: 2 };
const spans = fc
  .array(fc.tuple(fc.nat(60), fc.nat(12), fc.constantFrom('a', 'b', 'c', 'd')), { maxLength: 14 })
  .map((all) => all.map(([start, length, group], at) => ({ id: `s${at}`, start, end: start + length, group })));

test('in a lane only spans of one group come near each other, and a group keeps its lane where it goes on', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const { lanes, count } = packStripes(all, packing);
      expect(lanes.size).toBe(all.length);
      for (const one of all) {
        expect(lanes.get(one.id)).toBeLessThan(count);
        for (const other of all) {
          if (other.start < one.start) continue;
          const between = other.start - one.end;
          const sameLane = lanes.get(one.id) === lanes.get(other.id);
          if (one.group === other.group && between < packing.join) expect(sameLane).toBe(true);
          if (one.group !== other.group && between < packing.apart) expect(sameLane).toBe(false);
        }
      }
    }),
  );
});

test('a lane is given to others where its group pauses', () => {
  const { lanes, count } = packStripes(
    [
      { id: 'a1', start: 0, end: 10, group: 'a' },
      { id: 'a2', start: 14, end: 20, group: 'a' },
      { id: 'b1', start: 5, end: 8, group: 'b' },
      { id: 'b2', start: 40, end: 44, group: 'b' },
      { id: 'c1', start: 60, end: 70, group: 'c' },
    ],
    packing,
  );
  expect([...lanes]).toEqual([
    ['a1', 0],
    ['a2', 0],
    ['b1', 1],
    ['b2', 0],
    ['c1', 0],
  ]);
  expect(count).toBe(2);
  expect(packStripes([], packing)).toEqual({ lanes: new Map(), count: 0 });
});
