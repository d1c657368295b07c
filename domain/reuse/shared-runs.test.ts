import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitsPair } from '../text/span.ts';
import { foldedRange, foldedString, foldText, spanOf } from './folded-text.ts';
import { findSharedRuns } from './shared-runs.ts';

const folded = (text: string) => foldedString(foldText(text));
// Both scripts, wide and narrow, beyond the BMP, one to many, compatibility, combining, punctuation, white space.
const UNITS = [
  '國',
  '国',
  '安',
  '全',
  'Ａ',
  'a',
  '𠮷',
  '𩸽',
  '㍿',
  '㎡',
  'ﬁ',
  '½',
  '㈠',
  '豈',
  '你',
  'é',
  'e',
  '\u0301',
  '\u{2F80F}',
];
const SILENT = ['，', ',', '。', '　', '\n', '“', '”', '\u{FE0F}', '😀', '—'];
const mixed = fc.string({ unit: fc.constantFrom(...UNITS, ...SILENT), maxLength: 30 });

/** Every pair of places whose codes are the same and that cannot be extended, found without an index. */
function bruteForce(a: readonly string[], b: readonly string[], least: number): string[] {
  const runs: string[] = [];
  for (let at = 0; at < a.length; at++) {
    for (let other = 0; other < b.length; other++) {
      if (at > 0 && other > 0 && a[at - 1] === b[other - 1]) continue;
      let length = 0;
      while (at + length < a.length && other + length < b.length && a[at + length] === b[other + length]) length++;
      if (length >= least) runs.push(`${at} ${other} ${length}`);
    }
  }
  return runs;
}

const found = (a: string, b: string, least: number) =>
  findSharedRuns(a, b, least).map(({ a, b, length }) => `${a.start} ${b.start} ${length}`);

describe('folding', () => {
  it.each([
    ['國家安全', '国家安全'],
    ['ＡＢＣ１２', 'abc12'],
    ['㍿', '株式会社'],
    ['５００㎡', '500m2'],
    ['、“全過程人民民主”。', '全过程人民民主'],
    ['e\u0301', 'e'],
    ['\u{2F80F}', '兔'],
    ['《決定》 著力', '决定着力'],
    ['', ''],
  ])('%s is compared as %s', (text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('never shifts a span: any stretch of the folded text folds to itself again, and whole characters only', () => {
    fc.assert(
      fc.property(mixed, fc.nat(), fc.nat(), (text, one, two) => {
        const { codes } = foldText(text);
        if (codes.length === 0) return;
        const from = one % codes.length;
        const to = from + 1 + (two % (codes.length - from));
        const whole = foldText(text);
        const span = spanOf(whole, from, to);
        expect(splitsPair(text, span.start)).toBe(false);
        expect(splitsPair(text, span.end)).toBe(false);
        expect(span.start).toBeLessThan(span.end);
        // A character that folds to several is taken whole, so that the stretch may be longer, never another.
        const again = folded(text.slice(span.start, span.end));
        expect(again).toContain(foldedString(whole, from, to));
        expect(again).toBe(foldedString(whole, foldedRange(whole, span).from, foldedRange(whole, span).to));
      }),
    );
  });

  it('is the same for a text and its pieces', () => {
    fc.assert(
      fc.property(mixed, mixed, (one, two) => {
        expect(folded(`${one}\n${two}`)).toBe(folded(one) + folded(two));
      }),
    );
  });
});

describe('shared runs', () => {
  it('are those of a brute-force search, exhaustively on two letters', () => {
    const texts: string[] = [''];
    for (let at = 0; at < texts.length; at++) {
      const text = texts[at] ?? '';
      if (text.length < 5) texts.push(`${text}甲`, `${text}乙`);
    }
    for (const a of texts) {
      for (const b of texts) {
        for (const least of [1, 2, 4]) expect(found(a, b, least)).toEqual(bruteForce([...a], [...b], least));
      }
    }
  });

  it('are those of a brute-force search on random texts', () => {
    const text = fc.string({ unit: fc.constantFrom('改', '革', '開', '放', '𠮷'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 1, max: 6 }), (a, b, least) => {
        const runs = findSharedRuns(a, b, least);
        const codePoint = (text: string, offset: number) => Array.from(text.slice(0, offset)).length;
        expect(runs.map((run) => `${codePoint(a, run.a.start)} ${codePoint(b, run.b.start)} ${run.length}`)).toEqual(
          bruteForce(Array.from(a), Array.from(b), least),
        );
        const longest = Math.max(
          0,
          ...bruteForce(Array.from(a), Array.from(b), 1).map((run) => Number(run.split(' ')[2])),
        );
        expect(Math.max(0, ...runs.map(({ length }) => length))).toBe(longest >= least ? longest : 0);
      }),
    );
  });

  it('have the same text on both sides whatever is between and however it is written', () => {
    fc.assert(
      fc.property(mixed, mixed, fc.integer({ min: 1, max: 5 }), (a, b, least) => {
        for (const run of findSharedRuns(a, b, least)) {
          const own = folded(a.slice(run.a.start, run.a.end));
          const other = folded(b.slice(run.b.start, run.b.end));
          // At its ends a run may have part of a character that folds to several.
          expect(own.length >= run.length && other.length >= run.length).toBe(true);
          const common = bruteForce(Array.from(own), Array.from(other), run.length);
          expect(common.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('span punctuation, script and line ends', () => {
    const [run] = findSharedRuns('他說：必須全面\n貫徹「總體國家安全觀」，', '必须全面贯彻总体国家安全观，完善', 8);
    expect(run).toMatchObject({ a: { start: 3, end: 18 }, b: { start: 0, end: 13 }, length: 13 });
  });

  it('ask for a length', () => {
    expect(() => findSharedRuns('甲', '甲', 0)).toThrow(RangeError);
  });
});
