import { makeStore } from '../app/store.ts';

/** The category whose meaning is shown in the codebook view; null shows the codebook itself. */
export const chosenCategory = makeStore<string | null>(null);

/** The codebook that is shown; null shows the first. */
export const chosenCodebook = makeStore<string | null>(null);
