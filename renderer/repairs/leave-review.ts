import { goToArticle } from '../app/place.ts';
import { revealOnArrival } from '../reading/reader-handle.ts';
import type { Item } from './queries.ts';

/** Back to the article, at the place that was looked at. */
export function leaveReview(articleId: string, item: Item | null): void {
  if (item !== null) revealOnArrival(articleId, (item.entry ?? item.flag).at);
  goToArticle(articleId);
}
