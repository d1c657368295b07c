import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';
import { useBlind } from '../session/blind.ts';
import { useAfterPaint } from '../widgets/use-after-paint.ts';
import type { ChosenCategory, OpenPicker } from './picker-state.ts';

export interface Offered {
  categoryId: string;
  suggestion: NonNullable<ChosenCategory['suggestion']>;
}

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
    queryKey: keys.suggestedFor(revisionId, span.start, span.end),
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
