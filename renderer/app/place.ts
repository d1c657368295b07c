import { type Comparison, comparisonHash, focusedArticle, parseComparison } from './comparison-place.ts';
import { makeStore } from './store.ts';

/**
 * What is shown: an article's text, the same as it was, what was repaired in it, several texts side by side, the corpus as a
 * whole, its annotations, its matrix, what is found in it, comparisons that were kept, the codebooks, the texts that articles
 * are compared against, fixed phrases, or its history.
 */
export type View =
  | 'reading'
  | 'repairs'
  | 'compare'
  | 'findings'
  | 'corpus'
  | 'annotations'
  | 'matrix'
  | 'find'
  | 'codebook'
  | 'history'
  | 'as-of'
  | 'references'
  | 'formulas';

/** Where in the corpus the coder is; the hash of the address says the same. */
export interface Place {
  /** Of several side by side, the one that has the focus. */
  articleId: string | null;
  annotationId: string | null;
  view: View;
  /** What is asked of the list of annotations or of hits, or of the matrix: filter, order and row, as the address writes them. */
  question?: string;
  /** The instant as of which an article is shown. */
  at?: string;
  /** The reference text that is shown, or whose phrases are; `own` for her own phrases alone. */
  referenceId?: string;
  /** What stands side by side. */
  comparison?: Comparison;
  /** The finding that is shown. */
  findingId?: string;
}

const nowhere: Place = { articleId: null, annotationId: null, view: 'reading' };

/** Reads a hash such as `#/article/<id>?annotation=<id>` `#/article/<id>/repairs`, or `#/corpus`; anything else is no place. */
export function parsePlace(hash: string): Place {
  if (hash === '#/corpus') return { ...nowhere, view: 'corpus' };
  if (hash === '#/history') return { ...nowhere, view: 'history' };
  if (hash === '#/codebook') return { ...nowhere, view: 'codebook' };
  const reference = /^#\/references(?:\/([0-9a-f-]{36}))?$/.exec(hash);
  if (reference !== null)
    return { ...nowhere, view: 'references', ...(reference[1] === undefined ? {} : { referenceId: reference[1] }) };
  const formulas = /^#\/formulas(?:\/([0-9a-f-]{36}|own))?$/.exec(hash);
  if (formulas !== null)
    return { ...nowhere, view: 'formulas', ...(formulas[1] === undefined ? {} : { referenceId: formulas[1] }) };
  const finding = /^#\/findings(?:\/([0-9a-f-]{36}))?$/.exec(hash);
  if (finding !== null)
    return { ...nowhere, view: 'findings', ...(finding[1] === undefined ? {} : { findingId: finding[1] }) };
  const compared = /^#\/compare(?:\/([^?]*))?(?:\?(.*))?$/.exec(hash);
  if (compared !== null) {
    const query = new URLSearchParams(compared[2] ?? '');
    const comparison = parseComparison(compared[1] ?? '', query);
    const articleId = focusedArticle(comparison);
    return { articleId, annotationId: articleId && query.get('annotation'), view: 'compare', comparison };
  }
  const asked = /^#\/(annotations|matrix|find)(?:\?(.*))?$/.exec(hash);
  if (asked !== null) return { ...nowhere, view: asked[1] as View, question: asked[2] ?? '' };
  const then = /^#\/article\/([0-9a-f-]{36})\/as-of\/([0-9TZ:.-]+)$/.exec(hash);
  if (then?.[1] && then[2]) return { ...nowhere, articleId: then[1], view: 'as-of', at: then[2] };
  const found = /^#\/article\/([0-9a-f-]{36})(\/repairs)?(?:\?(.*))?$/.exec(hash);
  if (!found?.[1]) return nowhere;
  const view = found[2] === undefined ? 'reading' : 'repairs';
  return { articleId: found[1], annotationId: new URLSearchParams(found[3] ?? '').get('annotation'), view };
}

export function hashOf({
  articleId,
  annotationId,
  view,
  question,
  at,
  referenceId,
  comparison,
  findingId,
}: Place): string {
  if (view === 'compare') return comparison === undefined ? '#/compare' : comparisonHash(comparison, annotationId);
  if (view === 'findings') return findingId === undefined ? '#/findings' : `#/findings/${findingId}`;
  if (view === 'references' || view === 'formulas')
    return referenceId === undefined ? `#/${view}` : `#/${view}/${referenceId}`;
  if (view === 'annotations' || view === 'find' || view === 'matrix')
    return `#/${view}${question ? `?${question}` : ''}`;
  if (articleId === null) return view === 'corpus' || view === 'codebook' || view === 'history' ? `#/${view}` : '#/';
  if (view === 'as-of') return `#/article/${articleId}/as-of/${at ?? ''}`;
  const query = annotationId === null ? '' : `?annotation=${annotationId}`;
  return `#/article/${articleId}${view === 'repairs' ? '/repairs' : ''}${query}`;
}

/** ms after which the address follows the annotation that is looked at. */
const addressFollows = 100;
let addressTimer: ReturnType<typeof setTimeout> | null = null;

const place = makeStore<Place>(parsePlace(window.location.hash));
// `popstate` comes in the same task as the new address; `hashchange` only later, with room for a timer between them.
window.addEventListener('popstate', () => {
  forgetAddress();
  const next = parsePlace(window.location.hash);
  const now = place.get();
  if (hashOf(next) !== hashOf(now)) place.set(next);
});

export const usePlace = place.use;
export const usePlacePick = place.usePick;
export const getPlace = place.get;

/** Goes to an article; the way back by the browser's history stays open. */
export function goToArticle(articleId: string | null, annotationId: string | null = null): void {
  go({ articleId, annotationId, view: 'reading' });
}

/** Shows what was repaired in an article, with the way back by the browser's history. */
export function goToRepairs(articleId: string): void {
  go({ articleId, annotationId: null, view: 'repairs' });
}

/** Shows an article as it was at an instant. */
export function goToArticleAsOf(articleId: string, at: string): void {
  go({ articleId, annotationId: null, view: 'as-of', at });
}

/** Shows the corpus as a whole. */
export function goToCorpus(): void {
  go({ articleId: null, annotationId: null, view: 'corpus' });
}

/** Shows the history of the corpus, its bin and its named states. */
export function goToHistory(): void {
  go({ articleId: null, annotationId: null, view: 'history' });
}

/** Shows the codebooks. */
export function goToCodebook(): void {
  go({ articleId: null, annotationId: null, view: 'codebook' });
}

/** Shows the texts that articles are compared against, and one of them. */
export function goToReferences(referenceId?: string): void {
  go({ ...nowhere, view: 'references', ...(referenceId === undefined ? {} : { referenceId }) });
}

/** Shows the fixed phrases of a reference text, or her own alone (`own`). */
export function goToFormulas(referenceId?: string): void {
  go({ ...nowhere, view: 'formulas', ...(referenceId === undefined ? {} : { referenceId }) });
}

/** Shows texts side by side. */
export function goToComparison(comparison: Comparison, annotationId: string | null = null): void {
  go({ articleId: focusedArticle(comparison), annotationId, view: 'compare', comparison });
}

/** Shows comparisons that were kept, and one of them. */
export function goToFindings(findingId?: string): void {
  go({ ...nowhere, view: 'findings', ...(findingId === undefined ? {} : { findingId }) });
}

/**
 * Says more exactly what of the texts side by side is looked at, without a step in the browser's history. Another text that
 * gets the focus begins without an annotation.
 */
export function amendComparison(change: Partial<Pick<Comparison, 'at' | 'item'>>): void {
  const now = place.get();
  if (now.comparison === undefined) return;
  const comparison = { ...now.comparison, ...change };
  const articleId = focusedArticle(comparison);
  const annotationId = articleId === now.articleId ? now.annotationId : null;
  const next = { ...now, comparison, articleId, annotationId };
  if (hashOf(next) === hashOf(now)) return;
  place.set(next);
  window.history.replaceState(null, '', hashOf(next));
}

/** Shows the annotations of the corpus that a question asks for. */
export function goToAnnotations(question = ''): void {
  go({ ...nowhere, view: 'annotations', question });
}

/** Shows the matrix that a question asks for. */
export function goToMatrix(question = ''): void {
  go({ ...nowhere, view: 'matrix', question });
}

/** Shows what is found in the corpus. */
export function goToFind(question = ''): void {
  go({ ...nowhere, view: 'find', question });
}

/** Says more exactly where in a list she is, without a step in the browser's history; nothing where she has gone on. */
export function amendQuestion(from: string, to: string, list: 'annotations' | 'find' = 'annotations'): void {
  const now = place.get();
  if (now.view !== list || now.question !== from) return;
  const next = { ...now, question: to };
  place.set(next);
  window.history.replaceState(null, '', hashOf(next));
}

function go(next: Place): void {
  if (hashOf(next) === hashOf(place.get())) return;
  if (addressTimer !== null) writeAddress();
  place.set(next);
  window.history.pushState(null, '', hashOf(next));
}

/** Makes an annotation of the open article the active one, without a step in the browser's history. */
export function activateAnnotation(annotationId: string | null): void {
  const now = place.get();
  if (now.annotationId === annotationId) return;
  place.set({ ...now, annotationId });
  // The browser takes some ms to change an address: longer than a key may wait for it.
  addressTimer ??= setTimeout(writeAddress, addressFollows);
}

function writeAddress(): void {
  forgetAddress();
  const hash = hashOf(place.get());
  if (hash !== window.location.hash) window.history.replaceState(null, '', hash);
}

function forgetAddress(): void {
  if (addressTimer !== null) clearTimeout(addressTimer);
  addressTimer = null;
}
