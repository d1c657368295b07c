import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clausesOf, sentencesOf } from './sentences.ts';

const cut = (text: string, spans: { start: number; end: number }[]) =>
  spans.map(({ start, end }) => text.slice(start, end));

test.each([
  ['完善機制\n全會提出。要健全體系!', ['完善機制', '全會提出。', '要健全體系!']],
  ['他說:“要抓落實。”大家同意。', ['他說:“要抓落實。”', '大家同意。']],
  ['“‘兩室一隊’怎麼辦?!”他問。', ['“‘兩室一隊’怎麼辦?!”', '他問。']],
  ['(见第3章。)之后……还有;最后', ['(见第3章。)', '之后……', '还有;', '最后']],
  ['他說"好。"又說"行。"完', ['他說"好。"', '又說"行。"', '完']],
  ['好。"你"好', ['好。', '"你"好']],
  ['增长5.5%,比分3!2;排名1:0。', ['增长5.5%,比分3!2;', '排名1:0。']],
  ['  前有空格。\u3000\u3000後有空格 \n\n', ['前有空格。', '後有空格']],
  ['𠮷縣說好!\ufe00對。', ['𠮷縣說好!\ufe00', '對。']],
  ['安全?!省局表示', ['安全?!', '省局表示']],
  ['', []],
  ['能否\uff1f\uff01”能\uff1b應當\uff01\uff09好', ['能否\uff1f\uff01”', '能\uff1b', '應當\uff01\uff09', '好']],
])('%j in sentences', (text, expected) => {
  expect(cut(text, sentencesOf(text))).toEqual(expected);
});

test.each([
  [
    '全會提出,健全自治、法治:“好。”共1,000項,10:30開始,完',
    ['全會提出,', '健全自治、', '法治:', '“好。”', '共1,000項,', '10:30開始,', '完'],
  ],
  ['《決定》,“兩室一隊”、三', ['《決定》,', '“兩室一隊”、', '三']],
  ['一\uff0c二\uff1a“三、四\uff0c”五', ['一\uff0c', '二\uff1a', '“三、', '四\uff0c”', '五']],
])('%j in clauses', (text, expected) => {
  expect(cut(text, clausesOf(text))).toEqual(expected);
});

test('sentences are in order, hold everything but white space, and consist of whole clauses', () => {
  const parts = fc.array(
    fc.constantFrom('安', '𠮷', '。', '…', '!', '”', '“', '"', ')', '3', ' ', '\u3000', '\n', ',', '\ufe00'),
  );
  fc.assert(
    fc.property(parts, (list) => {
      const text = list.join('');
      for (const divide of [sentencesOf, clausesOf]) {
        let at = 0;
        for (const { start, end } of [...divide(text), { start: text.length, end: text.length }]) {
          expect(text.slice(at, start).trim()).toBe('');
          expect(start < end || start === text.length).toBe(true);
          expect(text.slice(start, end)).not.toContain('\n');
          at = end;
        }
      }
      const sentenceEnds = sentencesOf(text).map(({ end }) => end);
      expect(clausesOf(text).map(({ end }) => end)).toEqual(expect.arrayContaining(sentenceEnds));
    }),
    { numRuns: 1000 },
  );
});
