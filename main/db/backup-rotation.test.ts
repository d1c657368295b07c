import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Backup, dailyBackupDue, expired, listBackups, type Occasion, occasions } from './backup-rotation.ts';

const DAY = 86_400_000;
const NOW = new Date('2026-03-15T12:00:00.000Z');

function backup(daysAgo: number, occasion: Occasion = 'daily'): Backup {
  const at = new Date(NOW.getTime() - daysAgo * DAY).toISOString();
  return { file: `${at}-${occasion}`, at, occasion, bytes: 1 };
}

function kept(backups: Backup[]): Backup[] {
  const dropped = new Set(expired(backups, NOW));
  return backups.filter((each) => !dropped.has(each));
}

test('of a backup every day, seven days and then eight weeks stay', () => {
  const all = Array.from({ length: 200 }, (_, days) => backup(days));
  const days = kept(all).map(({ at }) => Math.round((NOW.getTime() - Date.parse(at)) / DAY));
  expect(days.slice(0, 7)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(days).toHaveLength(15);
  const gaps = days.slice(1).map((each, at) => each - (days[at] ?? 0));
  expect(gaps.slice(8)).toEqual([7, 7, 7, 7, 7, 7]);
  expect(Math.max(...gaps)).toBe(7);
});

test('days without work do not count: the last seven that have any stay, however old', () => {
  const all = [0, 40, 80, 120, 160, 200, 240, 280].map((days) => backup(days));
  expect(kept(all)).toEqual(all);
});

test('what was kept before a migration or a restore stays a year', () => {
  const days = Array.from({ length: 10 }, (_, at) => backup(at));
  const all = [
    ...days,
    backup(300, 'migration'),
    backup(301, 'restore'),
    backup(400, 'migration'),
    backup(401, 'restore'),
  ];
  expect(kept(all).filter(({ occasion }) => occasion !== 'daily')).toEqual([
    backup(300, 'migration'),
    backup(301, 'restore'),
  ]);
});

test('whatever there is: the newest stays, every backup of its day too, and a second look drops nothing more', () => {
  const some = fc.array(fc.record({ hours: fc.nat(24 * 900), occasion: fc.constantFrom(...occasions) }), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(some, (list) => {
      const all = list
        .map(({ hours, occasion }) => backup(hours / 24, occasion))
        .toSorted((a, b) => (a.at < b.at ? 1 : -1));
      const left = kept(all);
      if (all[0] !== undefined) expect(left[0]).toBe(all[0]);
      const today = all.filter(
        ({ at, occasion }) =>
          at.slice(0, 10) === all[0]?.at.slice(0, 10) && occasion !== 'restore' && occasion !== 'migration',
      );
      for (const each of today) expect(left).toContain(each);
      expect(kept(left)).toEqual(left);
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('a day wants one daily backup, or one made by hand', () => {
  expect(dailyBackupDue([], NOW)).toBe(true);
  expect(dailyBackupDue([backup(1)], NOW)).toBe(true);
  expect(dailyBackupDue([backup(0.2)], NOW)).toBe(false);
  expect(dailyBackupDue([backup(0.2, 'hand')], NOW)).toBe(false);
  expect(dailyBackupDue([backup(0.2, 'restore'), backup(0.3, 'migration')], NOW)).toBe(true);
});

test('a folder lists what the program named, newest first, and nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jianzhu-test-'));
  const names = ['2026-03-14T090000000Z-daily.jianzhu', '2026-03-15T090000123Z-restore.jianzhu'];
  for (const name of [
    ...names,
    'mine.jianzhu',
    '2026-03-15T090000123Z-daily.jianzhu.part',
    '2026-03-15T090000123Z-other.jianzhu',
  ])
    writeFileSync(join(folder, name), 'x');
  expect(listBackups(folder)).toEqual([
    { file: join(folder, names[1] ?? ''), at: '2026-03-15T09:00:00.123Z', occasion: 'restore', bytes: 1 },
    { file: join(folder, names[0] ?? ''), at: '2026-03-14T09:00:00.000Z', occasion: 'daily', bytes: 1 },
  ]);
  expect(listBackups(join(folder, 'none'))).toEqual([]);
  rmSync(folder, { recursive: true });
});
