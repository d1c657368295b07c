import type { Span } from './span.ts';
import { isHighSurrogate, isLowSurrogate, splitsPair } from './span.ts';

/** A span counted in Unicode code points, for exchange formats only; half-open. A lone surrogate counts as one. */
export interface CodePointSpan {
  codePointStart: number;
  codePointEnd: number;
}

/** Conversions for one text; each lookup takes O(log n) in the number of characters beyond the BMP. */
export interface CodePointIndex {
  /** Length of the text in code points. */
  readonly length: number;
  /** UTF-16 offset to code-point offset. Throws RangeError outside the text or inside a surrogate pair. */
  codePointOffset(utf16Offset: number): number;
  /** Code-point offset to UTF-16 offset. Throws RangeError outside the text. */
  utf16Offset(codePointOffset: number): number;
  codePointSpan(span: Span): CodePointSpan;
  utf16Span(span: CodePointSpan): Span;
}

/** Code points before the UTF-16 offset. Throws RangeError outside the text or inside a surrogate pair. O(offset). */
export function codePointOffset(text: string, utf16Offset: number): number {
  checkRange(utf16Offset, text.length, 'UTF-16');
  if (splitsPair(text, utf16Offset)) throw new RangeError(`UTF-16 offset ${utf16Offset} lies inside a surrogate pair`);
  let pairs = 0;
  for (let at = 1; at < utf16Offset; at++) if (splitsPair(text, at)) pairs++;
  return utf16Offset - pairs;
}

/** The UTF-16 offset that has this many code points before it. Throws RangeError outside the text. O(offset). */
export function utf16Offset(text: string, codePointOffset: number): number {
  checkRange(codePointOffset, text.length, 'code-point');
  let at = 0;
  for (let counted = 0; counted < codePointOffset; counted++) {
    if (at >= text.length) throw new RangeError(`code-point offset ${codePointOffset} lies outside 0 to ${counted}`);
    at += splitsPair(text, at + 1) ? 2 : 1;
  }
  return at;
}

/** UTF-16 span to code points. Throws RangeError as `codePointOffset` does. */
export function codePointSpan(text: string, span: Span): CodePointSpan {
  return { codePointStart: codePointOffset(text, span.start), codePointEnd: codePointOffset(text, span.end) };
}

/** Code-point span to UTF-16. Throws RangeError as `utf16Offset` does. */
export function utf16Span(text: string, span: CodePointSpan): Span {
  return { start: utf16Offset(text, span.codePointStart), end: utf16Offset(text, span.codePointEnd) };
}

/** Prepares many lookups in one text: one pass over it, then memory only for its characters beyond the BMP. */
export function createCodePointIndex(text: string): CodePointIndex {
  const pairStarts: number[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    if (isHighSurrogate(text.charCodeAt(at)) && isLowSurrogate(text.charCodeAt(at + 1))) pairStarts.push(at++);
  }
  // What the lookups hold on to must not be the text.
  const utf16Length = text.length;
  const length = utf16Length - pairStarts.length;

  // How many pairs satisfy `before`, which holds for the first ones and for none after.
  const countPairs = (before: (pairStart: number, index: number) => boolean): number => {
    let low = 0;
    let high = pairStarts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (before(pairStarts[middle] ?? 0, middle)) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const toCodePoints = (offset: number): number => {
    checkRange(offset, utf16Length, 'UTF-16');
    const pairs = countPairs((pairStart) => pairStart < offset);
    if (pairs > 0 && pairStarts[pairs - 1] === offset - 1) {
      throw new RangeError(`UTF-16 offset ${offset} lies inside a surrogate pair`);
    }
    return offset - pairs;
  };
  const toUtf16 = (offset: number): number => {
    checkRange(offset, length, 'code-point');
    return offset + countPairs((pairStart, index) => pairStart - index < offset);
  };
  return {
    length,
    codePointOffset: toCodePoints,
    utf16Offset: toUtf16,
    codePointSpan: (span) => ({ codePointStart: toCodePoints(span.start), codePointEnd: toCodePoints(span.end) }),
    utf16Span: (span) => ({ start: toUtf16(span.codePointStart), end: toUtf16(span.codePointEnd) }),
  };
}

function checkRange(offset: number, length: number, unit: string): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`${unit} offset ${offset} lies outside 0 to ${length}`);
  }
}
