import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { proveRepair } from './prove-repair.ts';
import { applyRepairs, proposeRepairs } from './repair-text.ts';

const imported = readFileSync(new URL('../../resources/sample/shanxi-article.txt', import.meta.url), 'utf8');
const report = proposeRepairs(imported);
const ofKind = (kind: string) => report.repairs.filter((repair) => repair.kind === kind);

// What a careful reader restores at the ten places, the imported text around each, and whether it is beyond doubt.
const PLACES: readonly [before: string, after: string, certain: boolean][] = [
  ['時?!拔覀円o密', '時。“我們要緊密', false],
  ['護(hù)航?!?/p>', '護航。”', true],
  ['?!笔∷幤繁O(jiān)督', '。”省藥品監督', true],
  ['?!笔」矎d', '。”省公安廳', false],
  ['?!皶x城市政法', '。“晉城市政法', true],
  ['?!睍x城市委', '。”晉城市委', true],
  ['新?lián)?dāng)新', '新擔當新', false],
  ['變?yōu)椤捌桨矊嵕啊薄?/p>', '變為“平安實景”。', false],
  ['?!迸R汾', '。”臨汾', true],
  ['?!逼匠菂^(qū)委', '。”平城區委', true],
];

describe('the Shanxi article', () => {
  it('has 269 pinyin marks, ten shifted places and two residues', () => {
    expect(ofKind('inline-pinyin')).toHaveLength(269);
    expect(ofKind('gbk-shift')).toHaveLength(10);
    expect(ofKind('html-residue')).toHaveLength(2);
    expect(report.flags).toEqual([]);
  });

  it('is sorted and disjoint', () => {
    report.repairs.forEach((repair, i) => {
      expect(repair.before).toBe(imported.slice(repair.start, repair.end));
      expect(repair.start).toBeGreaterThanOrEqual(report.repairs[i - 1]?.end ?? 0);
    });
  });

  it.each(PLACES)('%s is %s', (before, after, certain) => {
    const start = imported.indexOf(before);
    expect(start).toBeGreaterThan(-1);
    const inside = report.repairs
      .filter((repair) => repair.start >= start && repair.end <= start + before.length)
      .map((repair) => ({ ...repair, start: repair.start - start, end: repair.end - start }));
    expect(applyRepairs(before, inside, 'all').text).toBe(after);
    expect(inside.find(({ kind }) => kind === 'gbk-shift')?.certain).toBe(certain);
  });

  it('takes what belongs to one place together', () => {
    for (const place of ofKind('gbk-shift')) {
      const group = report.repairs.filter((repair) => repair.place === place.place);
      expect(new Set(group.map(({ certain }) => certain)).size).toBe(1);
    }
  });

  it('is repaired by default where it is certain: 266 marks, six places, both residues', () => {
    const certain = report.repairs.filter((repair) => repair.certain);
    expect(certain.filter(({ kind }) => kind === 'inline-pinyin')).toHaveLength(266);
    expect(certain.filter(({ kind }) => kind === 'gbk-shift')).toHaveLength(6);
    expect(certain.filter(({ kind }) => kind === 'html-residue')).toHaveLength(2);
    const { text, changes } = applyRepairs(imported, report.repairs, 'certain');
    expect(changes).toHaveLength(274);
    expect(text).toContain('鄉鎮(街道)職責');
    expect(text).toContain('臨汾市公安局');
    expect(text).toContain('新?lián)?dāng)新');
  });

  it('is whole when everything is applied, and the forward model gives the imported text back', () => {
    const { text } = applyRepairs(imported, report.repairs, 'all');
    expect(text).not.toMatch(/[?€a-zA-Z]/);
    expect(text).toContain('(街道)');
    const proof = proveRepair(imported);
    expect(proof.repaired).toBe(text);
    expect(imported).toHaveLength(3714);
    expect(proof.exact).toBe(true);
  });

  it('changes nothing when asked for none, and repaired text is left alone', () => {
    expect(applyRepairs(imported, report.repairs, 'none')).toEqual({ text: imported, changes: [] });
    const { text } = applyRepairs(imported, report.repairs, 'all');
    expect(proposeRepairs(text).repairs).toEqual([]);
  });

  it('finds the other places again when the certain repairs were made', () => {
    const { text } = applyRepairs(imported, report.repairs, 'certain');
    const again = proposeRepairs(text).repairs.filter(({ kind }) => kind === 'gbk-shift');
    const inserts = again.map(({ candidates }) => candidates[0]?.insert);
    expect(inserts).toEqual(['。“我們要緊', '。”省公安廳', '擔當', '為“平安實景”。']);
  });
});
