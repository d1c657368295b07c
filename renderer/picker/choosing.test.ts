import { describe, expect, test } from 'vitest';
import { add, cycleLast, relate, relationOf, toggle } from './choosing.ts';

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

  test('a command names a relation, or is about something else', () => {
    expect(relationOf('relationVerbatim')).toBe('verbatim');
    expect(relationOf('relationNone')).toBeNull();
    expect(relationOf('pickUp')).toBeUndefined();
    expect(relationOf(undefined)).toBeUndefined();
  });
});
