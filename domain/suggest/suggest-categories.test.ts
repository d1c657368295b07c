import { existsSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { builtinCategories } from '../codebook/builtin-codebook.ts';
import { applyRepairs, proposeRepairs } from '../repair/repair-text.ts';
import { decisionOf } from '../reuse/decision-units.test-support.ts';
import { foldedString, foldText } from '../reuse/folded-text.ts';
import type { Reference } from '../reuse/reference-index.ts';
import { suggestCategories, suggestWithClauses } from './suggest-categories.ts';
import { indexForSuggestions } from './suggest-index.ts';
import type { EarlierLink } from './suggest-input.ts';

const categories = [
  { id: 'water', parentId: null, number: '1', titles: ['健全水利体制', '健全水利體制', 'Water'] },
  { id: 'canal', parentId: 'water', number: '1·1', titles: ['完善灌溉渠道管护', '完善灌溉渠道管護', 'Canals'] },
  { id: 'school', parentId: null, number: '2', titles: ['办好乡村学校', '辦好鄉村學校', 'Schools'] },
  { id: 'grain', parentId: null, number: '3', titles: ['保障粮食收购', '保障糧食收購', 'Grain'] },
];
const pieces: [string, string | null][] = [
  ['现提出以下意见。', null],
  ['建立渠道巡查制度，由用水户协会分段负责清淤。', 'canal'],
  ['灌溉用水按方计量、超用加价。', 'canal'],
  ['乡村教师轮岗交流，寄宿学生由校车接送。', 'school'],
  ['秋粮开磅前公布收购价，售粮款当日结清。', 'grain'],
];
let text = '';
const units = pieces.map(([sentence, categoryId], at) => {
  const start = text.length;
  text += sentence;
  return { id: `u${at}`, start, end: text.length, categoryId };
});
const reference: Reference = { id: 'plan', text, units };
const link = (id: string, categoryId: string, passage: string, accepted: boolean): EarlierLink => ({
  id,
  categoryId,
  text: passage,
  accepted,
});
const indexWith = (links: EarlierLink[] = [], references = [reference]) =>
  indexForSuggestions({ categories, references, links });
const suggest = (index: ReturnType<typeof indexWith>, passage: string) =>
  suggestCategories(index, passage, { start: 0, end: passage.length });
const scoreOf = (index: ReturnType<typeof indexWith>, passage: string, id: string) =>
  suggest(index, passage).suggestions.find(({ categoryId }) => categoryId === id)?.score ?? 0;

describe('a suggestion', () => {
  const passage = '協會按段清淤，渠道巡查制度落到了每一戶用水戶。';

  it('is the same in either script', () => {
    const simplified = '协会按段清淤，渠道巡查制度落到了每一户用水户。';
    const [one, other] = [passage, simplified].map((each) => suggest(indexWith(), each).suggestions);
    expect(one?.map(({ categoryId, score }) => [categoryId, score])).toEqual(
      other?.map(({ categoryId, score }) => [categoryId, score]),
    );
    expect(one?.find(({ categoryId }) => categoryId !== null)?.categoryId).toBe('canal');
  });

  it('has the words of a unit of the reference as its evidence', () => {
    const evidence = suggest(indexWith(), `甲。${passage}`).suggestions.find((each) => each.categoryId === 'canal')
      ?.evidence[0];
    expect(evidence).toMatchObject({ kind: 'unit', referenceId: 'plan', unitId: 'u1' });
    const quotes = evidence?.kind === 'unit' ? evidence.phrases.map(({ quote }) => quote) : [];
    expect(quotes).toContain('渠道巡查制度');
    const sources =
      evidence?.kind === 'unit' ? evidence.phrases.map(({ source }) => text.slice(source.start, source.end)) : [];
    expect(sources).toContain('渠道巡查制度');
  });

  it('has probabilities that sum to 1 over all categories and none', () => {
    const { suggestions } = suggest(indexWith(), passage);
    expect(suggestions).toHaveLength(categories.length + 1);
    expect(suggestions.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 9);
    expect(suggestions.map(({ rank }) => rank)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is none for a weather report, and shows what was found nowhere', () => {
    const weather = '今天夜间多云转阴，东北风三级，最低气温零下二度。';
    for (const index of [
      indexWith(),
      indexForSuggestions({
        categories: builtinCategories.map(({ titleHans, titleHant, ...rest }) => ({
          ...rest,
          titles: [titleHans, titleHant],
        })),
        references: [],
        links: [],
      }),
    ]) {
      const [first] = suggest(index, weather).suggestions;
      expect(first?.categoryId).toBeNull();
      expect(first?.evidence[0]?.kind).toBe('not-found');
    }
  });

  it('has none among them even where one category alone is asked for', () => {
    const { suggestions } = suggestCategories(indexWith(), passage, { start: 0, end: passage.length }, 1);
    expect(new Set(suggestions.map(({ categoryId }) => categoryId))).toEqual(new Set(['canal', null]));
  });

  it('is refused for a span outside of the article', () => {
    expect(() => suggestCategories(indexWith(), '渠', { start: 0, end: 2 })).toThrow(RangeError);
  });
});

describe('learning', () => {
  const passage = '村里的小水塘由老支书带人冬修，塘埂加高了半米。';

  test('an accepted link raises its category and is evidence', () => {
    const near = '村里的小水塘由老支书带人加固，塘埂加高。';
    const after = indexWith([link('l1', 'canal', near, true)]);
    expect(scoreOf(after, passage, 'canal')).toBeGreaterThan(scoreOf(indexWith(), passage, 'canal'));
    const best = suggest(after, passage).suggestions.find(({ categoryId }) => categoryId !== null);
    expect(best?.categoryId).toBe('canal');
    expect(suggest(indexWith([link('l1', 'canal', passage, true)]), passage).suggestions[0]?.categoryId).toBe('canal');
    expect(best?.evidence[0]).toMatchObject({ kind: 'link', linkId: 'l1', accepted: true });
  });

  test('a refused one takes it from the first place, and others of that category stay', () => {
    const refusedPassage = '渠道巡查制度贴在村口。';
    const best = (index: ReturnType<typeof indexWith>) =>
      suggest(index, refusedPassage).suggestions.find(({ categoryId }) => categoryId !== null)?.categoryId;
    const after = indexWith([link('l1', 'canal', refusedPassage, false)]);
    expect(best(indexWith())).toBe('canal');
    expect(best(after)).not.toBe('canal');
    const other = '灌溉用水按方计量。';
    expect(scoreOf(after, other, 'canal')).toBeCloseTo(scoreOf(indexWith(), other, 'canal'), 3);
  });

  test('links of categories that are not there are passed over', () => {
    const after = indexWith([link('l1', 'gone', passage, true)]);
    expect(suggest(after, passage)).toEqual(suggest(indexWith(), passage));
  });
});

test('it says what it rests on', () => {
  const links = [link('l1', 'school', '校车开进了山沟。', true)];
  const noCategories = { ...reference, units: units.map((unit) => ({ ...unit, categoryId: null })) };
  expect(suggest(indexWith(), '渠').basis).toBe('reference');
  expect(suggest(indexWith(links, []), '渠').basis).toBe('titles-and-links');
  expect(suggest(indexWith([], []), '渠').basis).toBe('titles');
  expect(suggest(indexWith([], [noCategories]), '渠').basis).toBe('titles');
  const [first] = suggest(indexWith([], []), '灌溉渠道管護不再靠一把鐵鍬').suggestions;
  expect(first).toMatchObject({ categoryId: 'canal', evidence: [{ kind: 'title', title: '完善灌溉渠道管护' }] });
});

test('a category given twice is refused', () => {
  expect(() => indexForSuggestions({ categories: [...categories, ...categories], references: [], links: [] })).toThrow(
    RangeError,
  );
});

test('quotes are what stands at their spans, of the passage and of the source alike but for folding', () => {
  const piece = fc.constantFrom(
    '渠道',
    '巡查',
    '制度',
    '灌溉',
    '乡村',
    '鄉村',
    '𠮷',
    'é',
    '㍿',
    '，',
    '\n',
    '水',
    'Ａ',
  );
  const prose = fc.array(piece, { maxLength: 30 }).map((parts) => parts.join(''));
  const plain = (each: string) => foldedString(foldText(each));
  fc.assert(
    fc.property(prose, prose, prose, prose, (before, passage, after, linked) => {
      const article = before + passage + after;
      const span = { start: before.length, end: before.length + passage.length };
      const index = indexWith([link('l1', 'canal', linked, true), link('l2', 'school', linked, false)]);
      const sources = new Map([
        ['unit', () => text],
        ['link', () => linked],
      ]);
      for (const { evidence } of suggestCategories(index, article, span).suggestions) {
        for (const each of evidence) {
          const own = each.kind === 'not-found' ? each.spans : each.phrases.map((phrase) => phrase.article);
          for (const { start, end } of own) {
            expect(start).toBeGreaterThanOrEqual(span.start);
            expect(end).toBeLessThanOrEqual(span.end);
            expect(start).toBeLessThan(end);
          }
          if (each.kind === 'not-found') continue;
          const source = each.kind === 'title' ? each.title : (sources.get(each.kind)?.() ?? '');
          for (const { quote, article: at, source: from } of each.phrases) {
            expect(article.slice(at.start, at.end)).toBe(quote);
            expect(plain(source.slice(from.start, from.end))).toContain(plain(quote));
          }
        }
      }
    }),
  );
});

describe('clauses', () => {
  const index = indexWith();
  const sentence = '秋糧開磅前公布收購價，售糧款當日結清，賣糧農民當場領錢，鄉村教師輪崗交流。';

  test('of a sentence that takes several categories up, the surest hides none', () => {
    const alone = suggestCategories(index, sentence, { start: 0, end: sentence.length }).suggestions;
    const { suggestions } = suggestWithClauses(index, sentence, { start: 0, end: sentence.length });
    expect(suggestions[0]).toEqual(alone[0]);
    expect(suggestions[0]?.categoryId).toBe('grain');
    const school = suggestions.find(({ categoryId }) => categoryId === 'school');
    expect(school?.rank).toBe(2);
    expect(school?.score).toBeGreaterThan(alone.find(({ categoryId }) => categoryId === 'school')?.score ?? 0);
    expect(suggestions.map(({ rank }) => rank)).toEqual(suggestions.map((_, at) => at + 1));
    expect(suggestions.filter(({ categoryId }) => categoryId === null)).toHaveLength(1);
  });

  test('words are read in the light of those beside them, with places in the article', () => {
    const article = `甲。${sentence}`;
    const start = article.indexOf('售糧款');
    const { suggestions } = suggestWithClauses(index, article, { start, end: start + 7 });
    const school = suggestions.find(({ categoryId }) => categoryId === 'school');
    const [evidence] = school?.evidence ?? [];
    const phrases = evidence?.kind === 'unit' ? evidence.phrases : [];
    expect(phrases.length).toBeGreaterThan(0);
    for (const { quote, article: place } of phrases) expect(article.slice(place.start, place.end)).toBe(quote);
  });

  test('whatever the text, every category is there once, at most five, and one sentence of one clause is as before', () => {
    const text = fc.array(fc.constantFrom('灌溉用水', '乡村教师', '收购价', '，', '。', '𠮷', '\n'), { maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (all, from, to) => {
        const article = all.join('');
        const [start, end] = [from % (article.length + 1), to % (article.length + 1)].toSorted((a, b) => a - b) as [
          number,
          number,
        ];
        const { suggestions } = suggestWithClauses(index, article, { start, end });
        const ids = suggestions.map(({ categoryId }) => categoryId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.filter((id) => id !== null).length).toBeLessThanOrEqual(5);
        if (!/[，。\n]/u.test(article))
          expect(suggestions).toEqual(suggestCategories(index, article, { start, end }).suggestions);
      }),
    );
  });
});

const DECISION = new URL('../../../shared/data/decision-zh-hans.txt', import.meta.url);
const decision = existsSync(DECISION) ? decisionOf(readFileSync(DECISION, 'utf8')) : null;

test.skipIf(decision === null)(
  'words of item 9 beside those of item 51 lead to both (left out where the Decision is not at hand)',
  () => {
    const imported = readFileSync(new URL('../../resources/sample/shanxi-article.txt', import.meta.url), 'utf8');
    const { text: article } = applyRepairs(imported, proposeRepairs(imported).repairs, 'all');
    const index = indexForSuggestions({
      categories: builtinCategories.map(({ item, number, titleHans, titleHant }) => ({
        id: item === null ? `part ${number}` : `item ${item}`,
        parentId: null,
        number,
        titles: [titleHans, titleHant],
      })),
      references: decision === null ? [] : [decision],
      links: [],
    });
    const start = article.indexOf('提升數據安全');
    const end = article.indexOf('跨境流動', start) + 4;
    const { suggestions } = suggestWithClauses(index, article, { start, end });
    expect(suggestions.slice(0, 2).map(({ categoryId }) => categoryId)).toEqual(['item 9', 'item 51']);
    expect(suggestions[1]?.score).toBeGreaterThan(0.1);
  },
);
