import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type NetChange, netChanges } from '../text/carry.ts';
import { invertChanges } from '../text/well-formed.ts';
import { type Alteration, alterationsIn, quotePassage } from './quote-passage.ts';

const plain = (text: string) => ({ slice: (start: number, end: number) => text.slice(start, end), convert: String });

describe('a passage', () => {
  const text = '甲乙丙丁戊';
  const alterations: Alteration[] = [
    { start: 1, end: 2, before: '億' },
    { start: 4, end: 4, before: 'pīnyīn' },
  ];
  const span = { start: 0, end: 5 };

  test('is read, marked or given as imported', () => {
    const modes = (['as-read', 'marked', 'imported'] as const).map((mode) =>
      quotePassage(span, alterations, mode, plain(text)),
    );
    expect(modes).toEqual(['甲乙丙丁戊', '甲〔乙〕丙丁〔〕戊', '甲億丙丁pīnyīn戊']);
  });

  test('has nothing to do with what was altered beside it', () => {
    expect(alterationsIn({ start: 2, end: 4 }, alterations)).toEqual([]);
    expect(quotePassage({ start: 2, end: 4 }, alterations, 'imported', plain(text))).toBe('丙丁');
  });
});

test('any changes: the whole text as imported is what was imported', () => {
  const letters = fc.string({ unit: fc.constantFrom('甲', '乙', '𠮷', '\n'), maxLength: 12 });
  fc.assert(
    fc.property(letters, fc.array(fc.tuple(fc.nat(12), fc.nat(3), letters), { maxLength: 4 }), (imported, edits) => {
      let text = imported;
      const steps: NetChange[] = edits.map(([at, length, insert]) => {
        const start = Math.min(at, text.length);
        const end = Math.min(start + length, text.length);
        text = text.slice(0, start) + insert + text.slice(end);
        return { start, end, insert };
      });
      const alterations = invertChanges(imported, netChanges(steps, imported)).map(
        ({ start, end, insert: before }) => ({ start, end, before }),
      );
      const inner = alterations.every(({ start, end }) => start < end || (start > 0 && end < text.length));
      fc.pre(inner && text.length > 0);
      expect(quotePassage({ start: 0, end: text.length }, alterations, 'imported', plain(text))).toBe(imported);
      const marked = quotePassage({ start: 0, end: text.length }, alterations, 'marked', plain(text));
      expect(marked.replaceAll(/[〔〕]/g, '')).toBe(text);
    }),
  );
});
