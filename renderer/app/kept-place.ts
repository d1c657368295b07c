import { useEffect } from 'react';
import { forgetCorpus, setPreferences } from '../session/mutations.ts';
import { getSession } from '../session/queries.ts';
import { clearNotice } from './notices.ts';
import { goToArticle, goToRepairs, hashOf, parsePlace, usePlace, type View } from './place.ts';

/** The corpus that the place in the address belongs to. */
let lastCorpusId: string | null = null;
/** ms of rest before the place is stored. */
const restFor = 600;
/** Of a place that is stored; one that says more, such as a long filter, is not come back to. */
const longest = 2000;

/** An address of these was asked for, and is not gone away from. */
const listViews: ReadonlySet<View> = new Set([
  'annotations',
  'compare',
  'find',
  'findings',
  'formulas',
  'matrix',
  'references',
]);

/** Comes back to where she was in this corpus, and keeps where she is. */
export function useKeptPlace(corpusId: string): void {
  const place = usePlace();
  const hash = hashOf(place);

  useEffect(() => {
    if (lastCorpusId !== null && lastCorpusId !== corpusId) {
      forgetCorpus();
      clearNotice();
      goToArticle(null);
    }
    lastCorpusId = corpusId;
    const here = parsePlace(window.location.hash);
    if (here.articleId !== null || listViews.has(here.view)) return;
    const { articleId, annotationId, view } = parsePlace(getSession()?.preferences.places?.[corpusId] ?? '');
    if (articleId === null) return;
    if (view === 'repairs') goToRepairs(articleId);
    else goToArticle(articleId, annotationId);
  }, [corpusId]);

  useEffect(() => {
    if (hash.length > longest) return;
    const timer = setTimeout(() => {
      const places = getSession()?.preferences.places ?? {};
      if (places[corpusId] !== hash) void setPreferences({ places: { ...places, [corpusId]: hash } });
    }, restFor);
    return () => clearTimeout(timer);
  }, [corpusId, hash]);
}
