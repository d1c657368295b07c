import { expect, test, vi } from 'vitest';
import type { Annotation } from '#domain/contract/annotation.ts';

vi.stubGlobal('window', { location: { hash: '' }, addEventListener: () => undefined });
const { isOnlyShifted, isToConfirm, nextToConfirm, nextUnreviewed } = await import('./to-confirm.ts');

const annotation = (id: string, more: Partial<Annotation> = {}) =>
  ({ id, toConfirm: null, anchorState: 'placed', ...more }) as Annotation;
const settled = annotation('settled');
const moved = annotation('moved', { toConfirm: 'moved' });
const other = annotation('other', { toConfirm: 'approximate' });
const orphan = annotation('orphan', { anchorState: 'orphan' });

test('what moved, reads otherwise or was not found is to confirm', () => {
  expect([settled, moved, other, orphan].map(isToConfirm)).toEqual([false, true, true, true]);
});

test('what only stands elsewhere is told from what reads otherwise', () => {
  const words = { prefix: '甲', exact: '乙', suffix: '丙' };
  const shifted = annotation('shifted', { toConfirm: 'moved', ...words, formerly: words });
  expect(isOnlyShifted(shifted)).toBe(true);
  expect(isOnlyShifted({ ...shifted, formerly: { ...words, suffix: '丁' } })).toBe(false);
  expect(isOnlyShifted({ ...shifted, toConfirm: 'approximate' })).toBe(false);
  expect(isOnlyShifted(moved)).toBe(false);
});

test('the next one follows in the order of the list, round again, and is never the same', () => {
  const list = [settled, moved, other, orphan];
  const next = (id: string | null) => nextToConfirm(list, id)?.id ?? null;
  expect([null, 'settled', 'moved', 'other', 'orphan'].map(next)).toEqual([
    'moved',
    'moved',
    'other',
    'orphan',
    'moved',
  ]);
  expect(nextToConfirm([settled, moved], 'moved')).toBeNull();
  expect(nextToConfirm([], null)).toBeNull();
});

test('the next unreviewed one is a draft, doubtful, or to confirm; forwards, backwards and round again', () => {
  const settledOne = annotation('a', { status: 'settled' });
  const draft = annotation('b', { status: 'draft' });
  const waiting = annotation('c', { status: 'settled', toConfirm: 'moved' });
  const doubtful = annotation('d', { status: 'doubtful' });
  const list = [settledOne, draft, waiting, doubtful];
  const from = (direction: 1 | -1) => [null, 'a', 'b', 'c', 'd'].map((id) => nextUnreviewed(list, id, direction)?.id);
  expect(from(1)).toEqual(['b', 'b', 'c', 'd', 'b']);
  expect(from(-1)).toEqual(['d', 'd', 'd', 'b', 'c']);
  expect(nextUnreviewed([settledOne, draft], 'b', 1)).toBeNull();
});
