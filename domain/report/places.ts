import { paragraphIndexAt, paragraphsOf } from '../text/paragraphs.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { Span } from '../text/span.ts';
import type { ReportPlace } from './report-model.ts';

/** The numbers of a text's paragraphs in order, from 1; null for a blank one, which is not counted. */
export function numberParagraphs(text: string): (number | null)[] {
  let number = 0;
  return paragraphsOf(text).map(({ start, end }) => (text.slice(start, end).trim() === '' ? null : ++number));
}

/** Finds the places of spans (UTF-16 offsets, not empty) of one text; each look-up takes O(log n). */
export function createPlaces(text: string): (span: Span) => ReportPlace {
  const paragraphs = paragraphsOf(text);
  const sentences = sentencesOf(text);
  const firstSentences = paragraphs.map(({ start }) => countUntil(sentences, start - 1));
  // A blank paragraph has the number of the one before it.
  let last = 1;
  const numbers = numberParagraphs(text).map((number) => {
    last = number ?? last;
    return last;
  });

  const at = (offset: number) => {
    const index = paragraphIndexAt(paragraphs, offset);
    const sentence = Math.max(1, countUntil(sentences, offset) - (firstSentences[index] ?? 0));
    return { paragraph: numbers[index] ?? 1, sentence };
  };
  return ({ start, end }) => {
    let first = start;
    let final = end - 1;
    while (first < final && text.charAt(first) === '\n') first++;
    while (final > first && text.charAt(final) === '\n') final--;
    const from = at(first);
    const to = at(final);
    return { ...from, endParagraph: to.paragraph, endSentence: to.sentence };
  };
}

/** How many of the spans, sorted by start, begin at or before the offset. */
function countUntil(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
