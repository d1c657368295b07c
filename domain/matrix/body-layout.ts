import type { ArticleText } from '../contract/article.ts';
import { createCodePointIndex } from '../text/code-points.ts';
import { paragraphsOf } from '../text/paragraphs.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';

/** What the measures ask of the body of one text; offsets are in UTF-16. */
export interface BodyLayout {
  /** Code points in paragraphs whose role is body, line feeds not counted. */
  characters(): number;
  /** Those before an offset that splits no pair; all of them beyond the text. */
  charactersBefore(offset: number): number;
  /** The sentences of body text, numbered from 0, that the span touches: the first, and the one after the last. */
  sentencesUnder(span: Span): readonly [first: number, after: number];
}

type Body = Pick<ArticleText, 'text' | 'roles'>;

/** A layout that reads its text once, when it is first asked, and keeps no text. */
export function createBodyLayout(read: () => Body): BodyLayout {
  let kept: ReturnType<typeof layOut> | null = null;
  const laidOut = () => (kept ??= layOut(read()));
  return {
    characters: () => laidOut().charactersBefore(Number.POSITIVE_INFINITY),
    charactersBefore: (offset) => laidOut().charactersBefore(offset),
    sentencesUnder: ({ start, end }) => {
      const { starts, ends } = laidOut().sentences;
      const first = firstAfter(ends, start);
      let after = first;
      while (after < starts.length && (starts[after] ?? 0) < end) after++;
      return [first, after];
    },
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
