import { expect, test } from 'vitest';
import type { Finding, FindingNumbers } from '../contract/finding.ts';
import { findingTable } from './finding-table.ts';

const [a, b, c] = ['a', 'b', 'c'] as const;
const column = (id: string) => ({ id, number: id, titleHant: id, titleHans: id, titleEn: id });

function numbers(
  columns: readonly string[],
  rows: Record<string, readonly (number | null)[]>,
  complete = 1,
): FindingNumbers {
  const made = Object.entries(rows).map(([key, values]) => ({
    key,
    name: null,
    articles: 1,
    complete,
    cells: values.flatMap((value, at) => (value === 0 ? [] : [at, value, 1, value])),
    total: { value: values.reduce<number>((sum, value) => sum + (value ?? 0), 0), articles: 1, passages: 9 },
  }));
  const whole = {
    key: '',
    name: null,
    articles: made.length,
    complete: made.length * complete,
    cells: columns.flatMap((_, at) => {
      const sum = made.reduce(
        (all, { cells }) => all + (cells[cells.findIndex((x, i) => i % 4 === 0 && x === at) + 1] ?? 0),
        0,
      );
      return [at, sum, 1, sum];
    }),
    total: { value: 1, articles: 1, passages: 9 },
  };
  return {
    matrix: { columns: [...columns], rows: made, whole, reprints: 0, waiting: 0 },
    columns: columns.map(column),
  };
}

const finding: Pick<Finding, 'question'> = {
  question: {
    kind: 'matrix',
    ask: {
      rows: 'provinces',
      columns: { of: 'parts', codebookId: a },
      filter: {},
      measure: 'passages',
      weighing: 'pooled',
    },
    shown: { reading: 'plain', least: 0, sort: 'name', descending: false, address: '' },
  },
};

test('cells stand then and now, and those that differ are told with both values', () => {
  const before = numbers([a, b], { 甲: [2, 0], 乙: [1, 3] });
  const now = numbers([a, b], { 甲: [2, 1], 乙: [1, 3] });
  const { rows, changes } = findingTable({ finding, before, now });
  expect(rows.map(({ key, cells }) => [key, cells.map(({ changed }) => changed)])).toEqual([
    ['甲', [false, true]],
    ['乙', [false, false]],
  ]);
  expect(changes.map(({ row, column: { id }, cell }) => [row.key, id, cell.before, cell.now])).toEqual([
    ['甲', 'b', { state: 'silent', value: 0 }, { state: 'value', value: 1 }],
  ]);
});

test('a row or a column that came or went counts as changed only where it says something', () => {
  const before = numbers([a], { 甲: [2] });
  const now = numbers([a, c], { 甲: [2, 0], 丙: [0, 4] });
  const { columns, rows, changes } = findingTable({ finding, before, now });
  expect(columns.map(({ id }) => id)).toEqual([a, c]);
  expect(rows.map(({ key }) => key)).toEqual(['甲', '丙']);
  expect(changes.map(({ row, column: { id } }) => [row.key, id])).toEqual([['丙', 'c']]);
  const gone = findingTable({ finding, before: now, now: before });
  expect(gone.changes.map(({ cell }) => [cell.before?.value, cell.now])).toEqual([[4, null]]);
});

test('what was not coded and is now silent has changed; what cannot be asked any more has not', () => {
  const before = numbers([a, b], { 甲: [2, 0] }, 0);
  const now = numbers([a, b], { 甲: [2, 0] }, 1);
  expect(
    findingTable({ finding, before, now }).changes.map(({ cell }) => [cell.before?.state, cell.now?.state]),
  ).toEqual([['not-coded', 'silent']]);
  const lost = findingTable({ finding, before, now: null });
  expect(lost.changes).toEqual([]);
  expect(lost.articles).toEqual({ before: { articles: 1, complete: 0 }, now: null });
});

test('divided numbers are read as they were asked for', () => {
  const shares = { ...finding, question: { ...finding.question, shown: { reading: 'per-row', least: 0 } } } as Finding;
  const before = numbers([a, b], { 甲: [1, 3] });
  const { rows, unit } = findingTable({ finding: shares, before, now: before });
  expect(rows[0]?.cells.map(({ now }) => now?.value)).toEqual([0.25, 0.75]);
  expect(unit).toBe('part');
});
