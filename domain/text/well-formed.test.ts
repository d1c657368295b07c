import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyChanges, invertChanges, makeWellFormed } from './well-formed.ts';

const damaged = fc
  .array(fc.constantFrom('安', '𠮷', '\r', '\n', '\r\n', '\0', '\ufeff', '\ud842', '\udfb7', '\u3000', '\u200b', 'é'), {
    maxLength: 20,
  })
  .map((parts) => parts.join(''));

test('each damage is put right and logged with its place and reason', () => {
  const { text, changes } = makeWellFormed('\ufeff一\r\n二\r三\0四\ud842五\udfb7\n六𠮷');
  expect(text).toBe('一\n二\n三四\ufffd五\ufffd\n六𠮷');
  expect(changes).toEqual([
    { start: 0, end: 1, insert: '', kind: 'repair', reason: 'byte-order-mark' },
    { start: 2, end: 4, insert: '\n', kind: 'repair', reason: 'line-ending' },
    { start: 5, end: 6, insert: '\n', kind: 'repair', reason: 'line-ending' },
    { start: 7, end: 8, insert: '', kind: 'repair', reason: 'nul' },
    { start: 9, end: 10, insert: '\ufffd', kind: 'repair', reason: 'lone-surrogate' },
    { start: 11, end: 12, insert: '\ufffd', kind: 'repair', reason: 'lone-surrogate' },
  ]);
});

test('nothing else is altered: widths, spaces, composed and decomposed letters, marks inside the text stay', () => {
  const text = 'A，,　\u00a0\u200b\ufeffé e\u0301 ﹁裏里\t\u2028𠮷\u{e0100}';
  expect(makeWellFormed(text)).toEqual({ text, changes: [] });
});

test('the result is well-formed, the changes lead there and back, and a second pass finds nothing', () => {
  fc.assert(
    fc.property(damaged, (raw) => {
      const { text, changes } = makeWellFormed(raw);
      expect(text).not.toMatch(/\p{Surrogate}/u);
      expect(text).not.toMatch(/^\ufeff|\r|\0/u);
      expect(makeWellFormed(text)).toEqual({ text, changes: [] });
      expect(applyChanges(raw, changes)).toBe(text);
      expect(applyChanges(text, invertChanges(raw, changes))).toBe(raw);
    }),
    { numRuns: 1000 },
  );
});

test('inverting keeps kind and reason, and inverting twice gives the changes again', () => {
  const changes = [
    { start: 0, end: 1, insert: '甲乙', kind: 'correction', reason: 'typo' },
    { start: 1, end: 1, insert: '丙', kind: 'correction', reason: 'omission' },
    { start: 3, end: 5, insert: '', kind: 'repair', reason: 'gloss' },
  ];
  const inverse = invertChanges('一二三四五六', changes);
  expect(applyChanges('一二三四五六', changes)).toBe('甲乙丙二三六');
  expect(inverse).toEqual([
    { start: 0, end: 2, insert: '一', kind: 'correction', reason: 'typo' },
    { start: 2, end: 3, insert: '', kind: 'correction', reason: 'omission' },
    { start: 5, end: 5, insert: '四五', kind: 'repair', reason: 'gloss' },
  ]);
  expect(invertChanges('甲乙丙二三六', inverse)).toEqual(changes);
});

const change = (start: number, end: number) => ({ start, end, insert: '新' });
test.each([
  ['overlapping', [change(0, 2), change(1, 3)]],
  ['out of order', [change(2, 3), change(0, 1)]],
  ['reversed', [change(2, 1)]],
  ['before the text', [change(-1, 1)]],
  ['after the text', [change(2, 4)]],
  ['not whole', [change(0.5, 1)]],
])('%s changes are refused', (_what, changes) => {
  expect(() => applyChanges('一二三', changes)).toThrow(RangeError);
  expect(() => invertChanges('一二三', changes)).toThrow(RangeError);
});
