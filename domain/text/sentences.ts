import { paragraphsOf } from './paragraphs.ts';
import type { Span } from './span.ts';

// An ASCII mark before a digit belongs to a number, a time or a formula. Variation selectors belong to the mark before.
const SENTENCE_END = /(?:[。！？；…｡]|[!?;](?!\d))[\p{M}]*/uy;
const CLAUSE_END = /(?:[。！？；…｡，、：]|[!?;,:](?!\d))[\p{M}]*/uy;
const CLOSING = /[”’」』）〕】》〉〗］｝﹂﹄)\]}]/u;

/**
 * The sentences of a text, in order, in UTF-16 offsets, without the white space around them. A sentence ends with its
 * paragraph, at 。！？； and …, and at ASCII ! ? ; unless a digit follows; a run of such marks, and the closing quotes and
 * brackets after it, belong to the sentence before. A paragraph without any such mark, such as a subhead, is a sentence.
 */
export function sentencesOf(text: string): Span[] {
  return paragraphsOf(text).flatMap((paragraph) => divide(text, paragraph, SENTENCE_END));
}

/** The clauses of a text: as `sentencesOf`, ending also at ，、： and at ASCII comma and colon unless a digit follows. */
export function clausesOf(text: string): Span[] {
  return paragraphsOf(text).flatMap((paragraph) => divide(text, paragraph, CLAUSE_END));
}

function divide(text: string, paragraph: Span, ending: RegExp): Span[] {
  const spans: Span[] = [];
  let start = paragraph.start;
  let at = start;
  let straightQuoteOpen = false;
  while (at < paragraph.end) {
    let after = endOfMark(text, at, ending);
    if (after === at) {
      if (text.charAt(at) === '"') straightQuoteOpen = !straightQuoteOpen;
      at++;
      continue;
    }
    while (after < paragraph.end) {
      const next = endOfMark(text, after, ending);
      const closes = CLOSING.test(text.charAt(after)) || (straightQuoteOpen && text.charAt(after) === '"');
      if (next === after && !closes) break;
      if (text.charAt(after) === '"') straightQuoteOpen = false;
      after = Math.max(next, after + 1);
    }
    pushTrimmed(spans, text, start, after);
    start = after;
    at = after;
  }
  pushTrimmed(spans, text, start, paragraph.end);
  return spans;
}

/** Where the mark that begins at `at` ends; `at` itself when none begins there. */
function endOfMark(text: string, at: number, ending: RegExp): number {
  ending.lastIndex = at;
  return ending.test(text) ? ending.lastIndex : at;
}

function pushTrimmed(spans: Span[], text: string, start: number, end: number): void {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  const to = start + piece.trimEnd().length;
  if (from < to) spans.push({ start: from, end: to });
}
