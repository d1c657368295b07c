import type { Annotation } from '#domain/contract/annotation.ts';
import type { Relation } from '#domain/contract/values.ts';
import { makeStore } from '../app/store.ts';
import { rememberQuick } from '../quick/quick-categories.ts';

const most = 5;

export interface UsedLink {
  categoryId: string;
  relation: Relation | null;
}

/** The categories that were linked last in this window, newest first. */
const linkedHere = makeStore<readonly string[]>([]);
/** The annotation that was linked last in this window, with its links. */
let last: { annotationId: string; links: readonly UsedLink[] } | null = null;

/** What an annotation was linked to just now. */
export function rememberLinks(annotationId: string, links: readonly UsedLink[]): void {
  if (links.length === 0) return;
  const categoryIds = links.map(({ categoryId }) => categoryId);
  last = { annotationId, links: links.map(({ categoryId, relation }) => ({ categoryId, relation })) };
  linkedHere.set((now) => [...new Set([...categoryIds, ...now])].slice(0, most));
  rememberQuick(categoryIds);
}

/** Links that were changed afterwards count as changed, if they are those that were made last. */
export function rememberChange(annotationId: string, links: readonly UsedLink[]): void {
  if (last?.annotationId === annotationId) rememberLinks(annotationId, links);
}

function newestFirst(annotations: readonly Annotation[]): Annotation[] {
  return annotations.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
}

/** The links to repeat: those made last in this window, else those of the newest annotation of the article. */
export function lastLinks(annotations: readonly Annotation[]): readonly UsedLink[] {
  return last?.links ?? newestFirst(annotations).find(({ links }) => links.length > 0)?.links ?? [];
}

/** Categories to offer first: linked last in this window, then those linked last in the article. */
export function recentCategories(annotations: readonly Annotation[]): string[] {
  return newestCategories(annotations, linkedHere.get(), most);
}

/** The categories linked last in an article, newest first, behind those that are given; so many at most. */
export function newestCategories(
  annotations: readonly Annotation[],
  before: readonly string[],
  atMost: number,
): string[] {
  const found = new Set(before);
  for (const { links } of newestFirst(annotations)) {
    if (found.size >= atMost) break;
    for (const { categoryId } of links) found.add(categoryId);
  }
  return [...found].slice(0, atMost);
}
