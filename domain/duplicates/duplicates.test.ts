import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import shanxi from '../../resources/sample/shanxi-article.txt?raw';
import { classifyPair } from './classify-pair.ts';
import { comparableText } from './comparable-text.ts';
import { compareTexts } from './compare-texts.ts';
import { BANDS, bandsOf, FINGERPRINT_LENGTH, fingerprint, similarity } from './fingerprint.ts';

const withoutGlosses = shanxi.replaceAll(/\([a-zà-ǜ]+\)/gu, '');
const paragraphs = withoutGlosses.split('\n');
const STOCK = '進一步全面深化改革推進中國式現代化建設必須堅持黨的全面領導落實責任提高水平';

/** A text without order, of the characters this prose uses, the same for the same seed. */
function prose(seed: number, length: number): string {
  let state = seed;
  let text = '';
  while (text.length < length) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    text += (state >>> 9) % 19 === 0 ? '。' : withoutGlosses.charAt((state >>> 8) % withoutGlosses.length).trim();
  }
  return text;
}

/** A mirror: glosses here and there, residue, other punctuation, every 150th character lost, furniture around it. */
function damage(text: string): string {
  const characters = Array.from(text, (character, index) => {
    if (index % 150 === 149) return '?';
    return index % 9 === 4 && /\p{Script=Han}/u.test(character) ? `${character}(zé)` : character;
  });
  return `首頁 新聞\n${characters.join('').replaceAll('，', ',').replaceAll('。', '。/p>')}\n責任編輯:某某\n版權所有`;
}

describe('comparable text', () => {
  test('keeps letters, digits and Han, folds width and case, drops glosses, residue and punctuation', () => {
    expect(comparableText('責(zé)任，３６０（GDP） 增长?!&nbsp;/p>\n“好”')).toBe('責任360gdp增长好');
    expect(comparableText('會(huì )議(yì)')).toBe('會議');
    expect(comparableText('会议', (text) => text.replaceAll('会', '會'))).toBe('會议');
    expect(comparableText('——。\n')).toBe('');
  });
});

describe('fingerprint', () => {
  test('is the same for a text and its glosses, width, punctuation and breaks', () => {
    expect(fingerprint(shanxi)).toEqual(fingerprint(withoutGlosses));
    expect(fingerprint(withoutGlosses.replaceAll(',', '，').replaceAll('\n', '\n\n　　'))).toEqual(fingerprint(shanxi));
  });

  test('stays what it was, since fingerprints are stored', () => {
    expect(Array.from(fingerprint('完善公共安全治理機制').slice(0, 4))).toMatchInlineSnapshot(`
      [
        931537989,
        882661324,
        1823258524,
        5930636,
      ]
    `);
    expect(bandsOf(fingerprint('完善公共安全治理機制')).slice(0, 2)).toMatchInlineSnapshot(`
      [
        111236753,
        5021911958,
      ]
    `);
  });

  test('estimates resemblance within four standard errors', () => {
    const whole = prose(7, 3000);
    for (const kept of [2700, 2000, 1500, 900, 300]) {
      const other = whole.slice(0, kept) + prose(kept, 3000 - kept);
      const { resemblance } = compareTexts(whole, other);
      const error = Math.sqrt((resemblance * (1 - resemblance)) / FINGERPRINT_LENGTH);
      expect(Math.abs(similarity(fingerprint(whole), fingerprint(other)) - resemblance)).toBeLessThan(4 * error + 0.01);
    }
  });

  test('of short and empty texts', () => {
    expect(similarity(fingerprint('改革'), fingerprint('改 革!'))).toBe(1);
    expect(similarity(fingerprint(''), fingerprint('。'))).toBe(1);
    expect(similarity(fingerprint('改革'), fingerprint('安全'))).toBeLessThan(0.1);
    expect(() => similarity(new Uint32Array(3), fingerprint(''))).toThrow(RangeError);
  });

  test('a script folding brings both scripts together', () => {
    const toHant = (text: string) => text.replaceAll('国', '國').replaceAll('安', '安').replaceAll('权', '權');
    expect(fingerprint('国家安全权力机关的职责', toHant)).toEqual(fingerprint('國家安全權力机关的职责', toHant));
  });
});

describe('bands', () => {
  const shared = (a: string, b: string) => {
    const keys = new Set(bandsOf(fingerprint(a)));
    return bandsOf(fingerprint(b)).filter((key) => keys.has(key)).length;
  };

  test('32 keys, each of its own band', () => {
    const keys = bandsOf(fingerprint(shanxi));
    expect(keys).toHaveLength(BANDS);
    expect(new Set(keys.map((key) => Math.floor(key / 2 ** 32))).size).toBe(BANDS);
  });

  test('a damaged mirror shares keys, other texts do not', () => {
    expect(shared(withoutGlosses, damage(withoutGlosses))).toBeGreaterThan(3);
    let chance = 0;
    for (let seed = 1; seed <= 60; seed++) chance += shared(prose(seed, 1500), prose(seed + 1000, 1500));
    expect(chance).toBe(0);
  });
});

describe('compareTexts', () => {
  test('share of the shorter, and the longest run', () => {
    expect(compareTexts('甲乙丙丁戊己庚辛', '一二甲乙丙丁戊己庚辛三四')).toMatchObject({
      share: 1,
      longestRun: 8,
      isSame: false,
    });
    expect(compareTexts('甲乙丙丁戊', '甲乙 丙丁戊。')).toEqual({
      share: 1,
      resemblance: 1,
      longestRun: 5,
      isSame: true,
    });
    expect(compareTexts('', '甲')).toEqual({ share: 0, resemblance: 0, longestRun: 0, isSame: false });
    expect(compareTexts('甲乙', '丙丁')).toMatchObject({ share: 0, longestRun: 0 });
  });

  test('the longest run is that of a plain search, and both orders agree', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'x'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { longestRun, share, resemblance } = compareTexts(a, b);
        let longest = 0;
        for (let start = 0; start < a.length; start++) {
          while (start + longest < a.length && b.includes(a.slice(start, start + longest + 1))) longest += 1;
        }
        expect(longestRun).toBe(longest);
        expect(share).toBeGreaterThanOrEqual(resemblance);
        const back = compareTexts(b, a);
        expect([back.longestRun, back.resemblance]).toEqual([longestRun, resemblance]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('classifyPair', () => {
  const article = paragraphs.join('\n');
  const side = (text: string, outlet: string | null = null) => ({ text, outlet });

  test.each<[string, string, string, string | null, string | null]>([
    ['exact', article, shanxi, null, null],
    ['exact', article, article.replaceAll('\n', '\n\n'), '山西日報', '山西日報'],
    ['near', article, damage(article), null, null],
    ['near', article, damage(article), '山西日報', '山西日報'],
    ['near', article, damage(article), '山西日報', null],
    ['near', article, `${article}\n${prose(5, 300)}`, null, null],
    ['reprint', article, article, '山西日報', '人民日報'],
    ['reprint', article, damage(article), '山西日報', '人民日報'],
    ['reprint', article, paragraphs.slice(0, 7).join('\n'), null, null],
    ['reprint', article, `${prose(3, 500)}${paragraphs.slice(4, 9).join('\n')}`, '山西日報', '人民日報'],
    ['different', prose(1, 1500), prose(2, 1500), null, null],
    ['different', article, `${prose(4, 1500)}${paragraphs[0] ?? ''}`, null, null],
    ['different', article, STOCK.repeat(3), null, null],
    ['different', article, '', null, null],
    ['different', '圖為會場', '圖為會場外', '山西日報', '人民日報'],
    ['exact', '', '。', null, null],
  ])('%s', (kind, a, b, outletA, outletB) => {
    expect(classifyPair(side(a, outletA), side(b, outletB)).kind).toBe(kind);
    expect(classifyPair(side(b, outletB), side(a, outletA)).kind).toBe(kind);
  });

  test('two reports that quote the same passages of a Decision are different articles', () => {
    const quotations = paragraphs.slice(0, 3).map((paragraph) => paragraph.slice(0, 80));
    const report = (seed: number) =>
      quotations.map((quotation, index) => quotation + prose(seed + index, 350)).join('\n');
    expect(classifyPair(side(report(10)), side(report(20))).kind).toBe('different');
  });
});
