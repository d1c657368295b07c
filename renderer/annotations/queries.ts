import { queryOptions, replaceEqualDeep, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Annotation } from '#domain/contract/annotation.ts';
import { send } from '../bridge/send.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';
import { useBlind } from '../session/blind.ts';
import { useSession } from '../session/queries.ts';

const none: Annotation[] = [];

/** By position; orphans, which have none, at the end. */
export function byPosition(a: Annotation, b: Annotation): number {
  if (a.anchorState !== b.anchorState) return a.anchorState === 'orphan' ? 1 : -1;
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1);
}

/** Those that say the same stay the same objects wherever they stand: by place alone, one more would make all after it new. */
function shareById(before: unknown, now: unknown): Annotation[] {
  const next = now as Annotation[];
  const known = new Map((before as Annotation[] | undefined)?.map((each) => [each.id, each]));
  return next.map((each) => replaceEqualDeep(known.get(each.id), each));
}

/** The annotations of an article, by position. */
export function annotationsQuery(articleId: string, enabled = true) {
  return queryOptions({
    queryKey: keys.annotations(articleId),
    queryFn: async () => (await send('annotation.list', { articleId: articleId })).toSorted(byPosition),
    structuralSharing: shareById,
    enabled,
  });
}

/** The annotations of an article, by position; of a coder who works blind, only their own. */
export function useAnnotations(articleId: string): Annotation[] {
  const { data } = useQuery(annotationsQuery(articleId));
  const blind = useBlind();
  const coderId = useSession().coder?.id;
  return useMemo(
    () => (blind ? (data ?? none).filter((each) => each.coderId === coderId) : (data ?? none)),
    [data, blind, coderId],
  );
}

export function getAnnotations(articleId: string): Annotation[] {
  return queryClient.getQueryData<Annotation[]>(keys.annotations(articleId)) ?? none;
}
