import { describe, expect, test } from 'vitest';
import { reportLabels } from './index.ts';

const LANGUAGES = ['zh-Hant', 'zh-Hans', 'en'] as const;

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [value.toString()];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

describe.each(LANGUAGES)('%s', (language) => {
  test('has a word for everything', () => {
    const texts = textsOf(reportLabels(language));
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter((text) => text.trim() === '')).toEqual([]);
  });
});

test('each script is written in its own characters', () => {
  const traditional = textsOf(reportLabels('zh-Hant')).join('');
  const simplified = textsOf(reportLabels('zh-Hans')).join('');
  expect(traditional.match(/[标类编码关举处数写时题报连释证这录应说从]/g) ?? []).toEqual([]);
  expect(simplified.match(/[標類編碼關舉處數寫時題報連釋證這錄應說從]/g) ?? []).toEqual([]);
});

test('places and dates read naturally', () => {
  const place = { paragraph: 2, sentence: 1, endParagraph: 2, endSentence: 3 };
  expect(LANGUAGES.map((language) => reportLabels(language).place(place))).toEqual([
    '第 2 段第 1 至 3 句',
    '第 2 段第 1 至 3 句',
    'paragraph 2, sentences 1 to 3',
  ]);
  const date = { year: 2024, month: 8, day: 5 };
  expect(LANGUAGES.map((language) => reportLabels(language).date(date))).toEqual([
    '2024 年 8 月 5 日',
    '2024 年 8 月 5 日',
    '5 August 2024',
  ]);
  expect(reportLabels('en').date({ year: 2024, month: null, day: null })).toBe('2024');
  expect(reportLabels('en').share(0.4118)).toBe('41.2%');
});
