import { expect, test } from 'vitest';
import type { Role } from '../text/roles.ts';
import { readWhoseWords } from './whose-words.ts';

const TEXT = '完善示例制度\n全會提出，建立示例交易平臺。我省建立示例交易平臺。\n《決定》明確，“健全示例機制”。';
const roles: Role[] = ['subhead', 'body', 'body'];
const whose = readWhoseWords(TEXT, roles);
const at = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};

test.each([
  [at('完善示例制度'), 'subhead'],
  [at('建立示例交易平臺'), 'cited'],
  [at('建立示例交易平臺', TEXT.indexOf('我省')), 'own'],
  [at('健全示例機制'), 'cited'],
])('%o is %s', (passage, expected) => {
  expect(whose(passage)).toBe(expected);
});
