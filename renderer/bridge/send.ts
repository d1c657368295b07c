import type { Answer } from '#domain/contract/answer.ts';
import type { Bridge, HostEvent } from '#domain/contract/event.ts';
import type { Input, OperationName, Value } from '#domain/contract/index.ts';
import { makeHttpBridge } from './http-bridge.ts';
import { OperationFailure } from './operation-failure.ts';

declare global {
  interface Window {
    jianzhu?: Bridge;
  }
}

let bridge: Bridge | null = null;

function getBridge(): Bridge {
  bridge ??= window.jianzhu ?? makeHttpBridge();
  return bridge;
}

/** Sends an operation of the contract; a refusal is thrown as an `OperationFailure`. */
export async function send<Name extends OperationName>(name: Name, input: Input<Name>): Promise<Value<Name>> {
  const answer = (await getBridge().send(name, input)) as Answer<Value<Name>>;
  if (answer.ok) return answer.value;
  throw OperationFailure.of(answer.error);
}

const hearers = new Set<(event: HostEvent) => void>();
let stopListening: (() => void) | null = null;

/** Hears what the host pushes; all hearers share one connection. Returns a function that ends the hearing. */
export function listen(hear: (event: HostEvent) => void): () => void {
  hearers.add(hear);
  stopListening ??= getBridge().listen((event) => {
    for (const each of hearers) each(event);
  });
  return () => {
    hearers.delete(hear);
    if (hearers.size > 0) return;
    stopListening?.();
    stopListening = null;
  };
}

/** A grant for a file that was dropped or chosen, or null when it has none. */
export function grantOf(file: File): Promise<string | null> {
  return getBridge().pathOf(file);
}
