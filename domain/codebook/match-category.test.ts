import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtinCategories } from './builtin-codebook.ts';
import { createCategoryIndex, matchCategories, type SearchableCategory } from './match-category.ts';

const index = createCategoryIndex(builtinCategories);
const byId = new Map(builtinCategories.map((category) => [category.id, category]));
const numbers = (query: string) => index.match(query).map(({ id }) => byId.get(id)?.number ?? '');

function own(id: string, titles: Partial<SearchableCategory>): SearchableCategory {
  return { id, number: '', titleHant: '', titleHans: '', titleEn: '', ...titles };
}

test.each(['', '   ', '\u3000'])('%j gives every category in order', (query) => {
  expect(index.match(query)).toEqual(builtinCategories.map(({ id }) => ({ id, score: 0 })));
});

test.each([
  '51',
  '13·51',
  '13.51',
  '13-51',
  '13–51',
  '13・51',
  '（51）',
  '(51)',
  '５１',
  '五十一',
  '（五十一）',
  '第五十一条',
  '十三·五十一',
])('%s is item 51 and nothing else', (query) => {
  expect(numbers(query)).toEqual(['13·51']);
});

test('an exact number stands before a begun one', () => {
  expect(numbers('5')).toEqual([
    '5',
    '2·5',
    '5·16',
    '5·17',
    '5·18',
    '5·19',
    '13·50',
    '13·51',
    '13·52',
    '13·53',
    '14·54',
    '14·55',
    '14·56',
    '15·57',
    '15·58',
    '15·59',
  ]);
  expect(numbers('13')).toEqual(['13', '4·13', '13·50', '13·51', '13·52', '13·53']);
  expect(numbers('十三')).toEqual(numbers('13'));
  expect(numbers('13.')).toEqual(['13·50', '13·51', '13·52', '13·53']);
});

test('either script finds the category, and both titles say where', () => {
  for (const query of ['國家安全體系', '国家安全体系']) {
    const matches = index.match(query);
    expect(matches.map(({ id }) => byId.get(id)?.number)).toEqual(['13', '13·50']);
    const field = query === '國家安全體系' ? 'titleHant' : 'titleHans';
    expect(matches[0]?.ranges).toEqual({ [field]: [{ start: 2, end: 8 }] });
  }
});

test('a title that begins with the query stands before one that contains it', () => {
  const found = numbers('深化');
  expect(found.slice(0, 3)).toEqual(['4·13', '4·14', '4·15']);
  expect(found.indexOf('1')).toBeGreaterThan(found.indexOf('15·58'));
});

test.each([
  ['“两个毫不动摇”', '2·5'],
  ['「兩個毫不動搖」', '2·5'],
  ['"两个毫不', '2·5'],
  ['改革推进', '1'],
])('quotation marks and commas do not hide a title: %s', (query, number) => {
  expect(numbers(query)[0]).toBe(number);
});

test.each([
  ['belt', ['7·28']],
  ['BELT and ROAD', ['7·28']],
  ['road belt', ['7·28']],
  ['fiscal', ['5·17']],
  ['carbon', ['12·49']],
])('English words: %s', (query, expected) => {
  expect(numbers(query)).toEqual(expected);
});

test('an English word counts from its beginning before its inside, and its inside only from three letters', () => {
  const categories = [own('inside', { titleEn: 'Deforming' }), own('start', { titleEn: 'A form' })];
  expect(matchCategories('form', categories).map(({ id }) => id)).toEqual(['start', 'inside']);
  expect(matchCategories('fo', categories).map(({ id }) => id)).toEqual(['start']);
});

test.each([
  ['gjaq', ['13', '13·50', '13·53']],
  ['GJAQ', ['13', '13·50', '13·53']],
  ['guojiaanquan', ['13', '13·50', '13·53']],
  ['guo jia an quan', ['13', '13·50', '13·53']],
  ["guo'jia'an'quan", ['13', '13·50', '13·53']],
  ['guojaq', ['13', '13·50', '13·53']],
  ['国家aq', ['13', '13·50', '13·53']],
  ['ydyl', ['7·28']],
  ['jqwsqgtzjz', []],
  ['zhongyaoxing', ['1·1']],
  ['lvse', ['12·49']],
  ['lüse', ['12·49']],
  ['shuiti', ['5·17']],
  ['xietiao', ['5·16', '5·19']],
  ['gongjijizhi', ['10·39']],
])('pinyin %s', (query, expected) => {
  expect(numbers(query)).toEqual(expected);
});

test('an unfinished syllable is enough, and it says where in both scripts', () => {
  expect(numbers('guojia')).toEqual(['5·16', '13', '13·50', '13·53']);
  expect(numbers('guoj')).toEqual(expect.arrayContaining(['13', '5·16', '13·50', '13·53', '10·41']));
  const range = [{ start: 2, end: 6 }];
  expect(index.match('gjaq')[0]?.ranges).toEqual({ titleHant: range, titleHans: range });
  expect(index.match('guojiaanq')[0]?.ranges).toEqual({ titleHant: range, titleHans: range });
});

test('number, then the start of a title, then within it, then pinyin', () => {
  const categories = [
    own('pinyin', { titleHans: '安静' }),
    own('within', { titleEn: 'The Aj method' }),
    own('start', { titleEn: 'Aj' }),
    own('number', { number: 'AJ' }),
  ];
  expect(matchCategories('aj', categories).map(({ id }) => id)).toEqual(['number', 'start', 'within', 'pinyin']);
});

test('equals keep the order of the codebook', () => {
  const categories = ['c', 'a', 'b'].map((id) => own(id, { titleHans: '土地' }));
  expect(matchCategories('土', categories).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
});

test('a category with one title is found by that title, its pinyin, and nothing else', () => {
  const hant = [own('hant', { titleHant: '鄉村振興' })];
  expect(matchCategories('xczx', hant)).toEqual([
    { id: 'hant', score: 500, ranges: { titleHant: [{ start: 0, end: 4 }] } },
  ]);
  const polyphones = [own('x', { titleHant: '關於協調供給' })];
  for (const query of ['guanyu', 'xietiao', 'gongji']) expect(matchCategories(query, polyphones)).toHaveLength(1);
  expect(matchCategories('乡村', hant)).toEqual([]);
  expect(matchCategories('村振', hant)[0]?.ranges).toEqual({ titleHant: [{ start: 1, end: 3 }] });
});

test('titles of different length keep their own places', () => {
  const categories = [own('both', { titleHant: '關於土地', titleHans: '土地' })];
  expect(matchCategories('td', categories)[0]?.ranges).toEqual({ titleHans: [{ start: 0, end: 2 }] });
  expect(matchCategories('gy', categories)[0]?.ranges).toEqual({ titleHant: [{ start: 0, end: 2 }] });
});

test('places count UTF-16 units past characters beyond the BMP', () => {
  const categories = [own('𠮷', { titleHans: '𠮷家👨‍👩‍👧土地' })];
  expect(matchCategories('td', categories)[0]?.ranges).toEqual({ titleHans: [{ start: 11, end: 13 }] });
  expect(matchCategories('土地', categories)[0]?.ranges).toEqual({ titleHans: [{ start: 11, end: 13 }] });
  expect(matchCategories('𠮷', categories)[0]?.ranges).toEqual({ titleHans: [{ start: 0, end: 2 }] });
});

test('words that touch are marked as one place', () => {
  const categories = [own('x', { titleHans: '国家安全体系' })];
  expect(matchCategories('安全 国家 安全体', categories)[0]?.ranges).toEqual({ titleHans: [{ start: 0, end: 5 }] });
  expect(matchCategories('国家 土地', categories)).toEqual([]);
});

test('every part of every title finds its category', () => {
  const piece = fc
    .constantFrom(...builtinCategories)
    .chain((category) =>
      fc.tuple(
        fc.constant(category),
        fc.constantFrom('titleHant' as const, 'titleHans' as const),
        fc.nat(category.titleHans.length - 1),
        fc.integer({ min: 1, max: 30 }),
      ),
    );
  fc.assert(
    fc.property(piece, ([category, field, start, length]) => {
      const query = category[field].slice(start, start + length);
      fc.pre(/\p{L}/u.test(query));
      const match = index.match(query).find(({ id }) => id === category.id);
      expect(match?.score).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
});

test('whatever is typed, places lie within their titles and scores fall', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.string({
      unit: fc.constantFrom('g', 'u', 'o', 'a', 'n', ' ', '国', '全', '家', '1', '5', '·', '(', '𠮷'),
      maxLength: 8,
    }),
  );
  const categories = fc.array(
    fc.record({ id: fc.uuid(), number: anything, titleHant: anything, titleHans: anything, titleEn: anything }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(anything, categories, (query, given) => {
      const matches = matchCategories(query, given);
      expect(matches.map(({ score }) => score)).toEqual(matches.map(({ score }) => score).toSorted((a, b) => b - a));
      for (const { id, ranges } of matches) {
        const category = given.find((one) => one.id === id);
        for (const field of ['titleHant', 'titleHans', 'titleEn'] as const) {
          let past = -1;
          for (const { start, end } of ranges?.[field] ?? []) {
            expect(start).toBeGreaterThan(past);
            expect(end).toBeGreaterThan(start);
            past = end;
          }
          expect(past).toBeLessThanOrEqual(category?.[field].length ?? 0);
        }
      }
    }),
    { numRuns: 500 },
  );
});
