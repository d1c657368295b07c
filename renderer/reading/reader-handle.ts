import type { Span } from '#domain/text/span.ts';
import { getPlace } from '../app/place.ts';
import type { MarkLayer, ReaderHandle } from '../editor/article-reader.tsx';

/** The readers on screen, by article. */
const handles = new Map<string, ReaderHandle>();
/** What is to be marked in the text, also in one that is not on screen yet. */
const marked = new Map<MarkLayer, readonly Span[]>();
/** What the reader of an article is to show when it comes. */
let awaited: { articleId: string; span: Span } | null = null;
/** ms in which a place is shown once more, should its text be read anew. */
const arrivalTakes = 1500;
const laterArrivals = [150, 450];

/** Makes a reader on screen known to the panes beside it; null once it is gone. */
export function holdReader(next: ReaderHandle | null, articleId: string): void {
  if (next === null) {
    handles.delete(articleId);
    return;
  }
  handles.set(articleId, next);
  if (getPlace().articleId === articleId) for (const [layer, spans] of marked) next.mark(spans, layer);
  if (awaited?.articleId !== articleId) return;
  const arrival = awaited;
  // The text has no places before it is laid out, what stands above it may still grow, and annotations that come redraw it.
  const show = () => {
    if (handles.get(articleId) === next && awaited === arrival) next.reveal(arrival.span, { flash: true });
  };
  requestAnimationFrame(show);
  for (const later of laterArrivals) setTimeout(() => requestAnimationFrame(show), later);
  const over = new AbortController();
  const end = () => {
    over.abort();
    if (awaited === arrival) awaited = null;
  };
  // Where she goes on by herself, she is not taken back to where she arrived.
  for (const act of ['pointerdown', 'wheel', 'keydown'])
    window.addEventListener(act, end, { capture: true, passive: true, signal: over.signal });
  setTimeout(end, arrivalTakes);
}

/** The reader of the open article; of several side by side, of the one that has the focus. */
export function currentReader(): ReaderHandle | null {
  return handles.get(getPlace().articleId ?? '') ?? null;
}

export function revealSpan(span: Span): void {
  currentReader()?.reveal(span, { flash: true });
}

/** Brings a passage into view, without a flash. */
export function showSpan(span: Span): void {
  currentReader()?.reveal(span);
}

/** Marks the passages that something beside the text speaks of, in place of those before. */
export function markSpans(spans: readonly Span[], layer: MarkLayer = 'spoken-of'): void {
  marked.set(layer, spans);
  const current = currentReader();
  for (const each of handles.values()) each.mark(each === current ? spans : [], layer);
}

/** Shows the span in the reader of an article that is about to come. */
export function revealOnArrival(articleId: string, span: Span): void {
  awaited = { articleId, span };
}
