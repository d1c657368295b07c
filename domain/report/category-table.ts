import type { ReportMeasure } from './body-measure.ts';
import type { CategoryUse } from './category-use.ts';
import type { CategoryGroup, CategoryRow, CategoryTable, RelationCounts, ReportAnnotation } from './report-model.ts';

type Named = Pick<CategoryRow, 'categoryId' | 'number' | 'title' | 'colour'>;
const UNNAMED: Named = { categoryId: null, number: '', title: '', colour: null };

/**
 * Tabulates the placed annotations by category: parts with what is below them, as in the codebooks. With a focus, only its
 * categories have rows.
 */
export function tabulateCategories(
  annotations: readonly ReportAnnotation[],
  use: CategoryUse,
  measure: ReportMeasure,
  focus: ReadonlySet<string> | null = null,
): CategoryTable {
  const tabulate = (named: Named, ids: ReadonlySet<string> | null): CategoryRow => {
    const counts = (id: string) => ids === null || ids.has(id);
    const inRow = annotations.filter(({ links }) => ids === null || links.some((link) => counts(link.categoryId)));
    const relations: RelationCounts = { verbatim: 0, adapted: 0, local: 0, mention: 0, unstated: 0 };
    for (const { links } of inRow) {
      for (const link of links) if (counts(link.categoryId)) relations[link.relation ?? 'unstated']++;
    }
    const characters = measure.characters(inRow);
    return {
      ...named,
      annotationNumbers: inRow.map(({ number }) => number),
      relations,
      characters,
      share: measure.share(characters),
    };
  };

  const used = new Set(annotations.flatMap(({ links }) => links.map((link) => link.categoryId)));
  const groups: CategoryGroup[] = [];
  const known = new Set<string>();
  for (const { root, categories } of use.trees) {
    for (const category of categories) known.add(category.id);
    const inUse = categories.filter(({ id }) => used.has(id) && (focus?.has(id) ?? true));
    if (inUse.length === 0) continue;
    const name = (category: typeof root): Named => ({
      categoryId: category.id,
      number: category.number,
      title: use.titleOf(category),
      colour: category.colour,
    });
    const onlyRoot = inUse.length === 1 && inUse[0] === root;
    groups.push({
      head: tabulate(name(root), new Set(inUse.map(({ id }) => id))),
      rows: onlyRoot ? [] : inUse.map((category) => tabulate(name(category), new Set([category.id]))),
    });
  }

  const strangers = annotations
    .flatMap(({ links }) => links)
    .filter(({ categoryId }) => !known.has(categoryId) && (focus?.has(categoryId) ?? true));
  for (const link of new Map(strangers.map((link) => [link.categoryId, link])).values()) {
    groups.push({ head: tabulate(link, new Set([link.categoryId])), rows: [] });
  }

  const loose = annotations.filter(({ links }) => links.length === 0);
  const looseCharacters = measure.characters(loose);
  return {
    groups,
    unlinked:
      loose.length === 0
        ? null
        : {
            ...UNNAMED,
            annotationNumbers: loose.map(({ number }) => number),
            relations: { verbatim: 0, adapted: 0, local: 0, mention: 0, unstated: 0 },
            characters: looseCharacters,
            share: measure.share(looseCharacters),
          },
    all: tabulate(UNNAMED, null),
  };
}
