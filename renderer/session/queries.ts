import { useQuery } from '@tanstack/react-query';
import type { Session } from '#domain/contract/session.ts';
import { send } from '../bridge/send.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';

export function useSessionQuery() {
  return useQuery({ queryKey: keys.session, queryFn: () => send('session.get', {}) });
}

/** All but where she was last: that is kept with every step, and draws nothing. */
function withoutPlaces({ preferences: { places: _places, ...preferences }, ...session }: Session): Session {
  return { ...session, preferences };
}

/** The session, where the shell has already made sure that it is there; without the places, which `getSession` has. */
export function useSession(): Session {
  const { data } = useQuery({ queryKey: keys.session, queryFn: () => send('session.get', {}), select: withoutPlaces });
  if (data === undefined) throw new Error('The session is used before it is there.');
  return data;
}

export function getSession(): Session | null {
  return queryClient.getQueryData<Session>(keys.session) ?? null;
}
