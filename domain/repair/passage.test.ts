import { expect, test } from 'vitest';
import { passageAround } from './passage.ts';

test('the words around a span, no further than its paragraph', () => {
  expect(passageAround('上段\n甲乙丙丁\n下段', { start: 4, end: 5 }, 8)).toEqual({ before: '甲', after: '丙丁' });
  expect(passageAround('甲乙丙丁', { start: 2, end: 2 }, 1)).toEqual({ before: '乙', after: '丙' });
  expect(passageAround('甲', { start: 0, end: 1 }, 5)).toEqual({ before: '', after: '' });
});

test('a character beyond the BMP is not cut', () => {
  expect(passageAround('𠮷甲𠮷', { start: 2, end: 3 }, 1)).toEqual({ before: '', after: '' });
  expect(passageAround('𠮷甲𠮷', { start: 2, end: 3 }, 2)).toEqual({ before: '𠮷', after: '𠮷' });
});
