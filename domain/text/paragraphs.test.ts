import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { paragraphIndexAt, paragraphsOf } from './paragraphs.ts';

test('paragraphs are what stands between line feeds, and every offset belongs to one', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('安', '𠮷', '\n'), { maxLength: 20 }), (parts) => {
      const text = parts.join('');
      const paragraphs = paragraphsOf(text);
      expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual(text.split('\n'));
      expect(paragraphs.map(({ index }) => index)).toEqual([...paragraphs.keys()]);
      for (let offset = 0; offset <= text.length; offset++) {
        expect(paragraphIndexAt(paragraphs, offset)).toBe(text.slice(0, offset).split('\n').length - 1);
      }
    }),
  );
});

test.each([-1, 4, Number.NaN])('offset %s outside the text is refused', (offset) => {
  expect(() => paragraphIndexAt(paragraphsOf('一\n二'), offset)).toThrow(RangeError);
});
