import { useMutation } from '@tanstack/react-query';
import { v7 as uuidv7 } from 'uuid';
import type { Preferences, Session } from '#domain/contract/session.ts';
import { alertFailure } from '../app/failure-text.ts';
import { clearNotice } from '../app/notices.ts';
import { send } from '../bridge/send.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';
import { getSession } from './queries.ts';

/** Stores preferences of this machine; shown at once, since nothing else depends on them. */
export async function setPreferences(preferences: Preferences): Promise<void> {
  queryClient.setQueryData<Session>(keys.session, (now) =>
    now ? { ...now, preferences: merged(now.preferences, preferences) } : now,
  );
  try {
    await send('preference.set', preferences);
  } catch (thrown) {
    alertFailure(thrown);
    await queryClient.invalidateQueries({ queryKey: keys.session });
  }
}

/** What is kept by corpus is added to what is kept of the others. */
function merged(now: Preferences, { quickCategories, ...change }: Preferences): Preferences {
  const next = { ...now, ...change };
  return quickCategories === undefined
    ? next
    : { ...next, quickCategories: { ...now.quickCategories, ...quickCategories } };
}

/** Fetches the session again and forgets every answer of the corpus that was open before. */
async function startAfresh(): Promise<void> {
  const before = getSession()?.corpus?.id;
  const session = await queryClient.fetchQuery({
    queryKey: keys.session,
    queryFn: () => send('session.get', {}),
    staleTime: 0,
  });
  if (session.corpus?.id === before) return;
  forgetCorpus();
  clearNotice();
}

/** Drops what is cached of the corpus; what is on screen is fetched anew. */
export function forgetCorpus(): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session', type: 'inactive' });
  void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
}

export function useIdentify() {
  return useMutation({
    mutationFn: ({ id, name }: { id?: string; name: string }) => send('coder.identify', { id: id ?? uuidv7(), name }),
    onSuccess: startAfresh,
    onError: alertFailure,
  });
}

export function useCreateCorpus() {
  return useMutation({
    mutationFn: (input: { name: string; grant?: string }) => send('corpus.create', input),
    onSuccess: startAfresh,
    onError: alertFailure,
  });
}

export function useOpenCorpus() {
  return useMutation({
    mutationFn: (input: { grant: string } | { recent: string }) => send('corpus.open', input),
    onSuccess: startAfresh,
    onError: alertFailure,
  });
}

export function useCloseCorpus() {
  return useMutation({
    mutationFn: () => send('corpus.close', {}),
    onSuccess: startAfresh,
    onError: alertFailure,
  });
}

export function useForgetRecent() {
  return useMutation({
    mutationFn: (recent: string) => send('corpus.forget', { recent }),
    onSuccess: startAfresh,
    onError: alertFailure,
  });
}
