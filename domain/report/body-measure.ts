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

/** Measures the annotations of several articles together. */
export interface ReportMeasure {
  readonly bodyCharacters: number;
  /** Code points of body text under at least one of the annotations. */
  characters(annotations: readonly MeasuredAnnotation[]): number;
  /** Part of all body text, 0 to 1; null when there is none. */
  share(characters: number): number | null;
  /** Whether a part of the annotation, line feeds aside, lies in a paragraph that is not body. */
  leavesBody(annotation: MeasuredAnnotation): boolean;
}

type MeasuredAnnotation = Span & { article: number };

/** `measures` by the number of the article, the first for number 1. Throws RangeError for an article it has not. */
export function joinMeasures(measures: readonly BodyMeasure[]): ReportMeasure {
  const bodyCharacters = measures.reduce((sum, measure) => sum + measure.bodyCharacters, 0);
  const measureOf = (article: number) => {
    const measure = measures[article - 1];
    if (measure === undefined) throw new RangeError(`no article ${article}`);
    return measure;
  };
  return {
    bodyCharacters,
    characters: (annotations) => {
      const byArticle = new Map<number, MeasuredAnnotation[]>();
      for (const each of annotations) {
        const own = byArticle.get(each.article);
        if (own === undefined) byArticle.set(each.article, [each]);
        else own.push(each);
      }
      let sum = 0;
      for (const [article, own] of byArticle) sum += measureOf(article).characters(own);
      return sum;
    },
    share: (characters) => (bodyCharacters === 0 ? null : characters / bodyCharacters),
    leavesBody: (annotation) => measureOf(annotation.article).leavesBody(annotation),
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
