import type { ReportLabels } from '../languages/report/report-labels.ts';
import type { CategoryUse } from './category-use.ts';
import type { ArticleReport, PassageGroup, ReportAnnotation } from './report-model.ts';

/**
 * The annotations, those without a place included, under each category that they are linked to, in the order of the
 * codebooks; with a focus, under its categories only. Those without any link come last.
 */
export function groupByCategory(
  annotations: readonly ReportAnnotation[],
  use: CategoryUse,
  labels: ReportLabels,
  focus: ReadonlySet<string> | null,
): PassageGroup[] {
  const numbers = new Map<string, number[]>();
  const strangers = new Map<string, ReportAnnotation['links'][number]>();
  for (const { number, links } of annotations) {
    for (const link of links) {
      if (focus !== null && !focus.has(link.categoryId)) continue;
      const own = numbers.get(link.categoryId);
      if (own === undefined) numbers.set(link.categoryId, [number]);
      else own.push(number);
      strangers.set(link.categoryId, link);
    }
  }
  const groups: PassageGroup[] = [];
  for (const { root, categories } of use.trees) {
    const inUse = categories.filter(({ id }) => numbers.has(id));
    for (const { id } of categories) strangers.delete(id);
    if (inUse.length === 0) continue;
    const shown = inUse.includes(root) ? inUse : [root, ...inUse];
    groups.push(
      ...shown.map(
        (category): PassageGroup => ({
          level: category === root ? 1 : 2,
          categoryId: category.id,
          number: category.number,
          title: use.titleOf(category),
          colour: category.colour,
          annotationNumbers: numbers.get(category.id) ?? [],
        }),
      ),
    );
  }
  for (const { categoryId, number, title, colour } of strangers.values()) {
    groups.push({ level: 1, categoryId, number, title, colour, annotationNumbers: numbers.get(categoryId) ?? [] });
  }
  const loose = focus === null ? annotations.filter(({ links }) => links.length === 0) : [];
  if (loose.length > 0) groups.push(plainGroup(labels.tableRows.unlinked, loose));
  return groups;
}

/** The annotations under the province of their article's outlet, in the order in which provinces appear; unknown ones last. */
export function groupByProvince(articles: readonly ArticleReport[], labels: ReportLabels): PassageGroup[] {
  const provinces = new Map<string | null, ReportAnnotation[]>();
  for (const { province, annotations, orphans } of articles) {
    provinces.set(province, [...(provinces.get(province) ?? []), ...annotations, ...orphans]);
  }
  const known = [...provinces].filter(([province]) => province !== null);
  const unknown = provinces.get(null) ?? [];
  return [
    ...known.map(([province, all]) => plainGroup(province ?? '', all)),
    plainGroup(labels.unknown, unknown),
  ].filter(({ annotationNumbers }) => annotationNumbers.length > 0);
}

function plainGroup(title: string, annotations: readonly ReportAnnotation[]): PassageGroup {
  const annotationNumbers = annotations.map(({ number }) => number);
  return { level: 1, categoryId: null, number: '', title, colour: null, annotationNumbers };
}
