import { describe, expect, it } from 'vitest';
import type { FlagKind } from './repair-report.ts';
import { applyRepairs, proposeRepairs } from './repair-text.ts';

const apply = (text: string, which: 'certain' | 'all') => applyRepairs(text, proposeRepairs(text).repairs, which).text;
const flagged = (text: string, kind: FlagKind) =>
  proposeRepairs(text)
    .flags.filter((flag) => flag.kind === kind)
    .map(({ start, end }) => text.slice(start, end));

describe('residue of a page', () => {
  it('is taken away where it is a tag or an entity', () => {
    expect(apply('會議指出/p>\n<p>要推進改革。</span>\n&nbsp;&ldquo;好&rdquo;', 'certain')).toBe(
      '會議指出\n要推進改革。\n “好”',
    );
  });
  it('breaks the line inside one only when asked', () => {
    expect(apply('第一段。<br/>第二段。', 'certain')).toBe('第一段。<br/>第二段。');
    expect(apply('第一段。<br/>第二段。', 'all')).toBe('第一段。\n第二段。');
  });
  it('is left alone in a text about markup and in mathematics', () => {
    expect(apply('在 HTML 中用 <p> 標籤和 &nbsp; 表示。', 'certain')).toBe('在 HTML 中用 <p> 標籤和 &nbsp; 表示。');
    expect(apply('當 a<b 且 p>0 時', 'all')).toBe('當 a<b 且 p>0 時');
  });
  it.each([
    '若a<b>c则无解',
    '若x<i>y',
    '比例为3/b>2',
    '当1/p>0时成立',
    '每公顷/a>10吨',
    '速度/i>左',
    '泛型List<a>与Map<p>',
    '成本<u>收益',
    '显著性（p<0.05，t/p>2）',
    '一，二，三，第1,、2,，3项，vector(1,，2)',
  ])('is none for certain in %s', (text) => {
    expect(apply(text, 'certain')).toBe(text);
  });
  it('of one letter is certain with its other half, an attribute, or at the edge of a line', () => {
    expect(apply('他用<b>加粗</b>。见<a href="x">这里。</p>\n<p>完/p>', 'certain')).toBe('他用加粗。见这里。\n完');
  });
  it('proposes that ? before a paragraph was a blank', () => {
    expect(apply('??全會提出,要改革。', 'certain')).toBe('??全會提出,要改革。');
    expect(apply('??全會提出,要改革。', 'all')).toBe('全會提出，要改革。');
  });
});

describe('punctuation', () => {
  it('half-width between Han characters is a proposal', () => {
    expect(apply('會議指出,要推進改革;同時:落實。真的嗎?是!', 'certain')).toBe(
      '會議指出,要推進改革;同時:落實。真的嗎?是!',
    );
    expect(apply('會議指出,要推進改革;同時:落實。真的嗎?是!', 'all')).toBe(
      '會議指出，要推進改革；同時：落實。真的嗎？是！',
    );
  });
  it('in numbers, times, addresses and Latin words is left alone', () => {
    const text = '10,000人於10:30在https://a.cn/?b=1,2聽了Hello, world!以及3.5%(街道)';
    expect(apply(text, 'all')).toBe(text);
  });
  it('inserted beside a mark goes, where the text writes full-width commas itself', () => {
    const text = '一，二，三，要改革,。要開放,、創新。';
    expect(apply(text, 'certain')).toBe('一，二，三，要改革。要開放、創新。');
    expect(apply('要改革,。要開放,,創新。', 'certain')).toBe('要改革,。要開放,,創新。');
    expect(apply('要改革，要開放,,創新。', 'all')).toBe('要改革，要開放，創新。');
  });
});

describe('reading one byte off', () => {
  it.each([
    '真的嗎?!筆者認為不然。',
    '怎么办?!笔者认为，要多方努力。',
    '为什么??我们都在问；谁能回答?;大家都不知道。',
    '他說:“真的嗎?!”然後走了。',
    '到底多少?5年還是10年?!?',
    '結束了???\n下一段。',
  ])('is not seen in %s', (text) => {
    expect(proposeRepairs(text).repairs.filter(({ kind }) => kind === 'gbk-shift')).toEqual([]);
  });

  it('never guesses a swallowed digit', () => {
    // ……水平。“75年來，……”
    const text = '不斷提高生活水平?!?5年來,我們的生活越來越好。”他說。';
    const { repairs, flags } = proposeRepairs(text);
    const place = repairs.find(({ kind }) => kind === 'gbk-shift');
    expect(place?.certain).toBe(false);
    expect(place?.candidates.map(({ insert }) => insert)).toContain('。“?');
    expect(place?.candidates.every(({ insert }) => insert.endsWith('?'))).toBe(true);
    expect(flags.map(({ kind, start }) => [kind, start])).toEqual([['lost-digit', text.indexOf('?5')]]);
  });

  it('ranks better with a dictionary and tells what it found', () => {
    const text = '提供了根本遵循?!笔」矎d負責人說。';
    const { repairs } = proposeRepairs(text, { isWord: (word) => (word === '公安廳' ? 12 : 0) });
    const [best] = repairs.find(({ kind }) => kind === 'gbk-shift')?.candidates ?? [];
    expect(best?.insert).toBe('。”省公安廳');
    expect(best?.score).toBeGreaterThan(0.5);
  });
});

describe('flags', () => {
  it('over-conversion and the vocabulary of another region', () => {
    expect(flagged('完善體製機製,全麵推進體係建設,開啟新徵程,推動高品質發展', 'over-conversion')).toEqual([
      '體製',
      '機製',
      '全麵',
      '體係',
      '新徵程',
      '高品質發展',
    ]);
    expect(flagged('製造業的機制與體制,關係國計民生,徵求意見,麵粉,通過改革', 'over-conversion')).toEqual([]);
  });
  it('synonym spinning', () => {
    expect(flagged('进一步周全深化刷新的重大部署', 'synonym-spinning')).toEqual(['周全深化刷新']);
    expect(flagged('党的二十届三中全会通过的《决议》', 'synonym-spinning')).toEqual(['决议']);
    expect(flagged('黨的十一屆六中全會通過《關於建國以來黨的若干歷史問題的決議》', 'synonym-spinning')).toEqual([]);
  });
  it('masked words, not emphasis', () => {
    expect(flagged('认真学*贯彻会议精神', 'masked-word')).toEqual(['*']);
    expect(flagged('这是**重点**内容,长×宽,二〇二四', 'masked-word')).toEqual([]);
  });
  it('injected text', () => {
    expect(flagged('全面贯彻www.example.com落实会议精神', 'injected-text')).toEqual(['www.example.com']);
    expect(flagged('要深化改革купить дешево推进开放', 'injected-text')).toEqual(['купить дешево']);
    expect(flagged('要深化 buy cheap watches online now 改革', 'injected-text')).toHaveLength(1);
    expect(flagged('他在《Nature Climate Change Today News》发表论文,用GDP和Wi-Fi', 'injected-text')).toEqual([]);
  });
  it('lost digits, not questions', () => {
    expect(flagged('产值达到?.8亿元', 'lost-digit')).toEqual(['?']);
    expect(flagged('到底有多少?5个还是6个', 'lost-digit')).toEqual([]);
  });
});

it('applyRepairs refuses repairs that overlap', () => {
  const [repair] = proposeRepairs('會議/p>').repairs;
  expect(repair).toBeDefined();
  if (repair !== undefined) expect(() => applyRepairs('會議/p>', [repair, repair], 'all')).toThrow(RangeError);
});
