import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Hit } from '#domain/contract/find.ts';
import { parseQuery } from '#domain/find/parse-query.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';
import { seen, useSeen } from '../session/blind.ts';
import type { FindQuestion } from './question.ts';

/** Hits that are fetched at once. */
const PAGE = 100;

function soughtIn({ query, places, filter }: FindQuestion) {
  return { query, places: [...places], filter };
}

/** Who works blind finds the own notes and memos alone. */
function useSeenQuestion(question: FindQuestion): FindQuestion {
  return { ...question, filter: useSeen(question.filter) };
}

function pageOf(question: FindQuestion, offset: number) {
  const input = { ...soughtIn(question), order: question.order, offset, limit: PAGE };
  return {
    queryKey: keys.hits(input),
    queryFn: () => send('text.find', input),
    enabled: parseQuery(question.query).ok,
  };
}

/** How many articles have it, and the first hits: they come before everything is counted. */
export function useFirstHits(asked: FindQuestion) {
  const question = useSeenQuestion(asked);
  return useQuery(pageOf(question, 0));
}

export function useHitCounts(asked: FindQuestion) {
  const question = useSeenQuestion(asked);
  const input = soughtIn(question);
  return useQuery({
    queryKey: keys.hits(input),
    queryFn: () => send('text.count', input),
    enabled: parseQuery(question.query).ok,
  });
}

/** The hits from `first` to `last`, with the pages beside them, by their place in the list; those not there yet are missing. */
export function useHits(asked: FindQuestion, count: number, first: number, last: number): ReadonlyMap<number, Hit> {
  const from = Math.max(0, Math.floor(first / PAGE) - 1);
  const to = Math.min(Math.ceil(count / PAGE) - 1, Math.floor(last / PAGE) + 1);
  const offsets = useMemo(
    () => Array.from({ length: Math.max(0, to - from + 1) }, (_, n) => (from + n) * PAGE),
    [from, to],
  );
  const question = useSeenQuestion(asked);
  const pages = useQueries({ queries: offsets.map((offset) => pageOf(question, offset)) });
  return new Map(
    pages.flatMap(({ data }, page) =>
      (data?.hits ?? []).map((hit, index): [number, Hit] => [(offsets[page] ?? 0) + index, hit]),
    ),
  );
}

/** Hits fetched one portion after the other, for all to be checked. */
const PORTION = 1000;

/** The hits in the order of the question, no more than `most`. */
export async function getHits(asked: FindQuestion, most: number): Promise<Hit[]> {
  const question = { ...asked, filter: seen(asked.filter) };
  const hits: Hit[] = [];
  while (hits.length < most) {
    const limit = Math.min(PORTION, most - hits.length);
    const input = { ...soughtIn(question), order: question.order, offset: hits.length, limit };
    const portion = (await send('text.find', input)).hits;
    hits.push(...portion);
    if (portion.length < limit) break;
  }
  return hits;
}
