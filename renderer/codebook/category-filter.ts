import { makeStore } from '../app/store.ts';

/** The category whose annotations alone the list shows; null shows all. */
export const categoryFilter = makeStore<string | null>(null);
