import type { ArticleText } from '../contract/article.ts';
import { createCodePointIndex } from '../text/code-points.ts';
import { paragraphsOf } from '../text/paragraphs.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** What the measures ask of the body of one text; spans are UTF-16 offsets, sorted by their starts. */
export interface BodyLayout {
  /** Code points in paragraphs whose role is body, line feeds not counted. */
  characters(): number;
  /** Code points of body text under at least one of the spans. */
  charactersUnder(spans: readonly Span[]): number;
  /** Sentences of body text that at least one of the spans touches. */
  sentencesUnder(spans: readonly Span[]): number;
  /** The sentences of body text, numbered from 0, that the span touches. */
  sentencesOf(span: Span): number[];
}

type Body = Pick<ArticleText, 'text' | 'roles'>;

/** A layout that reads its text when it is first asked, and keeps no text. */
export function createBodyLayout(read: () => Body): BodyLayout {
  let kept: ReturnType<typeof countBefore> | null = null;
  let sentences: Stretches | null = null;
  const before = () => (kept ??= countBefore(read()));
  return {
    characters: () => before()(Number.POSITIVE_INFINITY),
    charactersUnder: (spans) => {
      const charactersBefore = before();
      let under = 0;
      let reached = 0;
      for (const { start, end } of spans) {
        if (end <= reached) continue;
        under += charactersBefore(end) - charactersBefore(Math.max(start, reached));
        reached = end;
      }
      return under;
    },
    sentencesUnder: (spans) => countTouched((sentences ??= bodySentences(read())), spans),
    sentencesOf: ({ start, end }) => {
      const { starts, ends } = (sentences ??= bodySentences(read()));
      const first = firstAfter(ends, start);
      let after = first;
      while (after < starts.length && (starts[after] ?? 0) < end) after++;
      return Array.from({ length: after - first }, (_, index) => first + index);
    },
  };
}

/** Starts and ends, in order and apart from each other. */
interface Stretches {
  starts: Uint32Array;
  ends: Uint32Array;
}

function stretches(spans: readonly Span[]): Stretches {
  return {
    starts: Uint32Array.from(spans, ({ start }) => start),
    ends: Uint32Array.from(spans, ({ end }) => end),
  };
}

/** Gives the code points of body text before a UTF-16 offset that splits no pair; of all of it beyond the text. */
function countBefore({ text, roles }: Body): (offset: number) => number {
  const index = createCodePointIndex(text);
  const paragraphs = paragraphsOf(text).filter((paragraph) => roles[paragraph.index] === 'body');
  const { starts, ends } = stretches(paragraphs);
  const length =
    index.length === text.length
      ? (start: number, end: number) => end - start
      : (start: number, end: number) => index.codePointOffset(end) - index.codePointOffset(start);
  const sums = new Uint32Array(paragraphs.length + 1);
  for (const [at, { start, end }] of paragraphs.entries()) sums[at + 1] = (sums[at] ?? 0) + length(start, end);
  return (offset) => {
    const at = firstAfter(ends, offset);
    const start = starts[at];
    const whole = sums[at] ?? 0;
    return start === undefined || offset <= start ? whole : whole + length(start, offset);
  };
}

function bodySentences({ text, roles }: Body): Stretches {
  const body = paragraphsOf(text).filter(({ index }) => roles[index] === 'body');
  return stretches(
    body.flatMap((paragraph) =>
      sentencesOf(text.slice(paragraph.start, paragraph.end)).map(({ start, end }) => ({
        start: start + paragraph.start,
        end: end + paragraph.start,
      })),
    ),
  );
}

function countTouched({ starts, ends }: Stretches, spans: readonly Span[]): number {
  let touched = 0;
  // The first sentence that no earlier span has reached.
  let next = 0;
  for (const { start, end } of spans) {
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
