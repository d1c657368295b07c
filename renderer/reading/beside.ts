import { makeStore } from '../app/store.ts';
import { currentReader } from './reader-handle.ts';

/** What stands beside the text of an article: its coding, a reference text, or suggestions. */
export type Beside = 'coding' | 'reference' | 'suggestions';

export const beside = makeStore<Beside>('coding');

export interface AskedPlace {
  /** Of the article's text, in UTF-16 offsets. */
  at: number;
  /** Counted, so that the same asked twice is heard. */
  count: number;
  /** The place of a reference text, in its own offsets, where that was asked for itself. */
  reference: { id: string; at: number } | null;
}

/** What stands beside the text is about this place. */
export const askedPlace = makeStore<AskedPlace>({ at: 0, count: 0, reference: null });

function ask(what: Beside, reference: AskedPlace['reference'] = null): void {
  beside.set(what);
  askedPlace.set(({ count }) => ({ at: currentReader()?.caretOffset() ?? 0, count: count + 1, reference }));
}

/** Shows the sentence of the reference that the passage at the caret takes up. */
export function goToReference(): void {
  ask('reference');
}

/** Shows a place of a reference text beside the article. */
export function goToReferencePlace(referenceId: string, at: number): void {
  ask('reference', { id: referenceId, at });
}

/** Begins the suggestions at the sentence of the caret. */
export function openSuggestions(): void {
  ask('suggestions');
}
