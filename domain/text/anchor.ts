import type { Span } from './span.ts';
import { isSpanOf, splitsPair } from './span.ts';

/** UTF-16 code units of context kept on either side of an anchor's quote. */
export const CONTEXT_LENGTH = 32;

/** A span with the words it covers and up to `CONTEXT_LENGTH` UTF-16 units before and after, as in one revision. */
export interface Anchor extends Span {
  exact: string;
  prefix: string;
  suffix: string;
}

/**
 * The anchor of a span (UTF-16). The context is shorter at the ends of the text, or where the full length would split a
 * surrogate pair. Throws RangeError for a span that is no span of the text, see `isSpanOf`.
 */
export function createAnchor(text: string, span: Span): Anchor {
  const { start, end } = span;
  if (!isSpanOf(text, span)) throw new RangeError(`${start} to ${end} is no span of this text`);
  const before = Math.max(0, start - CONTEXT_LENGTH);
  const after = Math.min(text.length, end + CONTEXT_LENGTH);
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(splitsPair(text, before) ? before + 1 : before, start),
    suffix: text.slice(end, splitsPair(text, after) ? after - 1 : after),
  };
}

/** Whether the anchor fits this text as it stands: quote, prefix and suffix, letter for letter, at its position. */
export function checkAnchor(text: string, anchor: Anchor): boolean {
  const { start, end, exact, prefix, suffix } = anchor;
  return (
    isSpanOf(text, anchor) &&
    end - start === exact.length &&
    text.startsWith(exact, start) &&
    start >= prefix.length &&
    text.startsWith(prefix, start - prefix.length) &&
    text.startsWith(suffix, end)
  );
}
