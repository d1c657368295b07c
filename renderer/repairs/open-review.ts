import { getPlace, goToRepairs } from '../app/place.ts';
import { currentReader } from '../reading/reader-handle.ts';
import { everything, review } from './review.ts';

/** From reading to the repairs of the open article: to the one nearest to the selected passage, if there is one. */
export function openReview(): void {
  const { articleId } = getPlace();
  if (articleId === null) return;
  review.set({ ...everything, near: currentReader()?.getSelection()?.start ?? null });
  goToRepairs(articleId);
}
