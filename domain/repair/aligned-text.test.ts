import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyChanges } from '../text/well-formed.ts';
import { type AlignedRow, alignText } from './aligned-text.ts';

const side = (rows: readonly AlignedRow[], which: 'before' | 'after') =>
  rows
    .map(({ continued, segments }, at) => {
      const words = segments.map((each) => (each.kind === 'same' ? each.text : each[which])).join('');
      return continued || at === 0 ? words : `\n${words}`;
    })
    .join('');

const changesIn = (imported: string, given: readonly (readonly [number, number, string | null])[]) => {
  let reached = 0;
  return given.flatMap(([gap, length, insert], at) => {
    const start = reached + gap;
    const end = start + length;
    reached = end;
    return end > imported.length ? [] : [{ id: String(at), start, end, insert }];
  });
};

describe('alignText', () => {
  const inserts = fc.constantFrom(null, '', '新', '新\n行');

  test('both sides are the two texts, whatever the changes', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '\n', '𠮷', 'x'), maxLength: 30 });
    const cuts = fc.array(fc.tuple(fc.nat(8), fc.nat(3), inserts), { maxLength: 6 });
    fc.assert(
      fc.property(text, cuts, (imported, given) => {
        const changes = changesIn(imported, given);
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

  test('long paragraphs are parted behind sentences, and both sides are still the two texts', () => {
    const clause = fc.constantFrom(
      '推進國家安全體系建設，',
      '完善公共安全治理機(jī)制。',
      '他說：“要抓好。”',
      '\n',
      '𠮷',
    );
    const text = fc.array(clause, { minLength: 60, maxLength: 160 }).map((clauses) => clauses.join(''));
    const cuts = fc.array(fc.tuple(fc.nat(90), fc.nat(5), inserts), { maxLength: 12 });
    fc.assert(
      fc.property(text, cuts, (imported, given) => {
        const changes = changesIn(imported, given);
        const rows = alignText(imported, changes);
        expect(side(rows, 'before')).toBe(imported);
        for (const [at, { start, continued }] of rows.entries()) {
          if (continued) expect(imported.slice(0, start)).toMatch(/[。！？；!?…][”’」』）)]*$/u);
          expect(start).toBeGreaterThanOrEqual(rows[at - 1]?.start ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a paragraph of one long breath is parted where its sentences end; a short one is not', () => {
    const sentence = `${'國'.repeat(99)}。`;
    const rows = alignText(`${sentence.repeat(9)}\n${sentence.repeat(2)}`, []);
    expect(rows.map(({ start, continued }) => [start, continued])).toEqual([
      [0, false],
      [300, true],
      [600, true],
      [901, false],
    ]);
  });
});
