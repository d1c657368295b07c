import { expect, test } from 'vitest';
import { reportLabels } from '../languages/report/index.ts';
import { writeQuotation } from './write-quotation.ts';

const quotation = {
  quote: '規則通了，船才走得順',
  marks: [],
  voice: { kind: 'official', name: '郭範', office: '省商務廳廳長', level: 'provincial', place: '示例丁省' },
  place: { paragraph: 4, sentence: 3, endParagraph: 4, endSentence: 3 },
  translation: '',
  citation: '方六例. 港口的門開得更大了[N]. 示例丁日報, 2025-01-09.',
} as const;

test('the words, who speaks, where they stand, and the citation', () => {
  expect(writeQuotation(quotation, reportLabels('zh-Hant'))).toBe(
    '「規則通了，船才走得順」（郭範（省商務廳廳長、示例丁省），第 4 段第 3 句）\n方六例. 港口的門開得更大了[N]. 示例丁日報, 2025-01-09.',
  );
  expect(writeQuotation(quotation, reportLabels('en'))).toBe(
    '“規則通了，船才走得順” (郭範, 省商務廳廳長, 示例丁省; paragraph 4, sentence 3)\n方六例. 港口的門開得更大了[N]. 示例丁日報, 2025-01-09.',
  );
});

test('what is not known is left out, and a translation stands on a line of its own', () => {
  const bare = { ...quotation, voice: null, place: null, marks: ['[as imported]'], translation: 'Rules first.\n' };
  expect(writeQuotation(bare, reportLabels('en')).split('\n').slice(0, 2)).toEqual([
    '“規則通了，船才走得順” [as imported]',
    'Translation: Rules first.',
  ]);
  const unnamed = { kind: 'journalist', name: null, office: null, level: null, place: null } as const;
  expect(writeQuotation({ ...quotation, voice: unnamed }, reportLabels('zh-Hans'))).toMatch(
    /^“.*”（记者叙述，第 4 段第 3 句）\n/,
  );
});
