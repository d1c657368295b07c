import { useSyncExternalStore } from 'react';

/** A value outside React that components can follow. */
export interface Store<Value> {
  get: () => Value;
  set: (next: Value | ((now: Value) => Value)) => void;
  use: () => Value;
  /** Follows only what is picked out of it; the same pick draws nothing anew. */
  usePick: <Picked>(pick: (value: Value) => Picked) => Picked;
}

export function makeStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const hearers = new Set<() => void>();
  const get = () => value;
  const subscribe = (hear: () => void) => {
    hearers.add(hear);
    return () => hearers.delete(hear);
  };
  return {
    get,
    set(next) {
      const now = typeof next === 'function' ? (next as (now: Value) => Value)(value) : next;
      if (Object.is(now, value)) return;
      value = now;
      for (const hear of hearers) hear();
    },
    use: () => useSyncExternalStore(subscribe, get),
    usePick: (pick) => useSyncExternalStore(subscribe, () => pick(value)),
  };
}
