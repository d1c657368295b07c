import type { Relation } from '#domain/contract/values.ts';
import type { ComparedPane } from './queries.ts';

export interface CellQuote {
  key: string;
  /** Null in a reference text. */
  annotationId: string | null;
  words: string;
  relation: Relation | null;
}

/** Of a division of a reference text, so many characters are shown. */
const BEGINNING = 80;

/** What a text says about a category, in its own words, in the order of the text. */
export function quotesOf({ annotations, reference, passages }: ComparedPane, categoryId: string): CellQuote[] {
  if (reference !== null)
    return passages
      .filter((each) => each.categoryId === categoryId)
      .map(({ start, end }) => {
        const words = Array.from(reference.text.slice(start, Math.min(end, start + 2 * BEGINNING)));
        const cut = words.length > BEGINNING || end > start + 2 * BEGINNING;
        return {
          key: String(start),
          annotationId: null,
          words: words.slice(0, BEGINNING).join('') + (cut ? '…' : ''),
          relation: null,
        };
      });
  return annotations.flatMap(({ id, exact, links }) => {
    const link = links.find((each) => each.categoryId === categoryId);
    return link === undefined ? [] : [{ key: id, annotationId: id, words: exact, relation: link.relation }];
  });
}
