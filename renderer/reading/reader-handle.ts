import type { Span } from '#domain/text/span.ts';
import type { MarkLayer, ReaderHandle } from '../editor/article-reader.tsx';

let handle: ReaderHandle | null = null;
/** What is to be marked in the text, also in one that is not on screen yet. */
const marked = new Map<MarkLayer, readonly Span[]>();
/** What the reader of an article is to show when it comes. */
let awaited: { articleId: string; span: Span } | null = null;
/** ms in which a place is shown once more, should its text be read anew. */
const arrivalTakes = 1500;
const laterArrivals = [150, 450];

/** Makes the reader on screen known to the panes beside it. */
export function holdReader(next: ReaderHandle | null, articleId: string): void {
  handle = next;
  for (const [layer, spans] of marked) next?.mark(spans, layer);
  if (next === null || awaited?.articleId !== articleId) return;
  const arrival = awaited;
  // The text has no places before it is laid out, what stands above it may still grow, and annotations that come redraw it.
  const show = () => {
    if (handle === next && awaited === arrival) next.reveal(arrival.span, { flash: true });
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

export function currentReader(): ReaderHandle | null {
  return handle;
}

export function revealSpan(span: Span): void {
  handle?.reveal(span, { flash: true });
}

/** Brings a passage into view, without a flash. */
export function showSpan(span: Span): void {
  handle?.reveal(span);
}

/** Marks the passages that something beside the text speaks of, in place of those before. */
export function markSpans(spans: readonly Span[], layer: MarkLayer = 'spoken-of'): void {
  marked.set(layer, spans);
  handle?.mark(spans, layer);
}

/** Shows the span in the reader of an article that is about to come. */
export function revealOnArrival(articleId: string, span: Span): void {
  awaited = { articleId, span };
}
