import type { RepairDecision } from '#domain/contract/repair.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { decide } from './mutations.ts';
import type { Item } from './queries.ts';
import { changeReview, decisionsFor, neighbour, nextOpen, review, select } from './review.ts';

/** An article's items as the list shows them. */
export interface Shown {
  articleId: string;
  items: readonly Item[];
}

/** Decides what is looked at. What then no longer fits the filter leaves the list, and the one after it comes next. */
export function decideItem({ articleId, items }: Shown, item: Item | null, decision: RepairDecision, insert?: string) {
  if (!item?.entry) return;
  const filter = review.get().decision;
  const leaves = filter !== null && filter !== decision;
  const next = leaves ? (neighbour(items, item, 1) ?? neighbour(items, item, -1)) : item;
  changeReview({ selected: next?.id ?? null, words: null });
  decide(articleId, decisionsFor([item.entry], decision, insert));
}

/** Accepts what is looked at, and goes on to the next open one. */
export function acceptAndNext(shown: Shown, item: Item | null): void {
  const next = nextOpen(shown.items, item);
  decideItem(shown, item, 'accepted');
  if (next === undefined) notify('quiet', t('repairs.noneOpen'));
  else select(next);
}
