import type { ArticleText } from '../contract/article.ts';
import { createBodyMeasure } from '../report/body-measure.ts';
import { paragraphsOf } from '../text/paragraphs.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** What the measures ask of the body of one text; spans are UTF-16 offsets, in any order. */
export interface BodyLayout {
  /** Code points in paragraphs whose role is body, line feeds not counted. */
  characters(): number;
  /** Code points of body text under at least one of the spans. */
  charactersUnder(spans: readonly Span[]): number;
  /** Sentences of body text that at least one of the spans touches. */
  sentencesUnder(spans: readonly Span[]): number;
}

/** A layout that reads its text when it is first asked, and keeps no text. */
export function createBodyLayout(read: () => Pick<ArticleText, 'text' | 'roles'>): BodyLayout {
  let measure: ReturnType<typeof createBodyMeasure> | null = null;
  let sentences: Sentences | null = null;
  const measured = () => (measure ??= createBodyMeasure(read()));
  return {
    characters: () => measured().bodyCharacters,
    charactersUnder: (spans) => measured().characters(spans),
    sentencesUnder: (spans) => countTouched((sentences ??= bodySentences(read())), spans),
  };
}

/** Starts and ends of the sentences, in order. */
interface Sentences {
  starts: Uint32Array;
  ends: Uint32Array;
}

function bodySentences({ text, roles }: Pick<ArticleText, 'text' | 'roles'>): Sentences {
  const spans = paragraphsOf(text)
    .filter(({ index }) => roles[index] === 'body')
    .flatMap((paragraph) =>
      sentencesOf(text.slice(paragraph.start, paragraph.end)).map(({ start, end }) => ({
        start: start + paragraph.start,
        end: end + paragraph.start,
      })),
    );
  return {
    starts: Uint32Array.from(spans, ({ start }) => start),
    ends: Uint32Array.from(spans, ({ end }) => end),
  };
}

function countTouched({ starts, ends }: Sentences, spans: readonly Span[]): number {
  let touched = 0;
  // The first sentence that no earlier span has reached.
  let next = 0;
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    let at = Math.max(next, firstAfter(ends, start));
    for (; at < starts.length && (starts[at] ?? 0) < end; at++) touched++;
    next = Math.max(next, at);
  }
  return touched;
}

/** Index of the first of the sorted numbers that is greater. */
function firstAfter(sorted: Uint32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}
