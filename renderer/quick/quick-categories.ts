import { ninePlaces, type QuickCategories, sameQuick, withUsed } from '#domain/codebook/quick-categories.ts';
import type { QuickCategory } from '#domain/contract/session.ts';
import { setPreferences } from '../session/mutations.ts';
import { getSession, useSession } from '../session/queries.ts';

const none: QuickCategories = [];

/** With the times of use since they were stored last: those alone are not worth a write. */
let newest: { corpusId: string; quick: QuickCategories } | null = null;

function stored(): { corpusId: string; quick: QuickCategories } | null {
  const session = getSession();
  const corpusId = session?.corpus?.id;
  if (corpusId === undefined) return null;
  const quick = session?.preferences.quickCategories?.[corpusId] ?? none;
  return newest?.corpusId === corpusId && sameQuick(newest.quick, quick) ? newest : { corpusId, quick };
}

/** What 1 to 9 stand for in the open corpus. */
export function getQuick(): (QuickCategory | null)[] {
  return ninePlaces(stored()?.quick ?? none);
}

/** What 1 to 9 stand for in the open corpus. */
export function useQuick(): (QuickCategory | null)[] {
  const { corpus, preferences } = useSession();
  return ninePlaces(preferences.quickCategories?.[corpus?.id ?? ''] ?? none);
}

export function setQuick(change: (quick: QuickCategories, at: string) => QuickCategories): void {
  const now = stored();
  if (now === null) return;
  const quick = change(now.quick, new Date().toISOString());
  newest = { corpusId: now.corpusId, quick };
  if (!sameQuick(quick, now.quick)) void setPreferences({ quickCategories: { [now.corpusId]: [...quick] } });
}

/** Where no digit stands for anything yet: what was used elsewhere, the newest first. */
export function beginQuick(categoryIds: readonly string[]): void {
  if (getQuick().every((each) => each === null) && categoryIds.length > 0) rememberQuick(categoryIds);
}

/** Categories that were used, the last of them last. */
export function rememberQuick(categoryIds: readonly string[]): void {
  setQuick((quick, at) => withUsed(quick, categoryIds, at));
}
