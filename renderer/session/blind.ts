import { useMemo } from 'react';
import type { AnnotationFilter } from '#domain/contract/annotation.ts';
import { getSession, useSession } from './queries.ts';

/** Whether the coder works without suggestions, reuse marks and what others have coded. */
export function useBlind(): boolean {
  return useSession().preferences.blind ?? false;
}

/** The conditions of a question, narrowed to the coder's own annotations for who works blind. */
export function useSeen<Filter extends Asked>(filter: Filter): Filter {
  const blind = useBlind();
  const coderId = useSession().coder?.id;
  return useMemo(() => narrowed(filter, blind, coderId), [filter, blind, coderId]);
}

/** The same as `useSeen`, once. */
export function seen<Filter extends Asked>(filter: Filter): Filter {
  return narrowed(filter, isBlind(), getSession()?.coder?.id);
}

type Asked = Pick<AnnotationFilter, 'coderIds'>;

function narrowed<Filter extends Asked>(filter: Filter, blind: boolean, coderId: string | undefined): Filter {
  return blind && coderId !== undefined ? { ...filter, coderIds: [coderId] } : filter;
}

export function isBlind(): boolean {
  return getSession()?.preferences.blind ?? false;
}
