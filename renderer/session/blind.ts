import { getSession, useSession } from './queries.ts';

/** Whether the coder works without suggestions, reuse marks and what others have coded. */
export function useBlind(): boolean {
  return useSession().preferences.blind ?? false;
}

export function isBlind(): boolean {
  return getSession()?.preferences.blind ?? false;
}
