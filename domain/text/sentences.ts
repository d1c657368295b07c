import { paragraphsOf } from './paragraphs.ts';
import type { Span } from './span.ts';

// An ASCII mark between digits belongs to a number, a time or a score. Variation selectors belong to the mark before.
const SENTENCE_END = /(?:[。！？；…｡]|[!?;](?!\d)|(?<!\d)[!?;])\p{M}*/uy;
const CLAUSE_END = /(?:[，、：]|[,:](?!\d)|(?<!\d)[,:])\p{M}*/uy;
// What a mark, or a straight quote, begins with: everything between two of these is passed over at once.
const SENTENCE_SIGN = /[。！？；…｡!?;"]/g;
const CLAUSE_SIGN = /[，、：,:"]/g;
const CLOSING = /[”’」』）〕】》〉〗］｝﹂﹄)\]}]/u;

/**
 * The sentences of a text, in order, in UTF-16 offsets, without the white space around them. A sentence ends with its
 * paragraph, at 。！？； and …, and at ASCII ! ? ; unless between digits; a run of such marks, and the closing quotes and
 * brackets after it, belong to the sentence before. A paragraph without any such mark, such as a subhead, is a sentence.
 */
export function sentencesOf(text: string): Span[] {
  return paragraphsOf(text).flatMap((paragraph) => divide(text, paragraph, SENTENCE_END, SENTENCE_SIGN));
}

/** The clauses of a text: its sentences, ending also at ，、： and at ASCII comma and colon unless between digits. */
export function clausesOf(text: string): Span[] {
  return sentencesOf(text).flatMap((sentence) => divide(text, sentence, CLAUSE_END, CLAUSE_SIGN));
}

function divide(text: string, whole: Span, ending: RegExp, sign: RegExp): Span[] {
  const spans: Span[] = [];
  let start = whole.start;
  let at = start;
  let straightQuoteOpen = false;
  while (true) {
    sign.lastIndex = at;
    at = sign.exec(text)?.index ?? whole.end;
    if (at >= whole.end) break;
    let after = endOfMark(text, at, ending);
    if (after === at) {
      if (text.charAt(at) === '"') straightQuoteOpen = !straightQuoteOpen;
      at++;
      continue;
    }
    while (after < whole.end) {
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
  pushTrimmed(spans, text, start, whole.end);
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
