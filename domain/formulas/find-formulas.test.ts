import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedString, foldText } from '../reuse/folded-text.ts';
import { findFormulas, indexFormulas, toleranceOf } from './find-formulas.ts';
import { findReferencePhrases } from './reference-phrases.ts';

/** Edit distance, worked out the plain way. */
function distance(one: readonly string[], other: readonly string[]): number {
  let row = other.map((_, at) => at).concat(other.length);
  one.forEach((character, at) => {
    const next = [at + 1];
    other.forEach((each, to) =>
      next.push(Math.min((row[to] ?? 0) + (each === character ? 0 : 1), (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1)),
    );
    row = next;
  });
  return row.at(-1) ?? 0;
}

/** The closest stretch of any sentence, by trying them all; null beyond the tolerance. */
function closest(text: string, phrase: string): number | null {
  const wanted = Array.from(foldedString(foldText(phrase)));
  let least = Infinity;
  for (const sentence of text.split(/[\n。！？；]/u)) {
    const characters = Array.from(foldedString(foldText(sentence)));
    for (let start = 0; start < characters.length; start++)
      for (let end = start + 1; end <= Math.min(characters.length, start + wanted.length + 4); end++)
        least = Math.min(least, distance(characters.slice(start, end), wanted));
  }
  return least <= toleranceOf(wanted.length) ? least : null;
}

const characters = fc.constantFrom(
  '新',
  '質',
  '质',
  '生',
  '產',
  '产',
  '力',
  '𠮷',
  '，',
  ' ',
  '。',
  '\n',
  'ａ',
  'A',
  '①',
);
const texts = fc.array(characters, { maxLength: 40 }).map((all) => all.join(''));
const phrases = fc
  .array(fc.constantFrom('新', '質', '生', '产', '力', '𠮷', 'a'), { minLength: 2, maxLength: 12 })
  .map((all) => all.join(''));

describe('finding phrases', () => {
  test('agrees with trying every stretch, and its places are in the text', () => {
    fc.assert(
      fc.property(texts, fc.array(phrases, { minLength: 1, maxLength: 4 }), (text, wanted) => {
        const found = findFormulas(indexFormulas(wanted), text);
        wanted.forEach((phrase, at) => {
          const place = found.find((each) => each.phrase === at);
          expect(place?.distance ?? null, phrase).toBe(closest(text, phrase));
          if (place === undefined) return;
          const words = Array.from(foldedString(foldText(text.slice(place.span.start, place.span.end))));
          expect(distance(words, Array.from(foldedString(foldText(phrase))))).toBe(place.distance);
          expect(place.exact > 0).toBe(place.distance === 0);
        });
      }),
      { numRuns: 3000 },
    );
  });

  test.each([
    ['因地制宜發展新質生產力。', '新质生产力', '新質生產力', 0, 1],
    ['新質的生產力', '新质生产力', '新質的生產力', 1, 0],
    ['發展「新質生產力」，培育新质生产力', '新质生产力', '新質生產力', 0, 2],
    ['構建全國統一的大市場', '构建全国统一大市场', '構建全國統一的大市場', 1, 0],
    ['推進高水平對外，開放', '高水平对外开放', '高水平對外，開放', 0, 1],
  ])('%s has %s', (text, phrase, words, difference, exact) => {
    const [found] = findFormulas(indexFormulas([phrase]), text);
    expect(text.slice(found?.span.start, found?.span.end)).toBe(words);
    expect(found).toMatchObject({ distance: difference, exact });
  });

  test.each([
    ['發展新質。生產力', '新质生产力', 'the end of a sentence'],
    ['人工智慧', '人工智能', 'one of four'],
    ['新型工業化', '新质生产力', 'other words'],
  ])('%s has no %s: %s', (text, phrase) => {
    expect(findFormulas(indexFormulas([phrase]), text)).toEqual([]);
  });
});

describe('phrases of a reference', () => {
  test('what stands between marks, and what recurs beside different characters', () => {
    const text = '因地制宜发展新质生产力，健全体制。加快新质生产力培育、推动新质生产力。';
    const found = findReferencePhrases(text);
    expect(found).toEqual(expect.arrayContaining(['因地制宜发展新质生产力', '健全体制', '新质生产力']));
    expect(found).not.toContain('质生产力');
    expect(found).not.toContain('新质生产');
  });

  test('a stretch that is cut out of a word is none', () => {
    const words = '管理有序，治理有方，管理到位，治理到底，办理及时。';
    const found = findReferencePhrases(`健全管理体制改革。完善治理体制改革。${words}`);
    expect(found).toContain('健全管理体制改革');
    expect(found).not.toContain('理体制改革');
  });

  test('neither too short nor too long, none twice, whatever its script', () => {
    const found = findReferencePhrases(`改革。新質生產力，新质生产力。甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌。`);
    expect(found).toEqual(['新質生產力']);
  });
});
