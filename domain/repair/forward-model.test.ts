import { describe, expect, it } from 'vitest';
import { damageParagraph, damageText } from './forward-model.ts';

const plain = { marks: new Map<string, string>(), narrowed: '，！？；：', endTag: '</p>' };

describe('damageParagraph', () => {
  it('makes punctuation half-width, between Han characters alone', () => {
    expect(damageParagraph('會議指出，要推進改革：10,000人。', plain)).toBe('會議指出,要推進改革:10,000人。');
  });

  it('puts pinyin behind a marked character', () => {
    expect(damageParagraph('現代化', { ...plain, marks: new Map([['現', '(xiàn)']]) })).toBe('現(xiàn)代化');
  });

  it('puts pinyin inside a character where trail and lead form a marked one', () => {
    const marks = new Map([
      ['聯', '(lián)'],
      ['當', '(dāng)'],
    ]);
    expect(damageParagraph('新擔當新', { ...plain, marks })).toBe('新?lián)?dāng)新');
    expect(damageParagraph('變為“平安實景”。', { ...plain, marks: new Map([['優', '(yōu)']]) })).toBe(
      '變?yōu)椤捌桨矊嵕啊薄?/p>',
    );
  });

  it('reads one byte off from a lost lead byte to a trail byte in the ASCII range', () => {
    expect(damageParagraph('力。”臨汾', plain, [1])).toBe('力?!迸R汾');
  });

  it('lets pairs of the user-defined areas vanish', () => {
    expect(damageParagraph('時。“我們要緊密', plain, [1])).toBe('時?!拔覀円o密');
  });

  it('swallows the bracket of a tag, and a digit', () => {
    expect(damageParagraph('護航。”', plain, [2])).toBe('護航?!?/p>');
    expect(damageParagraph('近年。“75年來', plain, [2])).toBe('近年?!?5年來');
  });

  it('finds the other two marks across characters', () => {
    expect(damageParagraph('大海可以', plain, [1])).toMatch(/^大\?\?/);
    expect(damageParagraph('上海回來', plain, [1])).toMatch(/^上\?;/);
  });

  it('refuses a place where no mark lies across two characters', () => {
    expect(() => damageParagraph('現代化', plain, [1])).toThrow(RangeError);
  });

  it('leaves characters alone that GBK has not', () => {
    expect(damageParagraph('𠮷野家😀。', plain)).toBe('𠮷野家😀。');
  });
});

it('damageText goes by paragraph', () => {
  expect(damageText('力。\n力。”臨汾', plain, [4])).toBe('力。\n力?!迸R汾');
});
