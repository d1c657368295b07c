import type { Span } from '#domain/text/span.ts';
import type { ReaderHandle } from '../editor/article-reader.tsx';

let handle: ReaderHandle | null = null;

/** Makes the reader on screen known to the panes beside it. */
export function holdReader(next: ReaderHandle | null): void {
  handle = next;
}

export function currentReader(): ReaderHandle | null {
  return handle;
}

export function revealSpan(span: Span): void {
  handle?.reveal(span, { flash: true });
}
