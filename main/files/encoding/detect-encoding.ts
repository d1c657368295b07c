import { scoreText } from './character-score.ts';
import { decodeAs, type Encoding, findEncoding } from './decode-as.ts';

export interface EncodingGuess {
  encoding: Encoding;
  text: string;
  /** `close`: another reading is nearly as good, or some bytes fit no encoding; a person should look. */
  confidence: 'certain' | 'likely' | 'close';
  /** How many places of the bytes hold no character; each is U+FFFD in the text. */
  invalid: number;
  /** The other readings worth showing, best first, each by its beginning. */
  alternatives: { encoding: Encoding; sample: string }[];
}

/** Bytes of the beginning by which readings are compared. */
const COMPARED = 128 * 1024;
/** A lead under this (natural logarithm of the odds) is a close call. */
const CLOSE = 9;
/** What a declared charset is worth: it breaks a tie, no more. */
const HINT = 4;
/** Bytes that happen to be valid UTF-8 are rarely anything else. */
const UTF8_PRIOR = 6;
/** Characters that are not ASCII score above this on average in any prose, below it in any noise. */
const LEAST_AVERAGE = -12.5;
/** ASCII up to this length, in bytes, may as well be a few characters of UTF-16. */
const SHORT = 24;
const LARGEST_INVALID_SHARE = 0.02;
const SAMPLE = 120;

interface Reading {
  encoding: Encoding;
  text: string;
  invalid: number;
  score: number;
}

/**
 * Tells the encoding of a text by its byte order mark, by strict UTF-8, or by which reading has the commonest characters;
 * a wrong reading often raises no error. `declared` is the charset that the file claims, and only a hint. Null when no
 * reading makes sense.
 */
export function detectEncoding(bytes: Uint8Array, declared?: string): EncodingGuess | null {
  const marked = markedEncoding(bytes);
  if (marked !== null) {
    const { text, invalid } = decodeAs(bytes, marked);
    if (invalid === 0) return { encoding: marked, text, confidence: 'certain', invalid, alternatives: [] };
    return tolerable(text, invalid) ? { encoding: marked, text, confidence: 'close', invalid, alternatives: [] } : null;
  }
  const whole = decodeAs(bytes, 'utf-8');
  if (whole.invalid === 0 && isPlainlyUtf8(whole.text)) {
    return { encoding: 'utf-8', text: whole.text, confidence: 'certain', invalid: 0, alternatives: [] };
  }
  const hint = declared === undefined ? null : findEncoding(declared);
  return best(bytes, readings(bytes, hint));
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  const [first, second, third, fourth] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0x84 && second === 0x31 && third === 0x95 && fourth === 0x33) return 'gb18030';
  return null;
}

// GBK bytes of two characters can be valid UTF-8 by chance, of letters that no Chinese text has; twelve bytes of Han cannot.
function isPlainlyUtf8(text: string): boolean {
  let others = 0;
  let han = 0;
  const length = Math.min(text.length, COMPARED);
  for (let at = 0; at < length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    others += 1;
    if (unit >= 0x2000) han += 1;
  }
  if (countControls(text.slice(0, length)) * 2 > length) return false;
  // In UTF-16 without a mark the characters can be ASCII pairs: only a text that reads well is plainly ASCII.
  if (others === 0) return length > SHORT && scoreText(text.slice(0, length)) > -4.3 * length;
  return han >= 4 && han * 2 > others;
}

function readings(bytes: Uint8Array, hint: Encoding | null): Reading[] {
  const compared = bytes.subarray(0, COMPARED);
  const cut = compared.length < bytes.length;
  const candidates: Encoding[] = ['utf-8', 'gb18030', 'big5-hkscs'];
  if (bytes.length % 2 === 0) candidates.push('utf-16le', 'utf-16be');
  const found: Reading[] = [];
  for (const encoding of candidates) {
    const { text, invalid } = decodeAs(compared, encoding);
    if (encoding.startsWith('utf-16') && !cut && !text.isWellFormed()) continue;
    let score = scoreText(text);
    if (encoding === 'utf-8') score += UTF8_PRIOR;
    if (hint !== null && family(hint) === family(encoding)) score += HINT;
    found.push({ encoding, text, invalid, score });
  }
  return found.toSorted((a, b) => b.score - a.score);
}

function best(bytes: Uint8Array, found: readonly Reading[]): EncodingGuess | null {
  const [first, ...others] = found;
  if (first === undefined || !makesSense(first.text)) return null;
  const { text, invalid } = bytes.length > COMPARED ? decodeAs(bytes, first.encoding) : first;
  if (!tolerable(text, invalid)) return null;
  const near = others.filter((each) => first.score - each.score < CLOSE);
  const confidence = near.length > 0 || invalid > 0 ? 'close' : 'likely';
  const shown = invalid > 0 && near.length === 0 ? others.slice(0, 1) : near;
  return {
    encoding: named(first.encoding, bytes),
    text,
    confidence,
    invalid,
    alternatives: shown.map((each) => ({ encoding: named(each.encoding, bytes), sample: beginning(each.text) })),
  };
}

function tolerable(text: string, invalid: number): boolean {
  return invalid <= text.length * LARGEST_INVALID_SHARE;
}

function makesSense(text: string): boolean {
  const others = text.replaceAll(/[\t\n\r -~\uFFFD]/g, '');
  const controls = countControls(others);
  if (controls * 2 > text.length) return false;
  return others.length === controls || scoreText(others) / others.length > LEAST_AVERAGE;
}

function countControls(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) count += 1;
  }
  return count;
}

function family(encoding: Encoding): string {
  return encoding.startsWith('gb') ? 'gb' : encoding.startsWith('big5') ? 'big5' : encoding;
}

/** The smaller of two encodings that hold the text alike. */
function named(encoding: Encoding, bytes: Uint8Array): Encoding {
  if (encoding === 'gb18030') return hasFourByteCharacter(bytes) ? 'gb18030' : 'gbk';
  if (encoding === 'big5-hkscs') return hasHongKongCharacter(bytes) ? 'big5-hkscs' : 'big5';
  return encoding;
}

function hasFourByteCharacter(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) <= 0x80) continue;
    const trail = bytes[at + 1] ?? 0;
    if (trail >= 0x30 && trail <= 0x39) return true;
    at += 1;
  }
  return false;
}

// Lead bytes that plain Big5 leaves free: 87 to A0, C6A1 to C8FE, and what follows F9D5.
function hasHongKongCharacter(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at] ?? 0;
    if (lead <= 0x80) continue;
    const pair = lead * 256 + (bytes[at + 1] ?? 0);
    if (lead < 0xa1 || (pair >= 0xc6a1 && pair <= 0xc8fe) || pair > 0xf9fe) return true;
    at += 1;
  }
  return false;
}

function beginning(text: string): string {
  const cut = text.slice(0, SAMPLE);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
