import { useMemo } from 'react';
import type { AnnotationFilter } from '#domain/contract/annotation.ts';
import { getSession, useSession } from './queries.ts';

/** Whether the coder works without suggestions, reuse marks and what others have coded. */
export function useBlind(): boolean {
  return useSession().preferences.blind ?? false;
}

/** The conditions of a question, narrowed to the coder's own annotations for who works blind. */
export function useSeen<Filter extends Pick<AnnotationFilter, 'coderIds'>>(filter: Filter): Filter {
  const blind = useBlind();
  const coderId = useSession().coder?.id;
  return useMemo(
    () => (blind && coderId !== undefined ? { ...filter, coderIds: [coderId] } : filter),
    [filter, blind, coderId],
  );
}

export function isBlind(): boolean {
  return getSession()?.preferences.blind ?? false;
}
