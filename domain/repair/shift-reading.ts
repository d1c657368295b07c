import type { Span } from '../text/span.ts';

/** How the reading one byte off came to its end. */
export type ShiftEnd =
  /** A character whose trail byte is ASCII, or 0x80: every byte of it is there. */
  | 'trail'
  /** Plain ASCII whose first character was taken for a trail byte. */
  | 'letter'
  /** A swallowed `<` whose tag is left over. */
  | 'tag'
  /** A swallowed `&` whose entity is left over. */
  | 'entity'
  /** A swallowed `(` whose pinyin is left over. */
  | 'mark'
  /** A swallowed character at the end of a paragraph, where a tag was. */
  | 'end'
  /** A swallowed line feed. */
  | 'line'
  /** A swallowed character that cannot be known, most often a digit. */
  | 'lost';

/** One clean text that a damaged place can have come from. Offsets are UTF-16 offsets of the damaged text. */
export interface ShiftReading {
  /** The stretch that `insert` stands for. */
  readonly span: Span;
  readonly insert: string;
  /** Natural logarithm of the probability of the text read, up to the same place for all readings of one damaged place. */
  readonly score: number;
  /** How many characters the bytes do not give: beside a pair that vanished, or torn by a second hit. */
  readonly supplied: number;
  readonly endedBy: ShiftEnd;
  /** The pinyin that belongs to the place and goes with it, outside `span`. */
  readonly marks: readonly Span[];
  /** Where the `?` stands that is all that is left of a swallowed character; -1 when none was. */
  readonly lostAt: number;
}

/** A place where reading one byte off begins. */
export interface ShiftStart {
  /** The offset of the `?`. */
  readonly at: number;
  /** What set it off: a lost lead byte before a false mark of punctuation, or pinyin inserted inside a character. */
  readonly cause: 'lost-lead' | 'inserted-pinyin';
  /** The clean characters before it, pinyin marks left out. */
  readonly before: string;
  /** Where reading one byte off goes on. */
  readonly next: number;
  /** The readings of what stands before `next`: the characters restored and the lead byte that waits for its trail. */
  readonly openings: readonly { readonly text: string; readonly pending: number }[];
}
