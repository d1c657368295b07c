import { foldText } from '../reuse/folded-text.ts';
import { clausesOf, sentencesOf } from '../text/sentences.ts';
import { type Span, spansOverlap } from '../text/span.ts';
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
export const SUGGEST_METHOD = 'bm25-units-clauses-1';

const MOST = 5;
/** A clause has its say when it is that sure of a category, and has that many characters (UTF-16). */
const SURE = 0.5;
const SHORTEST_CLAUSE = 6;

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

/**
 * As `suggestCategories`; and behind the first of them, what the clauses of the sentences that the span touches belong to
 * by themselves: a long sentence often takes up several categories, of which the surest hides the others, and words are
 * read in the light of those beside them. Such a category is as sure as its clauses are, times their share of the sentences.
 * `sentences` are those of the article, for who has them already.
 */
export function suggestWithClauses(
  index: SuggestIndex,
  article: string,
  span: Span,
  sentences: readonly Span[] = sentencesOf(article),
): Suggestions {
  const { basis, suggestions } = suggestCategories(index, article, span);
  const touched = sentences.filter((sentence) => spansOverlap(sentence, span));
  const clauses = touched.flatMap(({ start, end }) =>
    clausesOf(article.slice(start, end)).map((clause) => ({ start: clause.start + start, end: clause.end + start })),
  );
  if (clauses.length < 2) return { basis, suggestions };
  const whole = clauses.reduce((sum, { start, end }) => sum + end - start, 0);
  const meant = new Map<string, Suggestion & { categoryId: string }>();
  for (const clause of clauses) {
    const length = clause.end - clause.start;
    if (length < SHORTEST_CLAUSE) continue;
    const [first] = suggestCategories(index, article, clause, 1).suggestions;
    if (first === undefined || first.categoryId === null || first.score < SURE) continue;
    const { categoryId, evidence } = first;
    const known = meant.get(categoryId);
    const score = (first.score * length) / whole + (known?.score ?? 0);
    meant.set(categoryId, { categoryId, rank: 0, score, evidence: [...(known?.evidence ?? []), ...evidence] });
  }
  const [first, ...others] = suggestions;
  if (first === undefined) return { basis, suggestions };
  const kept = others.filter(({ categoryId, score }) => score >= (meant.get(categoryId ?? '')?.score ?? 0));
  const added = [...meant.values()].filter(
    ({ categoryId }) => categoryId !== first.categoryId && !kept.some((each) => each.categoryId === categoryId),
  );
  const behind = [...kept, ...added].toSorted((one, two) => two.score - one.score);
  const shown = behind
    .filter(({ categoryId }) => categoryId !== null)
    .slice(0, first.categoryId === null ? MOST : MOST - 1);
  return {
    basis,
    suggestions: [first, ...behind.filter((each) => each.categoryId === null || shown.includes(each))].map(
      (suggestion, at) => ({ ...suggestion, rank: at + 1 }),
    ),
  };
}
