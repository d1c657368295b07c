import { makeStore } from '../app/store.ts';

/** The annotation under the pointer, in the text or in the list; both lift it out. */
export const annotationHover = makeStore<string | null>(null);
