import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { snapToGraphemes } from '#domain/text/graphemes.ts';
import { paragraphsOf } from '#domain/text/paragraphs.ts';
import { spansOverlap } from '#domain/text/span.ts';
import { blocksTouching, textBlocks } from './text-blocks.ts';

const texts = fc
  .array(fc.tuple(fc.constantFrom('黨', '𠮷', '👩‍👩‍👧', 'e\u0301', '\n'), fc.integer({ min: 1, max: 200 })), {
    maxLength: 12,
  })
  .map((parts) => parts.map(([part, times]) => part.repeat(part === '\n' ? 1 : times)).join(''));

test('blocks cover the text but for its line feeds, in order, on grapheme edges, none of them long', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const blocks = textBlocks(text, paragraphsOf(text));
      let last = 0;
      for (const block of blocks) {
        expect(text.slice(last, block.start)).toMatch(/^\n*$/);
        expect(text.slice(block.start, block.end)).not.toContain('\n');
        expect(snapToGraphemes(text, block)).toEqual(block);
        expect(block.end - block.start).toBeGreaterThan(0);
        expect(block.end - block.start).toBeLessThanOrEqual(240);
        last = block.end;
      }
      expect(text.slice(last)).toMatch(/^\n*$/);
    }),
  );
});

test('the blocks found are those that overlap the span', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.nat(), (text, one, other) => {
      const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].toSorted((a, b) => a - b);
      const blocks = textBlocks(text, paragraphsOf(text));
      const { low, high } = blocksTouching(blocks, { start, end });
      const found = blocks.filter((block) => spansOverlap(block, { start, end }));
      if (start < end) expect(blocks.slice(low, high)).toEqual(found);
      else expect(found).toEqual([]);
    }),
  );
});
