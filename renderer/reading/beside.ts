import { makeStore } from '../app/store.ts';
import { currentReader } from './reader-handle.ts';

/** What stands beside the text of an article: its coding, a reference text, or suggestions. */
export type Beside = 'coding' | 'reference' | 'suggestions';

export const beside = makeStore<Beside>('coding');

/** The place of the text that what stands beside it is about, in UTF-16 offsets; counted, so that the same asked twice is heard. */
export const askedPlace = makeStore<{ at: number; count: number }>({ at: 0, count: 0 });

function ask(what: Beside): void {
  beside.set(what);
  askedPlace.set(({ count }) => ({ at: currentReader()?.caretOffset() ?? 0, count: count + 1 }));
}

/** Shows the sentence of the reference that the passage at the caret takes up. */
export function goToReference(): void {
  ask('reference');
}

/** Begins the suggestions at the sentence of the caret. */
export function openSuggestions(): void {
  ask('suggestions');
}
