import { describe, expect, it } from 'vitest';
import { findPinyinMarks } from './pinyin-mark.ts';
import { readSyllable } from './pinyin-syllable.ts';
import { applyRepairs, proposeRepairs } from './repair-text.ts';

const certain = (text: string) => applyRepairs(text, proposeRepairs(text).repairs, 'certain').text;
const proposed = (text: string) => proposeRepairs(text).repairs.filter(({ kind }) => kind === 'inline-pinyin');
const MARKED = '現(xiàn)代化建設(shè)要健全應(yīng)急機(jī)制,落實責(zé)任。';

describe('readSyllable', () => {
  it.each(['xiàn', 'zé', 'lǜ', 'nüè', 'ō', 'shuāng', 'er', 'yǎ', ' huì '])('reads %s', (text) => {
    expect(readSyllable(text)).not.toBeNull();
  });
  it.each(['app', 'GDP', 'street', 'xiànn', 'xiàndài', 'xiáà', '', 'x', '2024'])('refuses %s', (text) => {
    expect(readSyllable(text)).toBeNull();
  });
});

describe('findPinyinMarks', () => {
  it('leaves brackets with anything else alone', () => {
    expect(findPinyinMarks('鄉鎮(街道)、二〇二四(2024)、總值(GDP)、應用(app)、張三(Tom Smith)、(an)')).toEqual([]);
  });
  it('knows the variants', () => {
    const forms = findPinyinMarks('會(huì )議、產業(ye)(ye)(ye)、培訓(x').map(
      ({ character, form }) => character + form,
    );
    expect(forms).toEqual(['會spaced', '業repeated', '訓cut']);
  });
});

describe('inline pinyin', () => {
  it('is certain in a marked copy', () => {
    expect(certain(MARKED)).toBe('現代化建設要健全應急機制,落實責任。');
  });
  it('is stripped in its variants', () => {
    expect(certain(`${MARKED}大會(huì )提出發展產業(ye)(ye)(ye)`)).toBe(
      '現代化建設要健全應急機制,落實責任。大會提出發展產業',
    );
    expect(certain(`${MARKED}加強培訓(xùn)和實訓(xùn),開展培訓(x`)).toMatch(/加強培訓和實訓,開展培訓$/);
  });
  it('stays with a syllable cut off behind a character that is not marked', () => {
    expect(certain(`${MARKED}開展工作(x`)).toMatch(/開展工作\(x$/);
  });
  it('keeps a gloss on a rare character, in a clean text and in a marked copy', () => {
    expect(proposed('垚(yáo)山村是有名的古村。')).toEqual([]);
    expect(certain(`${MARKED}垚(yáo)山村是有名的古村。`)).toContain('垚(yáo)山村');
    expect(proposed(`${MARKED}垚(yáo)山村是有名的古村。`)).toHaveLength(5);
  });
  it('keeps a gloss on an unusual reading, and one on a character that also stands without', () => {
    expect(proposed('單(shàn)縣位於山東。')).toEqual([]);
    expect(certain(`${MARKED}單(shàn)縣位於山東。`)).toContain('單(shàn)縣');
    expect(certain(`${MARKED}樂(lè)亭的人們快樂地生活。`)).toContain('樂(lè)亭');
  });
  it('keeps brackets that are none in a marked copy', () => {
    const text = `${MARKED}鄉鎮(街道)用手機應用(app)辦理,(2024)年總值(GDP)增長。`;
    expect(certain(text)).toMatch(/鄉鎮\(街道\)用手機應用\(app\)辦理,\(2024\)年總值\(GDP\)增長。$/);
  });
});
