import { nextGrapheme, previousGrapheme } from '#domain/text/graphemes.ts';
import { paragraphsOf } from '#domain/text/paragraphs.ts';
import { clausesOf, sentencesOf } from '#domain/text/sentences.ts';
import { type Span, spanContains, spanLength } from '#domain/text/span.ts';

/** Where a selection begins and where its moving end is, in text offsets. */
export interface Ends {
  anchor: number;
  head: number;
}

/** What a text is made of, each kind in its order. */
export interface TextUnits {
  readonly clauses: readonly Span[];
  readonly sentences: readonly Span[];
  /** Those with words in them. */
  readonly paragraphs: readonly Span[];
}

export function textUnits(text: string): TextUnits {
  const paragraphs = paragraphsOf(text)
    .map(({ start, end }) => ({ start, end }))
    .filter((each) => each.start < each.end);
  return { clauses: clausesOf(text), sentences: sentencesOf(text), paragraphs };
}

/**
 * The next larger thing around a selection: the character at the caret, then the clause, the sentence, the paragraph, the
 * article. Null for the whole text. In UTF-16 offsets.
 */
export function grownFrom(text: string, units: TextUnits, { anchor, head }: Ends): Span | null {
  const span = { start: Math.min(anchor, head), end: Math.max(anchor, head) };
  if (span.start === span.end) return characterAt(text, span.start);
  for (const kind of [units.clauses, units.sentences, units.paragraphs, [{ start: 0, end: text.length }]]) {
    const around = kind.find((unit) => spanContains(unit, span));
    if (around !== undefined && spanLength(around) > spanLength(span)) return around;
  }
  return null;
}

/** The character behind the caret, or the one before it at a paragraph's end. */
function characterAt(text: string, offset: number): Span | null {
  const after = offset < text.length && text.charAt(offset) !== '\n';
  if (after) return { start: offset, end: nextGrapheme(text, offset) };
  const before = offset > 0 && text.charAt(offset - 1) !== '\n';
  return before ? { start: previousGrapheme(text, offset), end: offset } : null;
}
