import { snapToGraphemes } from '../text/graphemes.ts';
import type { Span } from '../text/span.ts';

/** UTF-16 units of context on either side of a hit, about: it ends between two characters. */
export const CONTEXT = 30;

/** The text before and after a span of it (UTF-16), cut at the edges of grapheme clusters. */
export function contextOf(text: string, { start, end }: Span): { before: string; after: string } {
  const from = snapToGraphemes(text, { start: Math.max(0, start - CONTEXT), end: start }).start;
  const to = snapToGraphemes(text, { start: end, end: Math.min(text.length, end + CONTEXT) }).end;
  return { before: text.slice(from, start), after: text.slice(end, to) };
}
