import type { MetadataName } from './fields.ts';
import { getPlace, goToArticle } from '../app/place.ts';
import { makeStore } from '../app/store.ts';
import { currentReader } from '../reading/reader-handle.ts';

export interface OpenMetadata {
  /** Where the focus goes; null is the first field that wants a look. */
  field: MetadataName | null;
  /** A new one each time it is asked for. */
  key: number;
}

/** What is known of the open article, beside its text; null while the codebook and the annotations stand there. */
export const metadataPanel = makeStore<OpenMetadata | null>(null);
let lastKey = 0;

export function openMetadata(articleId: string, field: MetadataName | null = null): void {
  const { articleId: open, view } = getPlace();
  if (open !== articleId || (view !== 'reading' && view !== 'compare')) goToArticle(articleId);
  lastKey += 1;
  metadataPanel.set({ field, key: lastKey });
}

export function closeMetadata(): void {
  metadataPanel.set(null);
  currentReader()?.focus();
}
