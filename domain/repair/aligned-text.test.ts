import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../text/well-formed.ts';
import { type AlignedRow, alignText } from './aligned-text.ts';
import { repairEntries } from './repair-entries.ts';

const side = (rows: readonly AlignedRow[], which: 'before' | 'after') =>
  rows
    .map(({ segments }) => segments.map((each) => (each.kind === 'same' ? each.text : each[which])).join(''))
    .join('\n');

describe('alignText', () => {
  test('both sides are the two texts, whatever the changes', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '\n', '𠮷', 'x'), maxLength: 30 });
    const cuts = fc.array(fc.tuple(fc.nat(8), fc.nat(3), fc.constantFrom(null, '', '新', '新\n行')), { maxLength: 6 });
    fc.assert(
      fc.property(text, cuts, (imported, given) => {
        let reached = 0;
        const changes = given.flatMap(([gap, length, insert], at) => {
          const start = reached + gap;
          const end = start + length;
          reached = end;
          return end > imported.length ? [] : [{ id: String(at), start, end, insert }];
        });
        const rows = alignText(imported, changes);
        expect(side(rows, 'before')).toBe(imported);
        const made = changes.flatMap(({ start, end, insert }) => (insert === null ? [] : [{ start, end, insert }]));
        expect(side(rows, 'after')).toBe(applyChanges(imported, made));
        for (const { start, segments } of rows) {
          const [first] = segments;
          if (first?.kind === 'same') expect(first.start).toBe(start);
        }
      }),
      { numRuns: 2000 },
    );
  });
});

describe('repairEntries', () => {
  const repair = (start: number, kind: string, place: number | null) => ({
    id: `r${start}`,
    start,
    end: start + 2,
    kind,
    place,
    decision: 'open' as const,
    certain: false,
    at: { start, end: start + 2 },
  });

  test('what belongs to one place is one entry, led by what is no pinyin', () => {
    const all = [repair(0, 'inline-pinyin', null), repair(4, 'inline-pinyin', 1), repair(8, 'gbk-shift', 1)];
    const entries = repairEntries([...all, repair(12, 'gbk-shift', 2)]);
    expect(entries.map(({ id, end, leading }) => [id, end, leading.kind])).toEqual([
      ['r0', 2, 'inline-pinyin'],
      ['r4', 10, 'gbk-shift'],
      ['r12', 14, 'gbk-shift'],
    ]);
    expect(repairEntries([])).toEqual([]);
  });
});
