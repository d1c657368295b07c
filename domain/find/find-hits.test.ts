import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contextOf } from './context.ts';
import { findHits, foldQuery, hitSpan, holds } from './find-hits.ts';
import { foldForFind } from './fold-for-find.ts';
import { parseQuery } from './parse-query.ts';

/** The stretches of the text that a query finds. */
function found(text: string, typed: string): string[] | null {
  const parsed = parseQuery(typed);
  if (!parsed.ok) throw new Error(`${parsed.problem} at ${parsed.at}`);
  const folded = [foldForFind(text)];
  const query = foldQuery(parsed.query);
  const hits = findHits(query, folded);
  expect(holds(query, folded)).toBe(hits !== null);
  return hits?.map((hit) => hitSpan(folded, hit)).map(({ start, end }) => text.slice(start, end)) ?? null;
}

// Both scripts, widths and cases, marks apart and joined, pairs, ligatures, and what folds to many characters.
const pieces =
  `改 革 全 會 会 裡 里 。 ， \n a A Ａ é e\u0301 ß ﬁ f i İ ㎏ k G … . ① 1 𠮷 𝐀 丽 麗 \u{2f800} 👨‍👩‍👧 👨 \u3000 ﷺ 가 \u1100\u1161 ｶﾞ ガ`
    .split(' ')
    .concat(' ');
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((all) => all.join(''));
const terms = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 3 }).map((all) => all.join(''));

describe('a string', () => {
  test('is found wherever a stretch of whole characters folds to the same, as a plain scan finds it', () => {
    fc.assert(
      fc.property(texts, terms, (text, term) => {
        const edges = [0];
        for (const character of text) edges.push((edges.at(-1) ?? 0) + character.length);
        const wanted = foldForFind(term).text;
        const expected = edges.flatMap((start) =>
          edges
            .filter((end) => end > start && foldForFind(text.slice(start, end)).text === wanted)
            .map((end) => ({ start, end })),
        );
        const folded = [foldForFind(text)];
        const query = foldQuery({ kind: 'string', text: term });
        const hits = findHits(query, folded);
        expect(hits?.map((hit) => hitSpan(folded, hit)) ?? []).toEqual(expected);
        expect(holds(query, folded)).toBe(expected.length > 0);
      }),
      { numRuns: 3000 },
    );
  });

  test('the folding of a whole is the folding of its parts joined', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        expect(foldForFind(one + other).text).toBe(foldForFind(one).text + foldForFind(other).text);
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { text: folded, starts } = foldForFind(text);
        expect(folded).toBe(Array.from(text, (each) => foldForFind(each).text).join(''));
        expect(starts === null ? text.length : starts.at(-1)).toBe(text.length);
      }),
    );
  });

  test.each([
    ['both scripts, whichever is typed', '全面深化改革、全面深化改革', '全面深化改革', 2],
    ['in Traditional too', '习近平总书记讲话', '總書記講話', 1],
    ['variants', '這裏、這裡、这里', '這裡', 3],
    ['width and case', 'ＧＤＰ gdp Gdp', 'GDP', 3],
    ['a full-width space is a space', '全面\u3000深化', '全面 深化', 1],
    ['overlapping', '人人人', '人人', 2],
    ['punctuation', '改革，開放。', '，', 1],
    ['over a line', '甲\n乙', '"\n"', 1],
    ['beyond the BMP', '𠮷林𠮷', '𠮷', 2],
    ['not half a ligature', 'ﬁ', 'f', null],
    ['a whole ligature', 'ﬁ', 'FI', 1],
    ['brackets as typed', '意見(試行)', '(試行)', 1],
    ['an operator in quotation marks', 'reform and opening', '"reform and opening"', 1],
  ])('%s', (_what, text, typed, count) => {
    expect(found(text, typed)?.length ?? null).toBe(count);
  });

  test('a megabyte is folded', () => {
    const text = '改革é'.repeat(350_000);
    expect(found(text, '改革e\u0301')).toHaveLength(350_000);
  });
});

describe('operators', () => {
  test.each<[string, string[] | null]>([
    ['甲 and 丁', ['甲', '丁', '甲']],
    ['甲 and 壬', null],
    ['甲 or 壬', ['甲', '甲']],
    ['甲 not 壬', ['甲', '甲']],
    ['甲 not 丁', null],
    ['甲 and not 丁', null],
    ['甲 near/2 丁', ['甲乙丙丁', '丁戊甲']],
    ['甲 near/1 丁', ['丁戊甲']],
    ['甲 near/0 丁', null],
    ['甲 near/0 乙', ['甲乙']],
    ['(甲 or 壬) near/2 (丙 or 癸)', ['甲乙丙', '丙丁戊甲']],
    ['甲 near/0 乙 near/0 丙', ['甲乙丙']],
    ['乙丙 near/9 丙丁', null],
    ['壬 or 甲 and 丁', ['甲', '丁', '甲']],
    ['甲乙 or 甲', ['甲乙', '甲', '甲']],
    ['甲 or 甲', ['甲', '甲']],
  ])('%s', (typed, expected) => {
    expect(found('甲乙丙丁戊甲', typed)).toEqual(expected);
  });

  test('near agrees with every pair looked at', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', 'c', 'ﬁ', '𠮷'), { maxLength: 20 });
    fc.assert(
      fc.property(letters, fc.nat(4), (characters, within) => {
        const at = (letter: string) => characters.flatMap((each, index) => (each === letter ? [index] : []));
        const paired = at('a').filter((a) => at('b').some((b) => Math.abs(a - b) - 1 <= within));
        const hits = found(characters.join(''), `a near/${within} b`);
        expect(hits === null).toBe(paired.length === 0);
        for (const hit of hits ?? []) expect([...hit].length - 2).toBeLessThanOrEqual(within);
        expect(hits?.length ?? 0).toBeLessThanOrEqual(paired.length);
      }),
      { numRuns: 1000 },
    );
  });

  test('and, not are asked of all texts of an article together, near of each', () => {
    const parsed = parseQuery('甲 and 乙');
    const near = parseQuery('甲 near/9 乙');
    if (!parsed.ok || !near.ok) throw new Error('malformed');
    const two = [foldForFind('甲'), foldForFind('乙')];
    expect(findHits(foldQuery(parsed.query), two)).toHaveLength(2);
    expect(findHits(foldQuery(near.query), two)).toBeNull();
  });
});

test('contexts end at the edges of graphemes', () => {
  const family = '👨‍👩‍👧';
  const text = `${family.repeat(6)}中${family.repeat(6)}`;
  const { before, after } = contextOf(text, { start: family.length * 6, end: family.length * 6 + 1 });
  expect(before).toBe(family.repeat(4));
  expect(after).toBe(family.repeat(4));
});
