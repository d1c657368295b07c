import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export const occasions = ['daily', 'hand', 'migration', 'restore'] as const;
export type Occasion = (typeof occasions)[number];

export interface Backup {
  file: string;
  /** An instant in UTC. */
  at: string;
  occasion: Occasion;
  bytes: number;
}

const NAME = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z-(daily|hand|migration|restore)\.jianzhu$/;
/** Kept: every backup of the last days that have any, then one a week. Those of a migration or a restore stay a year. */
const DAYS_KEPT = 7;
const WEEKS_KEPT = 8;
const DAY = 86_400_000;

/** The backups in a folder, newest first. */
export function listBackups(folder: string): Backup[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const match = NAME.exec(name);
      if (match === null) return [];
      const [, day, hour, minute, second, ms, occasion] = match;
      const file = join(folder, name);
      // Another window may have dropped it meanwhile.
      const bytes = statSync(file, { throwIfNoEntry: false })?.size;
      const at = `${day}T${hour}:${minute}:${second}.${ms}Z`;
      return bytes === undefined ? [] : [{ file, at, occasion: occasion as Occasion, bytes }];
    })
    .toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Which backups the rotation drops: `backups` newest first. The newest one always stays. */
export function expired(backups: readonly Backup[], now: Date): Backup[] {
  const daysSeen = new Set<string>();
  const weeksSeen = new Set<number>();
  return backups.filter((backup, index) => {
    const age = now.getTime() - Date.parse(backup.at);
    if (index === 0) {
      daysSeen.add(backup.at.slice(0, 10));
      return false;
    }
    if (backup.occasion === 'migration' || backup.occasion === 'restore') return age > 365 * DAY;
    const day = backup.at.slice(0, 10);
    if (daysSeen.has(day) || daysSeen.size < DAYS_KEPT) {
      daysSeen.add(day);
      return false;
    }
    const week = Math.floor(Date.parse(backup.at) / (7 * DAY));
    if (weeksSeen.has(week) || weeksSeen.size >= WEEKS_KEPT) return true;
    weeksSeen.add(week);
    return false;
  });
}

/** Whether today (UTC) has no backup yet; one made before a restore or a migration holds the state before it. */
export function dailyBackupDue(backups: readonly Backup[], now: Date): boolean {
  const today = now.toISOString().slice(0, 10);
  return !backups.some(({ at, occasion }) => at.startsWith(today) && (occasion === 'daily' || occasion === 'hand'));
}
