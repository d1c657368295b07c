/** A text as it is read: as it is, or in the other script. */
export interface Reading {
  /** The part of it between two UTF-16 offsets of the text as it is. */
  slice(start: number, end: number): string;
  /** A text from elsewhere, in the same script. */
  convert(text: string): string;
}

/**
 * Reads a text through a conversion (null: as it is). It is converted paragraph by paragraph, so that words are known by
 * their neighbours, and cut afterwards, which needs as many code points after as before; a paragraph that changed its
 * length is converted character by character instead.
 */
export function createReading(text: string, convert: ((text: string) => string) | null): Reading {
  if (convert === null) return { slice: (start, end) => text.slice(start, end), convert: (other) => other };
  // At each offset where a code point begins, what stands for it.
  const pieces: string[] = [];
  for (const paragraph of text.split('\n')) {
    const before = [...paragraph];
    const after = [...convert(paragraph)];
    for (const [index, character] of before.entries()) {
      pieces.push(after.length === before.length ? (after[index] ?? character) : convert(character));
      if (character.length === 2) pieces.push('');
    }
    pieces.push('\n');
  }
  return { slice: (start, end) => pieces.slice(start, end).join(''), convert };
}
