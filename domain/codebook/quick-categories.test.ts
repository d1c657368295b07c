import { describe, expect, test } from 'vitest';
import { pinCategory, type QuickCategories, sameQuick, unpinCategory, withUsed } from './quick-categories.ts';

const instantOf = (minute: number) => `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`;
const shown = (quick: QuickCategories) =>
  quick.map((each) => (each === null ? '' : `${each.categoryId}${each.pinned ? '!' : ''}`)).join(' ');
const used = (categories: string) =>
  categories.split('').reduce<QuickCategories>((quick, each, minute) => withUsed(quick, [each], instantOf(minute)), []);

describe('what 1 to 9 stand for', () => {
  test('the categories in the order of their first use; a used one keeps its digit', () => {
    expect(shown(used('abcab'))).toBe('a b c      ');
  });

  test('a tenth displaces the one used longest ago', () => {
    expect(shown(used('abcdefghiaj'))).toBe('a j c d e f g h i');
  });

  test('what is pinned stays, and is pinned still when it is used', () => {
    const pinned = pinCategory(used('abcdefghi'), 2, 'b', instantOf(10));
    const filled = 'klmnopqrst'
      .split('')
      .reduce((quick, each, minute) => withUsed(quick, [each], instantOf(20 + minute)), pinned);
    expect(shown(withUsed(filled, ['b'], instantOf(40))).split(' ')[1]).toBe('b!');
    expect(shown(unpinCategory(filled, 2)).split(' ')[1]).toBe('b');
  });

  test('a category stands at one digit only', () => {
    expect(shown(pinCategory(used('abc'), 5, 'a', instantOf(9)))).toBe(' b c  a!    ');
    expect(shown(pinCategory(used('abc'), 2, null, instantOf(9)))).toBe('a  c      ');
  });

  test('several used at once do not displace each other, and nine pinned ones nothing', () => {
    const nine = used('abcdefghi');
    expect(shown(withUsed(nine, ['x', 'y'], instantOf(30)))).toBe('x y c d e f g h i');
    const pinned = 'abcdefghi'
      .split('')
      .reduce((quick, each, at) => pinCategory(quick, at + 1, each, instantOf(at)), nine);
    expect(shown(withUsed(pinned, ['z'], instantOf(50)))).toBe('a! b! c! d! e! f! g! h! i!');
  });

  test('the same, whenever they were used', () => {
    expect(sameQuick(used('ab'), used('abab'))).toBe(true);
    expect(sameQuick(used('ab'), pinCategory(used('ab'), 1, 'a', instantOf(3)))).toBe(false);
  });
});
