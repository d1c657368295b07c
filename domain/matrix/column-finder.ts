import type { Conditions, CountedAnnotation, CountedLink } from './counted-article.ts';

/**
 * Gives the columns of an annotation, each once, as far as a link that meets the conditions falls into them. What was found
 * is kept for all annotations that share their links.
 */
export function columnFinder(
  conditions: Pick<Conditions, 'link'>,
  columnOf: ReadonlyMap<string, number>,
): (annotation: Pick<CountedAnnotation, 'links'>) => readonly number[] {
  const known = new Map<readonly CountedLink[], readonly number[]>();
  return ({ links }) => {
    const found = known.get(links);
    if (found !== undefined) return found;
    const columns = new Set<number>();
    for (const link of links) {
      const column = conditions.link(link) ? columnOf.get(link.categoryId) : undefined;
      if (column !== undefined) columns.add(column);
    }
    const sorted = [...columns].toSorted((a, b) => a - b);
    known.set(links, sorted);
    return sorted;
  };
}
