import { useQuery } from '@tanstack/react-query';
import type { ProposedField } from '#domain/contract/article.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';

const none: ProposedField[] = [];

/** What was proposed of an article, and where each value comes from. */
export function useEvidence(articleId: string): readonly ProposedField[] {
  const { data } = useQuery({
    queryKey: keys.evidence(articleId),
    queryFn: () => send('article.evidence', { articleId }),
  });
  return data ?? none;
}
