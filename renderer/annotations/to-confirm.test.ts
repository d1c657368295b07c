import { expect, test, vi } from 'vitest';
import type { Annotation } from '#domain/contract/annotation.ts';

vi.stubGlobal('window', { location: { hash: '' }, addEventListener: () => undefined });
const { isToConfirm, nextToConfirm } = await import('./to-confirm.ts');

const annotation = (id: string, more: Partial<Annotation> = {}) =>
  ({ id, toConfirm: null, anchorState: 'placed', ...more }) as Annotation;
const settled = annotation('settled');
const moved = annotation('moved', { toConfirm: 'moved' });
const other = annotation('other', { toConfirm: 'approximate' });
const orphan = annotation('orphan', { anchorState: 'orphan' });

test('what moved, reads otherwise or was not found is to confirm', () => {
  expect([settled, moved, other, orphan].map(isToConfirm)).toEqual([false, true, true, true]);
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
