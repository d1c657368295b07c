import type { Span } from '../text/span.ts';

/** A repair by its place in the text as imported, in UTF-16 offsets; `insert` null where the text stands as it was. */
export interface StandingRepair extends Span {
  readonly insert: string | null;
}

/**
 * The text with the repairs that stand in it, and where each of them stands there: around what was put in, or around the
 * words as imported. `repairs` are sorted and disjoint; the spans are in their order, in UTF-16 offsets of the new text.
 */
export function standingText(imported: string, repairs: readonly StandingRepair[]): { text: string; at: Span[] } {
  const parts: string[] = [];
  const at: Span[] = [];
  let length = 0;
  let done = 0;
  const put = (words: string) => {
    parts.push(words);
    length += words.length;
  };
  for (const { start, end, insert } of repairs) {
    put(imported.slice(done, start));
    const from = length;
    put(insert ?? imported.slice(start, end));
    at.push({ start: from, end: length });
    done = end;
  }
  put(imported.slice(done));
  return { text: parts.join(''), at };
}
