import type { Span } from '#domain/text/span.ts';

/** What the reader needs to know of an annotation; the span is in text offsets of the text shown. */
export interface ReaderAnnotation extends Span {
  id: string;
  /** Palette indices (1 to 15) of its links' categories, in their order; none is drawn in neutral grey. */
  colours: number[];
  /** Numbers and titles of its categories, for screen readers. */
  label: string;
  status: 'draft' | 'settled' | 'doubtful';
  /** Whether its place is a guess that nobody has confirmed yet. */
  toConfirm?: boolean;
  /** Whether it steps back behind those that are looked at. */
  dimmed?: boolean;
}

export function sameAnnotation(a: ReaderAnnotation, b: ReaderAnnotation): boolean {
  return (
    a === b ||
    (a.start === b.start &&
      a.end === b.end &&
      a.status === b.status &&
      (a.dimmed ?? false) === (b.dimmed ?? false) &&
      (a.toConfirm ?? false) === (b.toConfirm ?? false) &&
      a.label === b.label &&
      a.colours.length === b.colours.length &&
      a.colours.every((colour, index) => colour === b.colours[index]))
  );
}
