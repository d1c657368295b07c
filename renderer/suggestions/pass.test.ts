import { expect, test } from 'vitest';
import type { Annotation } from '#domain/contract/annotation.ts';
import { isCoded, nextToDecide, type Suggested } from './pass.ts';

const sentence = (start: number, end: number, categoryId: string | null): Suggested => ({
  start,
  end,
  suggestions: [{ categoryId, rank: 1, score: 0.5, evidence: [] }],
});
const passage = (start: number, end: number, anchorState: Annotation['anchorState'] = 'placed') =>
  ({ start, end, anchorState }) as Annotation;

test('a passage counts for a sentence it covers, or that covers it, by more than half', () => {
  const ten = sentence(10, 20, 'a');
  expect(isCoded(ten, [passage(10, 20)])).toBe(true);
  expect(isCoded(ten, [passage(12, 14)])).toBe(true);
  expect(isCoded(ten, [passage(0, 15)])).toBe(false);
  expect(isCoded(ten, [passage(0, 16)])).toBe(true);
  expect(isCoded(ten, [passage(20, 30)])).toBe(false);
  expect(isCoded(ten, [passage(10, 20, 'orphan')])).toBe(false);
});

test('the pass passes over what is coded and what belongs nowhere, either way', () => {
  const all = [sentence(0, 5, 'a'), sentence(5, 9, null), sentence(9, 12, 'b'), sentence(12, 20, 'c')];
  expect(nextToDecide(all, [], 0, 1)).toBe(0);
  expect(nextToDecide(all, [], 1, 1)).toBe(2);
  expect(nextToDecide(all, [passage(9, 12)], 1, 1)).toBe(3);
  expect(nextToDecide(all, [], 1, -1)).toBe(0);
  expect(nextToDecide(all, [passage(0, 20)], 0, 1)).toBe(-1);
  expect(nextToDecide(all, [], 4, 1)).toBe(-1);
});
