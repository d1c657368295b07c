import type { ArticleText } from '../contract/article.ts';
import { createCodePointIndex } from '../text/code-points.ts';
import { type Paragraph, paragraphsOf } from '../text/paragraphs.ts';
import type { Span } from '../text/span.ts';

export interface BodyMeasure {
  /** Code points in paragraphs whose role is body, line feeds not counted. */
  readonly bodyCharacters: number;
  /** Code points of body text under at least one of the spans (UTF-16 offsets, in any order). */
  characters(spans: readonly Span[]): number;
  /** Part of all body text, 0 to 1; null when there is none. */
  share(characters: number): number | null;
  /** Whether a part of the span, line feeds aside, lies in a paragraph that is not body. */
  leavesBody(span: Span): boolean;
}

/** Prepares the measuring of one text. The spans asked about must not split surrogate pairs (RangeError). */
export function createBodyMeasure({ text, roles }: Pick<ArticleText, 'text' | 'roles'>): BodyMeasure {
  const index = createCodePointIndex(text);
  const length = (start: number, end: number) => index.codePointOffset(end) - index.codePointOffset(start);
  const paragraphs = paragraphsOf(text);
  const body = paragraphs.filter((paragraph) => roles[paragraph.index] === 'body');
  const other = paragraphs.filter((paragraph) => roles[paragraph.index] !== 'body');
  const bodyCharacters = body.reduce((sum, { start, end }) => sum + length(start, end), 0);
  return {
    bodyCharacters,
    characters: (spans) => {
      let sum = 0;
      let next = 0;
      for (const span of mergeSpans(spans)) {
        while ((body[next]?.end ?? Number.POSITIVE_INFINITY) <= span.start) next++;
        for (let at = next; at < body.length; at++) {
          const paragraph = body[at];
          if (paragraph === undefined || paragraph.start >= span.end) break;
          sum += length(Math.max(paragraph.start, span.start), Math.min(paragraph.end, span.end));
        }
      }
      return sum;
    },
    share: (characters) => (bodyCharacters === 0 ? null : characters / bodyCharacters),
    leavesBody: (span) => other.some((paragraph) => overlaps(paragraph, span)),
  };
}

function overlaps(paragraph: Paragraph, span: Span): boolean {
  return Math.max(paragraph.start, span.start) < Math.min(paragraph.end, span.end);
}

function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}
