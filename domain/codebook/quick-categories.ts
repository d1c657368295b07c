import type { QuickCategory } from '../contract/session.ts';

/** What 1 to 9 stand for, in this order; null where nothing does yet. At most nine; what is missing at the end is null. */
export type QuickCategories = readonly (QuickCategory | null)[];

export const quickDigits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** With nine places, whatever was stored. */
export function ninePlaces(quick: QuickCategories): (QuickCategory | null)[] {
  return quickDigits.map((digit) => quick[digit - 1] ?? null);
}

/**
 * The nine after some categories were used, the last of them last. A category that has a digit keeps it, so that the hand
 * can learn it; one that has none takes the first free place, else that of the one not pinned that was used longest ago.
 * When all are pinned, nothing is displaced. `at` is an instant (ISO 8601, UTC).
 */
export function withUsed(quick: QuickCategories, categoryIds: readonly string[], at: string): QuickCategories {
  const next = ninePlaces(quick);
  for (const categoryId of categoryIds) {
    const known = next.findIndex((each) => each?.categoryId === categoryId);
    const place = known >= 0 ? known : placeFor(next, categoryIds);
    if (place < 0) continue;
    next[place] = { categoryId, pinned: next[place]?.categoryId === categoryId && next[place].pinned, usedAt: at };
  }
  return next;
}

/** Those used now are not displaced by each other. */
function placeFor(quick: readonly (QuickCategory | null)[], usedNow: readonly string[]): number {
  const free = quick.indexOf(null);
  if (free >= 0) return free;
  let oldest = -1;
  quick.forEach((each, place) => {
    if (each === null || each.pinned || usedNow.includes(each.categoryId)) return;
    const before = quick[oldest];
    if (before === undefined || before === null || each.usedAt < before.usedAt) oldest = place;
  });
  return oldest;
}

/** Pins a category to a digit (1 to 9), taking it from the digit it had; null frees the digit. `at` as above. */
export function pinCategory(
  quick: QuickCategories,
  digit: number,
  categoryId: string | null,
  at: string,
): QuickCategories {
  const next = ninePlaces(quick).map((each) => (each?.categoryId === categoryId ? null : each));
  next[digit - 1] = categoryId === null ? null : { categoryId, pinned: true, usedAt: at };
  return next;
}

/** Lets the category of a digit (1 to 9) give way to others again. */
export function unpinCategory(quick: QuickCategories, digit: number): QuickCategories {
  return ninePlaces(quick).map((each, place) =>
    place === digit - 1 && each !== null ? { ...each, pinned: false } : each,
  );
}

/** Whether the digits stand for the same categories, whenever those were used. */
export function sameQuick(a: QuickCategories, b: QuickCategories): boolean {
  const other = ninePlaces(b);
  return ninePlaces(a).every(
    (each, place) => each?.categoryId === other[place]?.categoryId && each?.pinned === other[place]?.pinned,
  );
}
