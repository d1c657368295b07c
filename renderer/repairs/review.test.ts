import { describe, expect, test } from 'vitest';
import type { Repair, TextFlag } from '#domain/contract/repair.ts';
import { repairEntries, reviewItems } from '#domain/repair/repair-entries.ts';
import { countChanges, decisionsFor, neighbour, nextOpen, selectedItem, shownItems } from './review.ts';

const repair = (start: number, given: Partial<Repair>): Repair => ({
  id: `r${start}`,
  version: 1,
  start,
  end: start + 1,
  before: '?',
  kind: 'inline-pinyin',
  certain: true,
  reason: 'pinyin-always-marked',
  place: null,
  candidates: [{ insert: '', score: 1, evidence: [] }],
  decision: 'accepted',
  insert: '',
  at: { start, end: start },
  ...given,
});

const flag: TextFlag = { start: 15, end: 16, kind: 'masked-word', evidence: [], at: { start: 15, end: 16 } };
const shift = { kind: 'gbk-shift', decision: 'open', insert: null, place: 0 } as const;
const repairs = [
  repair(0, {}),
  repair(5, { ...shift, kind: 'inline-pinyin' }),
  repair(6, shift),
  repair(10, { kind: 'punctuation', decision: 'refused', insert: null }),
  repair(20, { kind: 'punctuation', decision: 'open', insert: null }),
];
const log = { importedText: '', revisionId: '', corrections: 0, text: '', repairs, flags: [flag] };
const items = reviewItems(repairEntries(repairs), [flag]);
const everything = { decision: null, kind: null };
const ids = (given: typeof items | ReturnType<typeof shownItems>) => given.map(({ id }) => id);

describe('the review', () => {
  test('is narrowed by decision and kind; flags are never decided', () => {
    expect(ids(shownItems(items, everything))).toEqual(['r0', 'r5', 'r10', 'masked-word-15-16', 'r20']);
    expect(ids(shownItems(items, { decision: 'open', kind: null }))).toEqual(['r5', 'r20']);
    expect(ids(shownItems(items, { decision: null, kind: 'inline-pinyin' }))).toEqual(['r0']);
    expect(ids(shownItems(items, { decision: null, kind: 'flag' }))).toEqual(['masked-word-15-16']);
    expect(shownItems(items, { decision: 'accepted', kind: 'flag' })).toEqual([]);
  });

  test('counts changes, as the head of the article does: a place may hold several', () => {
    expect(countChanges(log, everything)).toBe(5);
    expect(countChanges(log, { decision: 'open', kind: null })).toBe(3);
    expect(countChanges(log, { decision: null, kind: 'inline-pinyin' })).toBe(2);
    expect(countChanges(log, { decision: 'open', kind: 'inline-pinyin' })).toBe(1);
    expect(countChanges(log, { decision: null, kind: 'flag' })).toBe(1);
  });

  test('begins at the chosen item, else at the nearest one, else at the first open one', () => {
    expect(selectedItem(items, { selected: 'r10', near: 0 })?.id).toBe('r10');
    expect(selectedItem(items, { selected: 'gone', near: 14 })?.id).toBe('masked-word-15-16');
    expect(selectedItem(items, { selected: null, near: null })?.id).toBe('r5');
    expect(selectedItem([], { selected: null, near: null })).toBe(null);
  });

  test('steps to the neighbours, and to the next open one around the end', () => {
    const [first, second, third] = items;
    const last = items.at(-1);
    expect(neighbour(items, first ?? null, 1)).toBe(second);
    expect(neighbour(items, first ?? null, -1)).toBe(undefined);
    expect(nextOpen(items, third ?? null)).toBe(last);
    expect(nextOpen(items, last ?? null)).toBe(second);
    expect(nextOpen(items.slice(0, 2), second ?? null)).toBe(undefined);
  });

  test('decides all of a place, with other words only for the one that leads it', () => {
    const entries = items.flatMap(({ entry }) => entry ?? []).filter(({ id }) => id === 'r5');
    expect(decisionsFor(entries, 'accepted', '新')).toEqual([
      { id: 'r5', decision: 'accepted' },
      { id: 'r6', decision: 'accepted', insert: '新' },
    ]);
  });
});
