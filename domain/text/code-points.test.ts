import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codePointOffset, codePointSpan, createCodePointIndex, utf16Offset, utf16Span } from './code-points.ts';

const mixedText = fc
  .array(fc.constantFrom('安', '𠮷', '𬶍', 'a', '👍🏽', '\ud842', '\udfb7', '\n'), { maxLength: 30 })
  .map((parts) => parts.join(''));

test('offsets agree with counting code points, one by one and through an index', () => {
  fc.assert(
    fc.property(mixedText, (text) => {
      const index = createCodePointIndex(text);
      const characters = Array.from(text);
      expect(index.length).toBe(characters.length);
      let at = 0;
      for (let count = 0; count <= characters.length; count++) {
        expect(codePointOffset(text, at)).toBe(count);
        expect(index.codePointOffset(at)).toBe(count);
        expect(utf16Offset(text, count)).toBe(at);
        expect(index.utf16Offset(count)).toBe(at);
        if (characters[count]?.length === 2) {
          const inside = at + 1;
          expect(() => codePointOffset(text, inside)).toThrow(RangeError);
          expect(() => index.codePointOffset(inside)).toThrow(RangeError);
        }
        at += characters[count]?.length ?? 0;
      }
    }),
  );
});

test('spans go over and back', () => {
  const text = '裏的𠮷野與𬶍魚';
  const span = { start: 2, end: 8 };
  const counted = { codePointStart: 2, codePointEnd: 6 };
  expect(text.slice(span.start, span.end)).toBe('𠮷野與𬶍');
  expect(codePointSpan(text, span)).toEqual(counted);
  expect(utf16Span(text, counted)).toEqual(span);
  expect(createCodePointIndex(text).codePointSpan(span)).toEqual(counted);
  expect(createCodePointIndex(text).utf16Span(counted)).toEqual(span);
});

describe('offsets outside the text are refused', () => {
  const index = createCodePointIndex('𠮷a');
  test.each([-1, 4, 0.5, Number.NaN])('UTF-16 offset %s', (offset) => {
    expect(() => codePointOffset('𠮷a', offset)).toThrow(RangeError);
    expect(() => index.codePointOffset(offset)).toThrow(RangeError);
  });
  test.each([-1, 3, 0.5, Number.NaN])('code-point offset %s', (offset) => {
    expect(() => utf16Offset('𠮷a', offset)).toThrow(RangeError);
    expect(() => index.utf16Offset(offset)).toThrow(RangeError);
  });
});
