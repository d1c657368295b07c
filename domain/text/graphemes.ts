import type { Span } from './span.ts';

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

// \s holds the ideographic space, the no-break space and the byte order mark; the three others are blank but not in it.
const BLANK = /[\s\u0085\u200b\u2060]/;

/**
 * Widens the span to the edges of the grapheme clusters it touches (UTF-16 offsets; Unicode UAX #29, extended clusters).
 * An empty span on an edge stays empty. Throws RangeError for a span that is reversed or outside the text.
 */
export function snapToGraphemes(text: string, span: Span): Span {
  checkSpan(text, span);
  return { start: edgeAtOrBefore(text, span.start), end: edgeAtOrAfter(text, span.end) };
}

/**
 * Takes white space off both ends (ideographic, no-break and zero-width spaces included); null when nothing else is in
 * the span. Throws RangeError for a span that is reversed or outside the text.
 */
export function trimSpan(text: string, span: Span): Span | null {
  checkSpan(text, span);
  let { start, end } = span;
  while (start < end && BLANK.test(text.charAt(start))) start++;
  while (end > start && BLANK.test(text.charAt(end - 1))) end--;
  return start < end ? { start, end } : null;
}

/**
 * What a reader's selection becomes before it is stored: trimmed, then snapped to grapheme edges, never widened to a
 * word or a clause; null when only white space was selected. Applying it twice changes nothing.
 * Throws RangeError for a span that is reversed or outside the text.
 */
export function normalizeSelection(text: string, span: Span): Span | null {
  const trimmed = trimSpan(text, span);
  return trimmed === null ? null : snapToGraphemes(text, trimmed);
}

/** The nearest grapheme edge after the UTF-16 offset; the text's length at its end. Throws RangeError outside the text. */
export function nextGrapheme(text: string, offset: number): number {
  checkOffset(text, offset);
  return offset === text.length ? offset : clusterAt(text, offset).end;
}

/** The nearest grapheme edge before the UTF-16 offset; 0 at the start. Throws RangeError outside the text. */
export function previousGrapheme(text: string, offset: number): number {
  checkOffset(text, offset);
  return offset === 0 ? 0 : clusterAt(text, offset - 1).start;
}

function edgeAtOrBefore(text: string, offset: number): number {
  return isCertainEdge(text, offset) ? offset : clusterAt(text, offset).start;
}

function edgeAtOrAfter(text: string, offset: number): number {
  return isCertainEdge(text, offset) ? offset : clusterAt(text, offset - 1).end;
}

/** The cluster that holds the code unit at `offset`, found between the nearest certain edges around it. */
function clusterAt(text: string, offset: number): Span {
  let from = offset;
  while (!isCertainEdge(text, from)) from--;
  let to = offset + 1;
  while (!isCertainEdge(text, to)) to++;
  if (to - from === 1) return { start: from, end: to };
  const cluster = segmenter.segment(text.slice(from, to)).containing(offset - from);
  if (cluster === undefined) throw new RangeError(`offset ${offset} lies outside the text`);
  return { start: from + cluster.index, end: from + cluster.index + cluster.segment.length };
}

/**
 * Whether a cluster must begin here whatever stands further away. Between two plain characters no rule of UAX #29 but
 * GB4, GB5 and GB999 applies, and each of them breaks.
 */
function isCertainEdge(text: string, offset: number): boolean {
  if (offset === 0 || offset === text.length) return true;
  return isPlain(text.charCodeAt(offset - 1)) && isPlain(text.charCodeAt(offset));
}

/**
 * Line feed, or a character of Grapheme_Cluster_Break=Other that is not Extended_Pictographic and no Indic conjunct:
 * printable ASCII, CJK punctuation and marks up to U+3029, CJK ideographs of the BMP, full-width forms up to U+FF60.
 */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x20 && unit <= 0x7e) ||
    unit === 0x0a ||
    (unit >= 0x3000 && unit <= 0x3029) ||
    (unit >= 0xff01 && unit <= 0xff60) ||
    (unit >= 0x3400 && unit <= 0x4dbf)
  );
}

function checkSpan(text: string, span: Span): void {
  checkOffset(text, span.start);
  checkOffset(text, span.end);
  if (span.end < span.start) throw new RangeError(`span ${span.start} to ${span.end} is reversed`);
}

function checkOffset(text: string, offset: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > text.length) {
    throw new RangeError(`offset ${offset} lies outside 0 to ${text.length}`);
  }
}
