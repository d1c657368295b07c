import type { Span } from '../text/span.ts';

/** What a repair or a correction put into a text (UTF-16 offsets of the text as it is), and what stood there as imported. */
export interface Alteration extends Span {
  before: string;
}

/** A passage as it is read now, with what was put in marked, or as it was imported. */
export type QuotationMode = 'as-read' | 'marked' | 'imported';

/** Opens and closes what a repair or a correction put in; nothing stands between them where it took something away. */
export const ALTERATION_MARKS = ['〔', '〕'] as const;

/** The alterations (sorted, disjoint) that a span shares a character with, or that took something away inside it. */
export function alterationsIn<Altered extends Alteration>(span: Span, alterations: readonly Altered[]): Altered[] {
  return alterations.filter(({ start, end }) =>
    start === end ? span.start < start && start < span.end : start < span.end && span.start < end,
  );
}

/**
 * The words of a passage in one of the modes. `alterations` as for `alterationsIn`; one that reaches over an edge counts
 * with what of it lies inside, and stands whole in a passage as imported. `reading` gives the text between two
 * offsets, and any other text, in the script that is wanted.
 */
export function quotePassage(
  span: Span,
  alterations: readonly Alteration[],
  mode: QuotationMode,
  reading: { slice: (start: number, end: number) => string; convert: (text: string) => string },
): string {
  if (mode === 'as-read') return reading.slice(span.start, span.end);
  const [open, close] = ALTERATION_MARKS;
  const parts: string[] = [];
  let at = span.start;
  for (const { start, end, before } of alterationsIn(span, alterations)) {
    const from = Math.max(start, span.start);
    const to = Math.min(end, span.end);
    const inside = mode === 'marked' ? `${open}${reading.slice(from, to)}${close}` : reading.convert(before);
    parts.push(reading.slice(at, from), inside);
    at = to;
  }
  return [...parts, reading.slice(at, span.end)].join('');
}
