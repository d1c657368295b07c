import { describe, expect, test } from 'vitest';
import { repairEntries, repairedWords, reviewItems } from './repair-entries.ts';

const repair = (start: number, kind: string, place: number | null, candidate = '', insert: string | null = null) => ({
  id: `r${start}`,
  start,
  end: start + 2,
  kind,
  place,
  insert,
  candidates: [{ insert: candidate }],
  at: { start, end: start + 2 },
});

describe('repairEntries', () => {
  test('what belongs to one place is one entry, led by what is no pinyin', () => {
    const all = [repair(0, 'inline-pinyin', null), repair(4, 'inline-pinyin', 1), repair(8, 'gbk-shift', 1)];
    const entries = repairEntries([...all, repair(12, 'gbk-shift', 2)]);
    expect(entries.map(({ id, end, leading }) => [id, end, leading.kind])).toEqual([
      ['r0', 2, 'inline-pinyin'],
      ['r4', 10, 'gbk-shift'],
      ['r12', 14, 'gbk-shift'],
    ]);
    expect(repairEntries([])).toEqual([]);
  });
});

describe('reviewItems', () => {
  test('flags stand among the entries, in the order of the text', () => {
    const entries = repairEntries([repair(0, 'gbk-shift', null), repair(8, 'gbk-shift', null)]);
    const items = reviewItems(entries, [{ start: 3, end: 4, kind: 'masked-word' }]);
    expect(items.map(({ id, entry }) => [id, entry?.leading.kind])).toEqual([
      ['r0', 'gbk-shift'],
      ['masked-word-3-4', undefined],
      ['r8', 'gbk-shift'],
    ]);
  });
});

describe('repairedWords', () => {
  const imported = '甲一乙丙二丁戊三己';

  test('the best candidates, with what stands between them', () => {
    const [entry] = repairEntries([repair(1, 'inline-pinyin', 1), repair(4, 'gbk-shift', 1, '新')]);
    expect(entry && repairedWords(imported, entry)).toBe('丙新');
  });

  test('what stands already, or other words for the leading one', () => {
    const [entry] = repairEntries([repair(1, 'inline-pinyin', 1, '', '注'), repair(4, 'gbk-shift', 1, '新', '己有')]);
    expect(entry && repairedWords(imported, entry)).toBe('注丙己有');
    expect(entry && repairedWords(imported, entry, '另作')).toBe('注丙另作');
  });
});
