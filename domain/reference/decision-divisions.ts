import { builtinCategories } from '../codebook/builtin-codebook.ts';
import { foldScript } from '../repair/script-pairs.ts';
import type { Division } from './split-reference.ts';

/** How many items must bear the Decision's titles for a text to count as the Decision. */
export const FEWEST_ITEMS = 30;

export interface DecisionTie {
  /** For each division, in order: the fixed id of the built-in codebook's category, or null. A lead-in has its part's. */
  categoryIds: (string | null)[];
  /** Ids of parts and items that no division was found for. */
  missing: string[];
}

/** Ties divisions to the built-in codebook by title, whatever their script, width and punctuation; null for another text. */
export function tieToDecision(divisions: readonly Division[]): DecisionTie | null {
  const byTitle = new Map(
    builtinCategories.map(({ id, titleHans, item }) => [`${item !== null}${plain(titleHans)}`, id]),
  );
  let partId: string | null = null;
  const categoryIds = divisions.map(({ kind, title }) => {
    if (kind === 'lead-in') return partId;
    if (kind !== 'part' && kind !== 'item') return null;
    const id = byTitle.get(`${kind === 'item'}${plain(title)}`) ?? null;
    if (kind === 'part') partId = id;
    return id;
  });
  const found = new Set(categoryIds);
  const items = builtinCategories.filter(({ id, item }) => item !== null && found.has(id));
  if (items.length < FEWEST_ITEMS) return null;
  return { categoryIds, missing: builtinCategories.flatMap(({ id }) => (found.has(id) ? [] : [id])) };
}

function plain(title: string): string {
  return foldScript(title.normalize('NFKC')).replaceAll(/[^\p{L}\p{N}]/gu, '');
}
