import type { Span } from '#domain/text/span.ts';
import type { ReaderHandle } from '../editor/article-reader.tsx';

let handle: ReaderHandle | null = null;
/** What is to be marked in the text, also in one that is not on screen yet. */
let marked: readonly Span[] = [];

/** Makes the reader on screen known to the panes beside it. */
export function holdReader(next: ReaderHandle | null): void {
  handle = next;
  if (marked.length > 0) next?.mark(marked);
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
export function markSpans(spans: readonly Span[]): void {
  marked = spans;
  handle?.mark(spans);
}
