import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { StoredReuseRun } from '#domain/contract/reuse.ts';
import type { Span } from '#domain/text/span.ts';
import { alertFailure } from '../app/failure-text.ts';
import { runJob } from '../bridge/run-job.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';
import { useSession } from '../session/queries.ts';

export function useReferences() {
  return useQuery({ queryKey: keys.references, queryFn: () => send('reference.list', {}) });
}

export function referenceQuery(referenceId: string, enabled = true) {
  return queryOptions({
    queryKey: keys.reference(referenceId),
    queryFn: () => send('reference.get', { referenceId }),
    enabled,
  });
}

export function useReference(referenceId: string | undefined) {
  return useQuery(referenceQuery(referenceId ?? '', referenceId !== undefined));
}

/** The passages of articles that take up a stretch of a reference text. */
export function useTakenUp(referenceId: string, span: Span | null) {
  return useQuery({
    queryKey: keys.takenUp(referenceId, span?.start ?? 0, span?.end ?? 0),
    queryFn: () => send('reuse.takenUp', { referenceId, span: span ?? { start: 0, end: 1 } }),
    enabled: span !== null,
  });
}

const none: readonly StoredReuseRun[] = [];
const compared = new Set<string>();

/** Characters that a run has in common at least, unless she says otherwise. */
export const leastCommon = 8;

/**
 * What an article shares with the references, as far as it is long enough for her; compared now where it was not yet.
 * Null while that is not known.
 */
export function useReuse(articleId: string, wanted: boolean): readonly StoredReuseRun[] | null {
  const { data: references } = useReferences();
  const has = (references?.length ?? 0) > 0;
  const { data } = useQuery({
    queryKey: keys.reuse(articleId),
    queryFn: () => send('reuse.list', { articleId }),
    enabled: wanted && has,
  });
  useEffect(() => {
    if (!wanted || !has || data !== null || compared.has(articleId)) return;
    compared.add(articleId);
    runJob('reuse.find', { articleIds: [articleId] })
      .catch(alertFailure)
      .finally(() => compared.delete(articleId));
  }, [articleId, wanted, has, data]);
  const { reuseLeast = leastCommon } = useSession().preferences;
  const runs = useMemo(() => data?.runs.filter(({ length }) => length >= reuseLeast) ?? null, [data, reuseLeast]);
  return references?.length === 0 ? none : runs;
}
