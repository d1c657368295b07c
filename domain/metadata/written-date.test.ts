import { expect, test } from 'vitest';
import { datePrecision, readWrittenDate } from './written-date.ts';

test.each([
  ['2024', '2024', 'year'],
  ['2024年', '2024', 'year'],
  ['2024-08', '2024-08', 'month'],
  ['2024年8月', '2024-08', 'month'],
  ['2024.8', '2024-08', 'month'],
  ['202408', '2024-08', 'month'],
  ['2024-08-05', '2024-08-05', 'day'],
  [' 2024年8月5日 ', '2024-08-05', 'day'],
  ['２０２４年８月５日', '2024-08-05', 'day'],
  ['2024/8/5', '2024-08-05', 'day'],
  ['20240805', '2024-08-05', 'day'],
] as const)('%s is read as %s', (written, date, precision) => {
  expect(readWrittenDate(written)).toBe(date);
  expect(datePrecision(date)).toBe(precision);
});

test.each(['', '8月5日', '2024年13月', '2023-02-29', '24-08-05', '去年八月', '2024-08-05 12:00', '2024月8'])(
  '“%s” is no date',
  (written) => {
    expect(readWrittenDate(written)).toBeNull();
  },
);
