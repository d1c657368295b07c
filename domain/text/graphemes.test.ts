import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextGrapheme, normalizeSelection, previousGrapheme, snapToGraphemes, trimSpan } from './graphemes.ts';

const PARTS = [
  '安',
  '全',
  '。',
  ',',
  'a',
  '1',
  '#',
  ' ',
  '\u3000',
  '\u00a0',
  '\u200b',
  '\n',
  '\r',
  '\0',
  '𠮷',
  '〰',
  '㊙',
  '©',
  '👍',
  '🏽',
  '👨',
  '👩',
  '❤',
  '\u200d',
  '\ufe0f',
  '\ufe00',
  '\u{e0100}',
  '\u20e3',
  '🇨',
  '🇳',
  '🇭',
  '🇰',
  '\u0301',
  '\u3099',
  '\u302a',
  '\uff9e',
  '\u0600',
  '\u{110bd}',
  'क',
  '\u094d',
  'त',
  '\u0903',
  'ᄀ',
  'ᅡ',
  'ᆨ',
  '각',
  '\ud842',
  '\udfb7',
  '\ufeff',
  'が',
  'е',
  '\u{e0067}',
  '\u{e007f}',
  '🏴',
];
const difficultText = fc
  .array(fc.constantFrom(...PARTS), { minLength: 1, maxLength: 24 })
  .map((parts) => parts.join(''));

function edgesOf(text: string): number[] {
  const segments = new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text);
  return [...Array.from(segments, ({ index }) => index), text.length];
}

test('segmenting a window gives the edges that segmenting the whole text gives', () => {
  fc.assert(
    fc.property(difficultText, (text) => {
      const edges = edgesOf(text);
      for (let offset = 0; offset <= text.length; offset++) {
        expect(nextGrapheme(text, offset)).toBe(edges.find((edge) => edge > offset) ?? text.length);
        expect(previousGrapheme(text, offset)).toBe(edges.findLast((edge) => edge < offset) ?? 0);
        const start = edges.findLast((edge) => edge <= offset);
        expect(snapToGraphemes(text, { start: offset, end: text.length })).toEqual({ start, end: text.length });
        const end = edges.find((edge) => edge >= offset);
        expect(snapToGraphemes(text, { start: 0, end: offset })).toEqual({ start: 0, end });
      }
    }),
    { numRuns: 3000 },
  );
});

test('every pair of plain characters is an edge whatever stands around it', () => {
  for (const before of PARTS) {
    for (const after of PARTS) {
      const text = `${before}安全${after}`;
      expect(edgesOf(text)).toContain(before.length + 1);
    }
  }
});

test('a selection becomes the smallest run of graphemes over its words, and only once', () => {
  fc.assert(
    fc.property(difficultText, fc.nat(), fc.nat(), (text, a, b) => {
      const [start, end] = [a % (text.length + 1), b % (text.length + 1)];
      const span = { start: Math.min(start, end), end: Math.max(start, end) };
      const normal = normalizeSelection(text, span);
      if (normal === null) {
        expect(text.slice(span.start, span.end)).toMatch(/^[\s\u200b]*$/u);
        return;
      }
      expect(normalizeSelection(text, normal)).toEqual(normal);
      const edges = edgesOf(text);
      expect(edges).toContain(normal.start);
      expect(edges).toContain(normal.end);
      const trimmed = trimSpan(text, span) ?? span;
      expect(edges.filter((edge) => normal.start < edge && edge <= trimmed.start)).toEqual([]);
      expect(edges.filter((edge) => trimmed.end <= edge && edge < normal.end)).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['在\u3000\u00a0安全 \n。', 1, 6, '安全'],
  ['健全國家安全體系,完善', 3, 5, '家安'],
  ['中國特色', 1, 2, '國'],
  ['一家👨‍👩‍👧‍👦好', 4, 5, '👨‍👩‍👧‍👦'],
  ['🇨🇳🇭🇰', 4, 6, '🇭🇰'],
  ['𠮷野', 1, 2, '𠮷'],
  ['か\u3099与', 1, 2, 'か\u3099'],
  ['葛\u{e0100}城', 0, 1, '葛\u{e0100}'],
])('in %j, %i to %i becomes %j', (text, start, end, expected) => {
  const span = normalizeSelection(text, { start, end });
  expect(span && text.slice(span.start, span.end)).toBe(expected);
});

test('nothing but white space, or nothing at all, is no selection', () => {
  expect(normalizeSelection('一 \u3000\n二', { start: 1, end: 4 })).toBeNull();
  expect(normalizeSelection('一二', { start: 1, end: 1 })).toBeNull();
});

test.each([
  [2, 1],
  [-1, 1],
  [0, 3],
  [0.5, 1],
])('%s to %s in a text of two is refused', (start, end) => {
  expect(() => normalizeSelection('一二', { start, end })).toThrow(RangeError);
  expect(() => snapToGraphemes('一二', { start, end })).toThrow(RangeError);
});
