import { expect, test } from 'vitest';
import { counterpartOf, type ItemPassage, passageAt, runAt } from './item-passages.ts';

const passage = (categoryId: string, start: number, end: number): ItemPassage => ({ categoryId, start, end });
const own = [passage('甲', 10, 50), passage('乙', 20, 30), passage('丙', 20, 30), passage('甲', 400, 420)];

test('what is read is the passage around the place: the item looked at already first, else the smallest', () => {
  expect(passageAt(own, 25, null)).toBe(own[1]);
  expect(passageAt(own, 25, '甲')).toBe(own[0]);
  expect(passageAt(own, 25, '丙')).toBe(own[2]);
  expect(passageAt(own, 40, '乙')).toBe(own[0]);
});

test('between passages it is the nearest, and far from all of them none', () => {
  expect(passageAt(own, 60, null)).toBe(own[0]);
  expect(passageAt(own, 390, null)).toBe(own[3]);
  expect(passageAt(own, 700, null)).toBeNull();
  expect(passageAt([], 0, null)).toBeNull();
});

test('the second passage of an item stands beside the second, or the last where there are fewer', () => {
  const other = [passage('甲', 0, 5), passage('丁', 7, 9)];
  const twice = [...other, passage('甲', 90, 95)];
  const [first, , , second] = own as [ItemPassage, ItemPassage, ItemPassage, ItemPassage];
  expect(counterpartOf(first, own, twice)?.start).toBe(0);
  expect(counterpartOf(second, own, twice)?.start).toBe(90);
  expect(counterpartOf(second, own, other)?.start).toBe(0);
  expect(counterpartOf(first, own, [])).toBeNull();
});

test('the run at a place is the one around it, else the nearest', () => {
  const runs = [{ own: { start: 0, end: 100 } }, { own: { start: 10, end: 20 } }, { own: { start: 900, end: 950 } }];
  expect(runAt(runs, 15)).toBe(runs[1]);
  expect(runAt(runs, 120)).toBe(runs[0]);
  expect(runAt(runs, 960)).toBe(runs[2]);
  expect(runAt(runs, 500)).toBeNull();
});
