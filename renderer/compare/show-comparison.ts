import type { ComparedText } from '#domain/contract/comparison.ts';
import { mostCompared } from '#domain/contract/comparison.ts';
import { type Comparison, comparisonOf } from '../app/comparison-place.ts';
import { getPlace, goToComparison } from '../app/place.ts';
import { makeStore } from '../app/store.ts';

/** Articles chosen in the library to be put side by side, in the order of choosing. */
export const chosenArticles = makeStore<readonly string[]>([]);

export function toggleChosen(articleId: string): void {
  chosenArticles.set((now) =>
    now.includes(articleId)
      ? now.filter((id) => id !== articleId)
      : now.length < mostCompared
        ? [...now, articleId]
        : now,
  );
}

export function compareChosen(): void {
  const ids = chosenArticles.get();
  chosenArticles.set([]);
  goToComparison(comparisonOf(ids.map((id) => ({ kind: 'article', id }))));
}

/** Puts an article beside what is chosen next. */
export function compareWith(articleId: string): void {
  goToComparison(comparisonOf([{ kind: 'article', id: articleId }]));
}

/** What was chosen, else the open article, with room for others. */
export function openComparison(): void {
  if (chosenArticles.get().length > 1) compareChosen();
  else {
    const { articleId } = getPlace();
    goToComparison(comparisonOf(articleId === null ? [] : [{ kind: 'article', id: articleId }]));
  }
}

export function withText(comparison: Comparison, text: ComparedText): Comparison {
  const known = comparison.texts.some(({ id }) => id === text.id);
  if (known || comparison.texts.length >= mostCompared) return comparison;
  return { ...comparison, texts: [...comparison.texts, text] };
}

export function withoutText(comparison: Comparison, at: number): Comparison {
  const texts = comparison.texts.filter((_, index) => index !== at);
  const focus = comparison.at > at ? comparison.at - 1 : comparison.at;
  return { ...comparison, texts, at: Math.max(0, Math.min(focus, texts.length - 1)) };
}
