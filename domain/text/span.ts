/** A stretch of text: half-open, in UTF-16 code units of the text it belongs to; `0 <= start <= end <= text.length`. */
export interface Span {
  start: number;
  end: number;
}

/** Length in UTF-16 code units. */
export function spanLength(span: Span): number {
  return span.end - span.start;
}

/** Whether the two share at least one code unit. Touching spans do not overlap, and an empty span overlaps nothing. */
export function spansOverlap(a: Span, b: Span): boolean {
  return Math.max(a.start, b.start) < Math.min(a.end, b.end);
}

/** Whether every code unit of `inner` lies in `outer`; a span contains itself. */
export function spanContains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** UTF-16 code units covered by at least one of the spans, each counted once. The order of the spans does not matter. */
export function unionLength(spans: readonly Span[]): number {
  let covered = 0;
  let reached = Number.NEGATIVE_INFINITY;
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.end <= reached) continue;
    covered += span.end - Math.max(span.start, reached);
    reached = span.end;
  }
  return covered;
}

/** Whether `offset` (UTF-16) lies between the two halves of a surrogate pair. */
export function splitsPair(text: string, offset: number): boolean {
  return isHighSurrogate(text.charCodeAt(offset - 1)) && isLowSurrogate(text.charCodeAt(offset));
}

/** Whether the UTF-16 code unit is the first half of a pair, U+D800 to U+DBFF. */
export function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Whether the UTF-16 code unit is the second half of a pair, U+DC00 to U+DFFF. */
export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Whether the span can be stored for this text: whole numbers, inside the text, not empty, no surrogate pair split. */
export function isSpanOf(text: string, span: Span): boolean {
  return (
    Number.isInteger(span.start) &&
    Number.isInteger(span.end) &&
    span.start >= 0 &&
    span.start < span.end &&
    span.end <= text.length &&
    !splitsPair(text, span.start) &&
    !splitsPair(text, span.end)
  );
}
