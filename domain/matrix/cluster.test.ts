import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterOrder } from './cluster.ts';

test('those that are alike stand together, by hand', () => {
  // Of the cosines 0 and 2 have 1, 1 and 3 have 0.99; between the pairs at most 0.2: 3 is a little nearer to the first pair.
  const profiles = [
    [5, 0, 0],
    [0, 4, 0],
    [10, 0, 0],
    [0.5, 3, 0],
  ];
  expect(clusterOrder(profiles)).toEqual([0, 2, 3, 1]);
});

test('how much there is does not matter, only how it is spread; nothing comes last, as it stands', () => {
  expect(
    clusterOrder([
      [0, 0],
      [1, 9],
      [0, 0],
      [9, 1],
      [100, 900],
    ]),
  ).toEqual([1, 4, 3, 0, 2]);
  expect(clusterOrder([])).toEqual([]);
  expect(clusterOrder([[0], [0]])).toEqual([0, 1]);
});

test('every profile has its place, and always the same', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(numbers, { maxLength: 20 }), (profiles) => {
      const order = clusterOrder(profiles);
      expect(order.toSorted((a, b) => a - b)).toEqual(profiles.map((_profile, index) => index));
      expect(clusterOrder(profiles)).toEqual(order);
    }),
  );
});
