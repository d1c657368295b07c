import { describe, expect, test } from 'vitest';
import { add, cycleLast, relate, relationFor, toggle } from './choosing.ts';

const ids = (chosen: ReturnType<typeof add>) => chosen.map(({ categoryId, relation }) => [categoryId, relation]);

describe('choosing categories', () => {
  test('a category is chosen once, and toggling takes it away again', () => {
    const twice = add(add([], 'a', 'local'), 'a', 'mention');
    expect(ids(twice)).toEqual([['a', 'local']]);
    expect(toggle(twice, 'a')).toEqual([]);
    expect(ids(toggle(twice, 'b'))).toEqual([
      ['a', 'local'],
      ['b', null],
    ]);
  });

  test('each choice has a link id of its own, which changing its relation keeps', () => {
    const two = add(add([], 'a'), 'b');
    expect(new Set(two.map(({ linkId }) => linkId)).size).toBe(2);
    expect(relate(two, 'a', 'verbatim').map(({ linkId }) => linkId)).toEqual(two.map(({ linkId }) => linkId));
  });

  test('the arrows go round the relations of the last one only', () => {
    let chosen = add(add([], 'a'), 'b');
    const seen = [];
    for (let press = 0; press < 5; press++) {
      chosen = cycleLast(chosen, 1);
      seen.push(chosen[1]?.relation);
    }
    expect(seen).toEqual(['verbatim', 'adapted', 'local', 'mention', null]);
    expect(chosen[0]?.relation).toBeNull();
    expect(cycleLast(chosen, -1)[1]?.relation).toBe('mention');
    expect(cycleLast([], 1)).toEqual([]);
  });

  test('Alt with a letter names a relation; without Alt it is a letter', () => {
    expect(relationFor({ altKey: true, code: 'KeyV' })).toBe('verbatim');
    expect(relationFor({ altKey: true, code: 'KeyN' })).toBeNull();
    expect(relationFor({ altKey: false, code: 'KeyV' })).toBeUndefined();
    expect(relationFor({ altKey: true, code: 'KeyQ' })).toBeUndefined();
  });
});
