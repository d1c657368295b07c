import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { StoredReuseRun } from '#domain/contract/reuse.ts';
import type { Span } from '#domain/text/span.ts';
import { alertFailure } from '../app/failure-text.ts';
import { runJob } from '../bridge/run-job.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';

export function useReferences() {
  return useQuery({ queryKey: keys.references, queryFn: () => send('reference.list', {}) });
}

export function useReference(referenceId: string | undefined) {
  return useQuery({
    queryKey: keys.reference(referenceId ?? ''),
    queryFn: () => send('reference.get', { referenceId: referenceId ?? '' }),
    enabled: referenceId !== undefined,
  });
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

/** What an article shares with the references; compared now where it was not yet. Null while that is not known. */
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
  if (references?.length === 0) return none;
  return data?.runs ?? null;
}
