import { expect, test } from 'vitest';
import type { Category } from '#domain/contract/codebook.ts';
import { isWithin, stepInTree, type TreeMove } from './move-in-tree.ts';

const tree = (
  [
    ['a', null],
    ['a1', 'a'],
    ['a2', 'a'],
    ['b', null],
    ['c', null],
  ] as const
).map(([id, parentId]) => ({ id, parentId }) as Category);
const step = (id: string, move: TreeMove) => {
  const category = tree.find((each) => each.id === id);
  return category === undefined ? null : stepInTree(tree, category, move);
};

test.each<[string, TreeMove, ReturnType<typeof stepInTree>]>([
  ['a', 'up', null],
  ['b', 'up', { parentId: null, beforeId: 'a' }],
  ['a', 'down', { parentId: null, beforeId: 'c' }],
  ['b', 'down', { parentId: null, beforeId: null }],
  ['c', 'down', null],
  ['a2', 'down', null],
  ['b', 'in', { parentId: 'a', beforeId: null }],
  ['a', 'in', null],
  ['a1', 'out', { parentId: null, beforeId: 'b' }],
  ['c', 'out', null],
])('%s one step %s', (id, move, place) => {
  expect(step(id, move)).toEqual(place);
});

test('what stands within what', () => {
  expect(isWithin(tree, 'a1', 'a')).toBe(true);
  expect(isWithin(tree, 'a', 'a')).toBe(true);
  expect(isWithin(tree, 'a', 'a1')).toBe(false);
});
