import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AnnotationFilter, FoundAnnotation } from '#domain/contract/annotation.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';
import { useSeen } from '../session/blind.ts';
import type { Question } from './question.ts';

const everything: AnnotationFilter = {};

/** Rows that are fetched at once. */
const PAGE = 100;

export function useFoundIds({ filter: asked, order, descending }: Omit<Question, 'at'>, enabled = true) {
  const filter = useSeen(asked);
  return useQuery({
    queryKey: keys.found({ filter, order, descending }),
    queryFn: async () => (await send('annotation.find', { filter, order, descending })).ids,
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function useTotal() {
  return useEveryId(true)?.length;
}

/** The ids of all annotations of the corpus. */
export function useEveryId(enabled: boolean): readonly string[] | undefined {
  const { data } = useFoundIds({ filter: everything, order: 'article', descending: false }, enabled);
  return data;
}

export function useCoders() {
  const { data } = useQuery({ queryKey: keys.found('coders'), queryFn: () => send('coder.list', {}) });
  return data ?? [];
}

/** The rows from `first` to `last`, with the pages beside them, by id; those not there yet are missing. */
export function useRows(ids: readonly string[], first: number, last: number): ReadonlyMap<string, FoundAnnotation> {
  const from = Math.max(0, Math.floor(first / PAGE) - 1);
  const to = Math.min(Math.ceil(ids.length / PAGE) - 1, Math.floor(last / PAGE) + 1);
  const pages = useMemo(
    () =>
      Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => ids.slice((from + n) * PAGE, (from + n + 1) * PAGE)),
    [ids, from, to],
  );
  return useQueries({
    queries: pages.map((page) => ({
      queryKey: keys.found({ rows: page }),
      queryFn: () => send('annotation.get', { ids: page }),
    })),
    combine: byId,
  });
}

function byId(results: readonly { data: FoundAnnotation[] | undefined }[]): ReadonlyMap<string, FoundAnnotation> {
  return new Map(results.flatMap(({ data }) => data ?? []).map((row) => [row.id, row]));
}
