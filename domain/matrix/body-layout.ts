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
  /** Reads the text now, so that the first question does not wait for it. */
  prepare(): void;
}

type Body = Pick<ArticleText, 'text' | 'roles'>;

/** A layout that reads its text once, when it is first asked, and keeps no text. */
export function createBodyLayout(read: () => Body): BodyLayout {
  let kept: ReturnType<typeof layOut> | null = null;
  const laidOut = () => (kept ??= layOut(read()));
  return {
    characters: () => laidOut().charactersBefore(Number.POSITIVE_INFINITY),
    charactersUnder: (spans) => {
      const { charactersBefore } = laidOut();
      let under = 0;
      let reached = 0;
      for (const { start, end } of spans) {
        if (end <= reached) continue;
        under += charactersBefore(end) - charactersBefore(Math.max(start, reached));
        reached = end;
      }
      return under;
    },
    sentencesUnder: (spans) => countTouched(laidOut().sentences, spans),
    sentencesOf: ({ start, end }) => {
      const { starts, ends } = laidOut().sentences;
      const first = firstAfter(ends, start);
      let after = first;
      while (after < starts.length && (starts[after] ?? 0) < end) after++;
      return Array.from({ length: after - first }, (_, index) => first + index);
    },
    prepare: () => void laidOut(),
  };
}

function layOut({ text, roles }: Body) {
  const body = paragraphsOf(text).filter(({ index }) => roles[index] === 'body');
  return { charactersBefore: countBefore(text, body), sentences: bodySentences(text, body) };
}

/** Starts and ends, in order and apart from each other. */
interface Stretches {
  starts: Uint32Array;
  ends: Uint32Array;
}

function stretches(spans: readonly Span[]): Stretches {
  const starts = new Uint32Array(spans.length);
  const ends = new Uint32Array(spans.length);
  for (const [at, { start, end }] of spans.entries()) {
    starts[at] = start;
    ends[at] = end;
  }
  return { starts, ends };
}

/** Gives the code points of body text before a UTF-16 offset that splits no pair; of all of it beyond the text. */
function countBefore(text: string, body: readonly Span[]): (offset: number) => number {
  const index = createCodePointIndex(text);
  const { starts, ends } = stretches(body);
  const length =
    index.length === text.length
      ? (start: number, end: number) => end - start
      : (start: number, end: number) => index.codePointOffset(end) - index.codePointOffset(start);
  const sums = new Uint32Array(body.length + 1);
  for (const [at, { start, end }] of body.entries()) sums[at + 1] = (sums[at] ?? 0) + length(start, end);
  return (offset) => {
    const at = firstAfter(ends, offset);
    const start = starts[at];
    const whole = sums[at] ?? 0;
    return start === undefined || offset <= start ? whole : whole + length(start, offset);
  };
}

function bodySentences(text: string, body: readonly Span[]): Stretches {
  const sentences: Span[] = [];
  for (const paragraph of body)
    for (const { start, end } of sentencesOf(text.slice(paragraph.start, paragraph.end)))
      sentences.push({ start: start + paragraph.start, end: end + paragraph.start });
  return stretches(sentences);
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
