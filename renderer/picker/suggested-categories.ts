import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { proposeRelation, type RelationProposal } from '#domain/reuse/propose-relation.ts';
import { paragraphIndexAt, paragraphsOf } from '#domain/text/paragraphs.ts';
import { send } from '../bridge/send.ts';
import { useArticle } from '../reading/queries.ts';
import { useReuse } from '../references/queries.ts';
import { useBlind } from '../session/blind.ts';
import { useAfterPaint } from '../widgets/use-after-paint.ts';
import type { Offered } from './picker-suggestions.tsx';
import type { OpenPicker } from './picker-state.ts';

/** How likely a category is that is worth offering. */
const least = 0.08;
const most = 3;
const none: readonly Offered[] = [];

type Passage = Pick<OpenPicker, 'articleId' | 'revisionId' | 'span'>;

/** The likeliest categories of a passage; none for who codes blind. Asked for once the picker is on screen. */
export function useSuggestedFor({ articleId, revisionId, span }: Passage): readonly Offered[] {
  const blind = useBlind();
  const ready = useAfterPaint<boolean>(true, false);
  const { data } = useQuery({
    queryKey: ['suggested', articleId, revisionId, span.start, span.end],
    queryFn: () => send('suggestion.forPassage', { articleId, revisionId, span }),
    enabled: ready && !blind,
    staleTime: 0,
    gcTime: 0,
  });
  return useMemo(() => {
    if (data === undefined || blind) return none;
    return data.suggestions.slice(0, most).flatMap(({ categoryId, rank, score }): Offered[] => {
      if (categoryId === null || score < least) return [];
      return [{ categoryId, suggestion: { rank, score, method: data.method } }];
    });
  }, [data, blind]);
}

/** Gives how a passage seems to take a category up, from the words it shares with it; null for who codes blind. */
export function useRelationProposals({
  articleId,
  revisionId,
  span,
}: Passage): (categoryId: string) => RelationProposal | null {
  const blind = useBlind();
  const { data: article } = useArticle(articleId);
  const runs = useReuse(articleId, !blind);
  return useCallback(
    (categoryId) => {
      if (blind || runs === null || article?.revisionId !== revisionId) return null;
      const role = article.roles[paragraphIndexAt(paragraphsOf(article.text), span.start)] ?? 'body';
      return proposeRelation(article.text, span, runs, { categoryId, role, voice: null });
    },
    [blind, runs, article, revisionId, span],
  );
}
