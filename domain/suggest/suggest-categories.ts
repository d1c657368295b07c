import { foldText } from '../reuse/folded-text.ts';
import type { Span } from '../text/span.ts';
import { type Evidence, evidenceFor, evidenceForNone } from './evidence.ts';
import { probabilitiesOf } from './score-categories.ts';
import type { SuggestBasis, SuggestIndex } from './suggest-index.ts';

/** A category that a passage may belong to; never a link until accepted. */
export interface Suggestion {
  /** Null for `none`: that the passage belongs to no category. */
  categoryId: string | null;
  /** 1 is the first. */
  rank: number;
  /** How sure, 0 to 1: a probability fitted to the gold list, off by some 7 points there. Earlier links move it by hand. */
  score: number;
  evidence: Evidence[];
}

export interface Suggestions {
  /** Anything but `reference` is to be said to the researcher: the suggestions are worth less. */
  basis: SuggestBasis;
  /** Best first; `none` has its place among them, be it the last. */
  suggestions: Suggestion[];
}

/** Goes onto the record of a link that was accepted, so that it is known what suggested it. */
export const SUGGEST_METHOD = 'bm25-units-1';

const MOST = 5;

/**
 * The categories that a span of an article most likely belongs to, at most `most` (5 when left out) and `none`: BM25 over
 * the characters, alone and in pairs, of titles and reference units; nearness to earlier links; as
 * probabilities fitted to sentences coded by hand. Under a few ms. Throws RangeError for a span outside of the article.
 */
export function suggestCategories(index: SuggestIndex, article: string, span: Span, most = MOST): Suggestions {
  if (!(span.start >= 0 && span.start <= span.end && span.end <= article.length))
    throw new RangeError(`no span of the article: ${span.start} to ${span.end}`);
  const folded = foldText(article.slice(span.start, span.end));
  const shares = probabilitiesOf(index, folded);
  const none = index.categoryIds.length;
  const ranked = [...shares.keys()].toSorted((one, two) => (shares[two] ?? 0) - (shares[one] ?? 0));
  const categories = new Set(ranked.filter((place) => place !== none).slice(0, most));
  return {
    basis: index.basis,
    suggestions: ranked
      .filter((place) => place === none || categories.has(place))
      .map((place, at) => ({
        categoryId: index.categoryIds[place] ?? null,
        rank: at + 1,
        score: shares[place] ?? 0,
        evidence:
          place === none
            ? evidenceForNone(index, folded, span.start)
            : evidenceFor(index, place, article, folded, span.start),
      })),
  };
}
