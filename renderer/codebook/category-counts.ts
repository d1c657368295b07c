import type { Annotation } from '#domain/contract/annotation.ts';
import type { Category } from '#domain/contract/codebook.ts';

/** How many links the annotations have to each category itself. */
export function countLinks(annotations: readonly Annotation[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { links } of annotations) {
    for (const { categoryId } of links) counts.set(categoryId, (counts.get(categoryId) ?? 0) + 1);
  }
  return counts;
}

/**
 * Adds to each category the links of all below it. Links can be summed, since an annotation is linked to a category at
 * most once; annotations could not, since one may be linked to two items of a part.
 */
export function rollUp(own: ReadonlyMap<string, number>, categories: readonly Category[]): Map<string, number> {
  const parents = new Map(categories.map(({ id, parentId }) => [id, parentId]));
  const sums = new Map<string, number>();
  for (const [id, count] of own) {
    for (let at: string | null = id; at !== null; at = parents.get(at) ?? null) {
      sums.set(at, (sums.get(at) ?? 0) + count);
    }
  }
  return sums;
}

/** The category and all below it. */
export function withDescendants(categoryId: string, categories: readonly Category[]): ReadonlySet<string> {
  const found = new Set([categoryId]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { id, parentId } of categories) if (parentId !== null && found.has(parentId)) found.add(id);
  }
  return found;
}
