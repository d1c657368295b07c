import { ninePlaces, type QuickCategories, sameQuick, withUsed } from '#domain/codebook/quick-categories.ts';
import type { QuickCategory } from '#domain/contract/session.ts';
import { makeStore } from '../app/store.ts';
import { setPreferences } from '../session/mutations.ts';
import { getSession, useSession } from '../session/queries.ts';

interface OfCorpus {
  corpusId: string;
  quick: QuickCategories;
}

/** What they begin with in a corpus in which none is stored yet; looking at an article stores nothing. */
const begun = makeStore<OfCorpus | null>(null);

/** With the times of use since they were stored last: those alone are not worth a write. */
let newest: OfCorpus | null = null;

function beginning(corpusId: string, from: OfCorpus | null): QuickCategories {
  return from?.corpusId === corpusId ? from.quick : [];
}

/** What 1 to 9 stand for in the open corpus. */
export function getQuick(): (QuickCategory | null)[] {
  const session = getSession();
  const corpusId = session?.corpus?.id ?? '';
  const quick = session?.preferences.quickCategories?.[corpusId] ?? beginning(corpusId, begun.get());
  return ninePlaces(newest?.corpusId === corpusId && sameQuick(newest.quick, quick) ? newest.quick : quick);
}

/** What 1 to 9 stand for in the open corpus. */
export function useQuick(): (QuickCategory | null)[] {
  const { corpus, preferences } = useSession();
  const from = begun.use();
  const corpusId = corpus?.id ?? '';
  return ninePlaces(preferences.quickCategories?.[corpusId] ?? beginning(corpusId, from));
}

export function setQuick(change: (quick: QuickCategories, at: string) => QuickCategories): void {
  const session = getSession();
  const corpusId = session?.corpus?.id;
  if (corpusId === undefined) return;
  const quick = change(getQuick(), new Date().toISOString());
  newest = { corpusId, quick };
  const stored = session?.preferences.quickCategories?.[corpusId] ?? [];
  if (!sameQuick(quick, stored)) void setPreferences({ quickCategories: { [corpusId]: [...quick] } });
}

/** Categories that were used, the last of them last. */
export function rememberQuick(categoryIds: readonly string[]): void {
  setQuick((quick, at) => withUsed(quick, categoryIds, at));
}

/** Where no digit stands for anything yet: what was used elsewhere, the newest first. */
export function beginQuick(categoryIds: readonly string[]): void {
  const corpusId = getSession()?.corpus?.id;
  if (corpusId === undefined || categoryIds.length === 0 || getQuick().some((each) => each !== null)) return;
  begun.set({ corpusId, quick: withUsed([], categoryIds, new Date().toISOString()) });
}
