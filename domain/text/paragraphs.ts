import type { Span } from './span.ts';

/** A paragraph: UTF-16 offsets, its closing line feed excluded; `index` counts from 0. */
export interface Paragraph extends Span {
  index: number;
}

/** The paragraphs of a well-formed text, in order. An empty text is one empty paragraph, as between two line feeds. */
export function paragraphsOf(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let start = 0;
  while (true) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    paragraphs.push({ index: paragraphs.length, start, end });
    if (feed === -1) return paragraphs;
    start = feed + 1;
  }
}

/**
 * Index of the paragraph at a UTF-16 offset; a line feed belongs to the paragraph it closes.
 * `paragraphs` as `paragraphsOf` returns them. Throws RangeError for an offset outside the text.
 */
export function paragraphIndexAt(paragraphs: readonly Paragraph[], offset: number): number {
  const last = paragraphs.at(-1);
  if (last === undefined || !(offset >= 0) || offset > last.end) {
    throw new RangeError(`offset ${offset} lies outside the paragraphs`);
  }
  let low = 0;
  let high = paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offset > (paragraphs[middle] ?? last).end) low = middle + 1;
    else high = middle;
  }
  return low;
}
