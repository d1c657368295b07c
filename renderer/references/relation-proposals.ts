import { useCallback, useMemo } from 'react';
import type { Annotation } from '#domain/contract/annotation.ts';
import type { ArticleText } from '#domain/contract/article.ts';
import type { ReferenceLink } from '#domain/contract/reference-link.ts';
import { proposeRelation, type RelationProposal } from '#domain/reuse/propose-relation.ts';
import { readWhoseWords } from '#domain/reuse/whose-words.ts';
import { type Span, spansOverlap } from '#domain/text/span.ts';
import { useArticle } from '../reading/queries.ts';
import { useBlind } from '../session/blind.ts';
import { useReuse } from './queries.ts';

type ProposeRelation = (passage: Span, categoryId: string) => RelationProposal | null;

const readers = new WeakMap<ArticleText, ReturnType<typeof readWhoseWords>>();

/** Whose words a passage of an article is told in; the text is read once. */
export function whoseWordsIn(article: ArticleText): ReturnType<typeof readWhoseWords> {
  const made = readers.get(article) ?? readWhoseWords(article.text, article.roles);
  readers.set(article, made);
  return made;
}

/**
 * Gives how a passage of the article's present text seems to take a category up, from the words they share; null while that
 * is not known, and for who codes blind.
 */
export function useRelationProposals({ id, revisionId }: Pick<ArticleText, 'id' | 'revisionId'>): ProposeRelation {
  const blind = useBlind();
  const { data: article } = useArticle(id);
  const runs = useReuse(id, !blind);
  return useCallback(
    (passage, categoryId) => {
      if (blind || runs === null || article?.revisionId !== revisionId) return null;
      return proposeRelation(article.text, passage, runs, { categoryId, words: whoseWordsIn(article)(passage) });
    },
    [blind, runs, article, revisionId],
  );
}

/** How an annotation seems to take up the place of a reference text that it is linked to; null while that is not known. */
export function useRelationToPlace(annotation: Annotation, link: ReferenceLink): RelationProposal | null {
  const blind = useBlind();
  const { data: article } = useArticle(annotation.articleId);
  const runs = useReuse(annotation.articleId, !blind);
  return useMemo(() => {
    if (blind || runs === null || article?.revisionId !== annotation.revisionId) return null;
    const shared = runs.filter(
      (run) => run.referenceId === link.referenceId && spansOverlap(run.reference, link.place),
    );
    const isCited = annotation.voice?.kind === 'decision';
    const words = isCited ? 'cited' : whoseWordsIn(article)(annotation);
    return proposeRelation(article.text, annotation, shared, { categoryId: null, words });
  }, [blind, runs, article, annotation, link]);
}
