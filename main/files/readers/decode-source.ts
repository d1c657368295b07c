import { decodeAs, type Encoding } from '../encoding/decode-as.ts';
import { detectEncoding, type EncodingGuess } from '../encoding/detect-encoding.ts';
import { limits } from './limits.ts';
import { tooComplex, unknownEncoding } from './refusals.ts';

export type { Encoding, EncodingGuess };

/** The text of a file in the encoding wanted, or in the one found; refuses what is no text. */
export function decodeSource(
  name: string,
  bytes: Uint8Array,
  wanted: Encoding | undefined,
  declared?: string,
): EncodingGuess {
  const guess: EncodingGuess | null =
    wanted === undefined
      ? detectEncoding(bytes, declared)
      : { encoding: wanted, ...decodeAs(bytes, wanted), confidence: 'certain', alternatives: [] };
  if (guess === null) throw unknownEncoding(name);
  return guess;
}

/** Refuses a text with a line that no paragraph can be. */
export function checkLines(name: string, text: string): void {
  for (let start = 0; start <= text.length; ) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    // Old files end their lines with a carriage return alone.
    if (end - start > limits.lineLength && longestWithout(text.slice(start, end)) > limits.lineLength) {
      throw tooComplex(name, `has a line of more than ${limits.lineLength.toLocaleString('en')} characters`);
    }
    start = end + 1;
  }
}

function longestWithout(line: string): number {
  return Math.max(...line.split('\r', 100_000).map((each) => each.length));
}
