import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignLanes, flattenSpans, smallestAt } from './segments.ts';

const spans = fc
  .array(fc.tuple(fc.nat(15), fc.nat(15)), { maxLength: 12 })
  .map((pairs) =>
    pairs.map(([a, b], index) => ({ id: `s${(index * 7) % 13}-${index}`, start: Math.min(a, b), end: Math.max(a, b) })),
  );
const idsOver = (all: { id: string; start: number; end: number }[], offset: number) =>
  all
    .filter((span) => span.start <= offset && offset < span.end)
    .toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))
    .map((span) => span.id);

test('segments name exactly the spans over every offset, in order, and are as few as can be', () => {
  fc.assert(
    fc.property(spans, fc.option(fc.tuple(fc.nat(15), fc.nat(15)), { nil: undefined }), (all, bounds) => {
      const within = bounds && { start: Math.min(...bounds), end: Math.max(...bounds) };
      const segments = within ? flattenSpans(all, within) : flattenSpans(all);
      for (let offset = 0; offset < 16; offset++) {
        const seen = segments.filter((segment) => segment.start <= offset && offset < segment.end);
        const inside = !within || (within.start <= offset && offset < within.end);
        const ids = inside ? idsOver(all, offset) : [];
        expect(seen.map((segment) => segment.ids)).toEqual(ids.length > 0 ? [ids] : []);
      }
      for (const [index, segment] of segments.entries()) {
        const previous = segments[index - 1];
        if (previous?.end === segment.start) expect(segment.ids).not.toEqual(previous.ids);
        if (previous) expect(segment.start).toBeGreaterThanOrEqual(previous.end);
      }
    }),
    { numRuns: 1000 },
  );
});

test('spans of one lane never overlap, and no lane too many is used', () => {
  fc.assert(
    fc.property(spans, (all) => {
      const solid = all.filter((span) => span.start < span.end);
      const lanes = assignLanes(solid);
      expect(lanes.size).toBe(solid.length);
      for (const a of solid) {
        for (const b of solid) {
          if (a.id !== b.id && lanes.get(a.id) === lanes.get(b.id))
            expect(a.start >= b.end || b.start >= a.end).toBe(true);
        }
      }
      const deepest = Math.max(0, ...Array.from({ length: 16 }, (_, offset) => idsOver(solid, offset).length));
      expect(new Set(lanes.values()).size).toBe(deepest);
    }),
  );
});

test('the smallest span over an offset comes first', () => {
  const all = [
    { id: 'wide', start: 0, end: 9 },
    { id: 'late', start: 4, end: 6 },
    { id: 'early', start: 3, end: 5 },
    { id: 'beside', start: 5, end: 6 },
  ];
  expect(smallestAt(all, 4).map((span) => span.id)).toEqual(['early', 'late', 'wide']);
  expect(smallestAt(all, 9)).toEqual([]);
});
