import type { AnnotationFilter } from '#domain/contract/annotation.ts';

/** Conditions in SQL that all hold, with the values they name. */
export interface Conditions {
  conditions: string[];
  values: Record<string, string>;
}

/** Adds conditions on what is among a list. Lists are passed as JSON, so that each statement has few forms. */
export function amongIn(conditions: string[], values: Record<string, string>) {
  return (name: string, list: readonly string[] | undefined, condition: (set: string) => string): void => {
    if (list === undefined) return;
    values[name] = JSON.stringify(list);
    conditions.push(`(${condition(`(SELECT value FROM json_each(@${name}))`)})`);
  };
}

/** What a filter asks of an article, `a`. */
export function articleConditions(
  filter: Pick<
    AnnotationFilter,
    'articleIds' | 'provinces' | 'outlets' | 'genres' | 'months' | 'from' | 'to' | 'excluded'
  >,
): Conditions {
  const conditions: string[] = [];
  const values: Record<string, string> = {};
  const among = amongIn(conditions, values);
  among('articles', filter.articleIds, (set) => `a.id IN ${set}`);
  among('provinces', filter.provinces, (set) => `coalesce(a.outlet_province, 'none') IN ${set}`);
  among('outlets', filter.outlets, (set) => `coalesce(a.outlet, 'none') IN ${set}`);
  among('genres', filter.genres, (set) => `coalesce(a.genre, 'none') IN ${set}`);
  among('months', filter.months, (set) => `coalesce(substr(a.published_on, 1, 7), 'none') IN ${set}`);
  // A date such as 2024-08 is as text before each of its days and after all earlier ones: its known part is compared.
  if (filter.from !== undefined) {
    values.from = filter.from;
    conditions.push('substr(@from, 1, length(a.published_on)) <= a.published_on');
  }
  if (filter.to !== undefined) {
    values.to = filter.to;
    conditions.push(
      "a.published_on <= substr(@to, 1, length(a.published_on)) || CASE WHEN length(@to) < length(a.published_on) THEN '~' ELSE '' END",
    );
  }
  if (filter.excluded !== true) conditions.push('a.exclusion IS NULL');
  return { conditions, values };
}
