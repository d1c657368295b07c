import { makeStore } from '../app/store.ts';

/** The annotations that are selected in the list of the corpus. */
export const selection = makeStore<ReadonlySet<string>>(new Set());

/** With the one taken in, or out where it was in. */
export function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Those from one row to another, both included, whichever comes first. */
export function rangeOf(ids: readonly string[], one: number, other: number): ReadonlySet<string> {
  return new Set(ids.slice(Math.min(one, other), Math.max(one, other) + 1));
}
