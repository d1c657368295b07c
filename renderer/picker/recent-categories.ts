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

/** The links to repeat: those made last in this window, else those of the newest annotation of the article. */
export function lastLinks(annotations: readonly Annotation[]): readonly UsedLink[] {
  if (last !== null) return last.links;
  let newest: Annotation | undefined;
  for (const each of annotations) {
    if (each.links.length > 0 && (newest === undefined || newest.createdAt < each.createdAt)) newest = each;
  }
  return newest?.links ?? [];
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
  for (const categoryId of byLastUse(annotations)) {
    if (found.size >= atMost) break;
    found.add(categoryId);
  }
  return [...found].slice(0, atMost);
}

/** Every category linked in the article, the one used last before the others; those of one annotation in its order. */
function byLastUse(annotations: readonly Annotation[]): string[] {
  const lastUse = new Map<string, string>();
  for (const { createdAt, links } of annotations) {
    for (const { categoryId } of links) {
      const known = lastUse.get(categoryId);
      if (known !== undefined && known >= createdAt) continue;
      lastUse.delete(categoryId);
      lastUse.set(categoryId, createdAt);
    }
  }
  const latestFirst = [...lastUse].toSorted(([, a], [, b]) => (a === b ? 0 : a < b ? 1 : -1));
  return latestFirst.map(([categoryId]) => categoryId);
}
