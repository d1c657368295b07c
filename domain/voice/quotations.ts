import type { Span } from '../text/span.ts';

/** A stretch between quotation marks, the marks included; UTF-16 offsets. */
export interface Quotation extends Span {
  /** The quotation around it. */
  within: Quotation | null;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '「': '」', '『': '』', '"': '"' };
const CLOSES = new Set(Object.values(CLOSING));

/**
 * The quotations of a text in the order of their beginnings, nested ones after those around them. Marks are “” ‘’ 「」 『』
 * and the ASCII double quote, which opens and closes by turns. What is not closed in its paragraph is no quotation.
 */
export function quotationsOf(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open: { closing: string; start: number }[] = [];
  const closed: Span[] = [];
  for (let at = 0; at < text.length; at++) {
    const mark = text.charAt(at);
    if (mark === '\n') open = [];
    const opened = open.findLastIndex(({ closing }) => closing === mark);
    if (opened !== -1) {
      closed.push({ start: open[opened]?.start ?? at, end: at + 1 });
      open.length = opened;
    } else if (mark in CLOSING && !(CLOSES.has(mark) && mark !== '"')) {
      open.push({ closing: CLOSING[mark] ?? '', start: at });
    }
  }
  for (const { start, end } of closed.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    found.push({ start, end, within: found.findLast((outer) => outer.end >= end) ?? null });
  }
  return found;
}

/** The innermost quotation around a span; one that only touches it, or is the span itself, is not around it. */
export function quotationAround(quotations: readonly Quotation[], span: Span): Quotation | null {
  return quotations.findLast(({ start, end }) => start < span.start && span.end < end) ?? null;
}
