import { send } from '../bridge/send.ts';
import type { Input, NamesOfKind, Value } from '#domain/contract/index.ts';
import { makeStore } from './store.ts';

export interface Saves {
  pending: number;
  /** When the host last answered that a change is committed. */
  savedAt: Date | null;
  failed: boolean;
}

export const saves = makeStore<Saves>({ pending: 0, savedAt: null, failed: false });

/** Sends a change to the corpus and keeps the account that the status line shows: saved only once it is answered. */
export async function save<Name extends NamesOfKind<'write'>>(name: Name, input: Input<Name>): Promise<Value<Name>> {
  saves.set((now) => ({ ...now, pending: now.pending + 1 }));
  try {
    const value = await send(name, input);
    saves.set((now) => ({ pending: now.pending - 1, savedAt: new Date(), failed: false }));
    return value;
  } catch (thrown) {
    saves.set((now) => ({ ...now, pending: now.pending - 1, failed: true }));
    throw thrown;
  }
}
