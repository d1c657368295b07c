import { useQuery } from '@tanstack/react-query';
import type { Session } from '#domain/contract/session.ts';
import { send } from '../bridge/send.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';

export function useSessionQuery() {
  return useQuery({ queryKey: keys.session, queryFn: () => send('session.get', {}) });
}

/** The session, where the shell has already made sure that it is there. */
export function useSession(): Session {
  const { data } = useSessionQuery();
  if (data === undefined) throw new Error('The session is used before it is there.');
  return data;
}

export function getSession(): Session | null {
  return queryClient.getQueryData<Session>(keys.session) ?? null;
}
