import type { ArticleRow } from '#domain/contract/article.ts';
import type { CodingState } from '#domain/contract/values.ts';
import { makeStore } from '../app/store.ts';

export const codingStates: readonly CodingState[] = ['not-begun', 'in-progress', 'complete'];

/** Which articles the library shows besides: those left out of every count, or those whose repairs wait. */
export type Scope = 'all' | 'excluded' | 'open-repairs';
export const scope = makeStore<Scope>('all');

/** The ids of the articles that the library shows, in its order. */
export const listedArticles = makeStore<readonly string[]>([]);

function inScope(row: ArticleRow, chosen: Scope): boolean {
  if (chosen === 'all') return true;
  return chosen === 'excluded' ? row.exclusion !== null : row.repairs.open > 0;
}

/** Articles in which every word of the filter occurs, in what is known about them or in their opening. */
export function filterArticles(
  rows: readonly ArticleRow[],
  filter: string,
  state: CodingState | null,
  chosen: Scope = 'all',
): readonly ArticleRow[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && state === null && chosen === 'all') return rows;
  return rows.filter((row) => {
    if (!inScope(row, chosen)) return false;
    if (state !== null && row.codingState !== state) return false;
    if (words.length === 0) return true;
    const known = [row.title, row.opening, row.outlet, row.outletProvince, row.publishedOn, row.fileName, ...row.places]
      .join('\n')
      .toLowerCase();
    return words.every((word) => known.includes(word));
  });
}

/** How many of the included articles are in each coding state. */
export function countStates(rows: readonly ArticleRow[]): Record<CodingState, number> {
  const counts: Record<CodingState, number> = { 'not-begun': 0, 'in-progress': 0, complete: 0 };
  for (const row of rows) if (row.exclusion === null) counts[row.codingState]++;
  return counts;
}
