import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readGold } from '../../e2e/bench/gold/read-gold.ts';
import { foldScript } from '../repair/script-pairs.ts';

const DECISION = new URL('../../../shared/data/decision-zh-hans.txt', import.meta.url);
const decision = existsSync(DECISION) ? readFileSync(DECISION, 'utf8') : null;

const bare = (text: string) => foldScript(text.normalize('NFKC')).replaceAll(/[\s\p{P}\p{S}]/gu, '');
const sharesRun = (text: string, other: string, length: number) =>
  Array.from({ length: Math.max(0, text.length - length + 1) }).some((_, at) =>
    other.includes(text.slice(at, at + length)),
  );

describe('the gold list', () => {
  const gold = readGold();

  it('has at least 150 sentences of five provinces in both scripts, each once, with items that exist', () => {
    expect(gold.length).toBeGreaterThanOrEqual(150);
    expect([...new Set(gold.map(({ province }) => province))].toSorted()).toEqual(
      ['示例丁省', '示例丙省', '示例乙省', '示例戊省', '示例甲省'].toSorted(),
    );
    expect(new Set(gold.map(({ script }) => script))).toEqual(new Set(['hans', 'hant']));
    expect(new Set(gold.map(({ text }) => bare(text))).size).toBe(gold.length);
    expect(gold.flatMap(({ items }) => items).every((item) => item >= 1 && item <= 60)).toBe(true);
    expect(new Set(gold.flatMap(({ items }) => items)).size).toBe(60);
    expect(gold.filter(({ items }) => items.length === 0).length).toBeGreaterThanOrEqual(40);
  });

  it.skipIf(decision === null)(
    'has no run of 8 characters of the Decision in at least half of them, of 40 in any',
    () => {
      const text = bare(decision ?? '');
      const free = gold.filter((each) => !sharesRun(bare(each.text), text, 8));
      expect(free.length / gold.length).toBeGreaterThanOrEqual(0.5);
      expect(gold.filter((each) => sharesRun(bare(each.text), text, 40))).toEqual([]);
    },
  );
});
