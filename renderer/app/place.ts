import { makeStore } from './store.ts';

/** Where in the corpus the coder is; the hash of the address says the same. */
export interface Place {
  articleId: string | null;
  annotationId: string | null;
}

const nowhere: Place = { articleId: null, annotationId: null };

/** Reads a hash such as `#/article/<id>?annotation=<id>`; anything else is no place. */
export function parsePlace(hash: string): Place {
  const found = /^#\/article\/([0-9a-f-]{36})(?:\?(.*))?$/.exec(hash);
  if (!found?.[1]) return nowhere;
  return { articleId: found[1], annotationId: new URLSearchParams(found[2] ?? '').get('annotation') };
}

export function hashOf({ articleId, annotationId }: Place): string {
  if (articleId === null) return '#/';
  return `#/article/${articleId}${annotationId === null ? '' : `?annotation=${annotationId}`}`;
}

const place = makeStore<Place>(parsePlace(window.location.hash));
window.addEventListener('hashchange', () => {
  const next = parsePlace(window.location.hash);
  const now = place.get();
  if (next.articleId !== now.articleId || next.annotationId !== now.annotationId) place.set(next);
});

export const usePlace = place.use;
export const getPlace = place.get;

/** Goes to an article; the way back by the browser's history stays open. */
export function goToArticle(articleId: string | null, annotationId: string | null = null): void {
  const next = { articleId, annotationId };
  if (hashOf(next) === window.location.hash) return;
  place.set(next);
  window.history.pushState(null, '', hashOf(next));
}

/** Makes an annotation of the open article the active one, without a step in the browser's history. */
export function activateAnnotation(annotationId: string | null): void {
  const next = { ...place.get(), annotationId };
  if (hashOf(next) === window.location.hash) return;
  place.set(next);
  window.history.replaceState(null, '', hashOf(next));
}
