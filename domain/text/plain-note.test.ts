import { expect, test } from 'vitest';
import { plainNote } from './plain-note.ts';

test.each([
  ['', ''],
  ['一句筆記。', '一句筆記。'],
  ['一行\n又一行', '一行\n又一行'],
  ['**要點**：見[國家安全體系](#/article/0190a000-0000-7000-8000-000000000001)', '要點：見國家安全體系'],
  ['- 甲\n- *乙*', '甲\n乙'],
  ['> 引文\n\n正文 &lt;b&gt; <b>𠮷</b>', '引文\n\n正文 <b> <b>𠮷</b>'],
])('%j reads %j', (note, plain) => {
  expect(plainNote(note)).toBe(plain);
});
