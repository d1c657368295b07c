import type { Span } from '#domain/text/span.ts';

/** What the reader tells the interface. */
export interface ReaderEvents {
  /** The selection has settled: trimmed, snapped to graphemes, never widened; null when nothing is selected. */
  onSelect(span: Span | null): void;
  /** All annotations under the pointer or the caret, smallest first, and where. */
  onActivate(ids: string[], at: DOMRect): void;
  onHover?(ids: string[]): void;
}
