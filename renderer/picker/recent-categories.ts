import type { Annotation } from '#domain/contract/annotation.ts';
import { makeStore } from '../app/store.ts';

const most = 5;

/** The categories that were linked last in this window, newest first. */
const linkedHere = makeStore<readonly string[]>([]);

export function rememberCategories(categoryIds: readonly string[]): void {
  linkedHere.set((now) => [...new Set([...categoryIds, ...now])].slice(0, most));
}

/** Categories to offer first: linked last in this window, then those linked last in the article. */
export function recentCategories(annotations: readonly Annotation[]): string[] {
  const found = new Set(linkedHere.get());
  const newestFirst = annotations.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
  for (const { links } of newestFirst) {
    if (found.size >= most) break;
    for (const { categoryId } of links) found.add(categoryId);
  }
  return [...found].slice(0, most);
}
