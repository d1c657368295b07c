import type { Span } from '../text/span.ts';

const LOW_SURROGATE = /^[\udc00-\udfff]/;
const HIGH_SURROGATE = /[\ud800-\udbff]$/;

/**
 * What stands around a span in its paragraph, at most `length` UTF-16 units on either side; no character is cut in two.
 * `span` is in UTF-16 offsets of `text` and may be empty.
 */
export function passageAround(text: string, span: Span, length: number): { before: string; after: string } {
  const above =
    text
      .slice(Math.max(0, span.start - length), span.start)
      .split('\n')
      .at(-1) ?? '';
  const below = text.slice(span.end, span.end + length).split('\n')[0] ?? '';
  return { before: above.replace(LOW_SURROGATE, ''), after: below.replace(HIGH_SURROGATE, '') };
}
