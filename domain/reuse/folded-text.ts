import { foldCode } from '../repair/script-pairs.ts';
import type { Span } from '../text/span.ts';

/**
 * A text as reuse compares it: code points of letters, digits and Han characters, Traditional folded to Simplified, width,
 * compatibility forms, case and diacritics folded; white space, punctuation and signs left out. Indices into it stay inside
 * `domain/reuse` and `domain/suggest`; `spanOf` is the way back.
 */
export interface FoldedText {
  codes: Int32Array;
  /** UTF-16 offsets in the text of the character that each folded code came from, with the marks that follow it. */
  starts: Int32Array;
  ends: Int32Array;
}

// Variants that no pair of the two scripts covers, each with what it is read as.
const VARIANTS = '著着麽么鉅巨砲炮汙污蹟迹甦苏裡里爲为衆众羣群峯峰秘秘線线妳你牠它囯国産产説说査查緑绿歴历強强內内戶户';

const LEFT_OUT = -1;
const MARK = -2;
const SEVERAL = -3;
const UNKNOWN = -4;

const variants = new Map<number, number>();
for (let at = 0; at < VARIANTS.length; at += 2) variants.set(VARIANTS.charCodeAt(at), VARIANTS.charCodeAt(at + 1));

const bmp = new Int32Array(65536).fill(UNKNOWN);
const beyond = new Map<number, number>();
const expansions = new Map<number, readonly number[]>();

/** The folded code of a code point, or one of the signs above. */
function foldedCode(code: number): number {
  const known = code < 65536 ? (bmp[code] ?? UNKNOWN) : (beyond.get(code) ?? UNKNOWN);
  if (known !== UNKNOWN) return known;
  const folded = computeFolded(code);
  if (code < 65536) bmp[code] = folded;
  else beyond.set(code, folded);
  return folded;
}

function computeFolded(code: number): number {
  const character = String.fromCodePoint(code);
  if (/[\p{M}\u200d]/u.test(character)) return MARK;
  const codes = Array.from(character.normalize('NFKD').toLowerCase().normalize('NFKD'))
    .filter((each) => /[\p{L}\p{N}]/u.test(each))
    .map((each) => foldVariant(each.codePointAt(0) ?? 0));
  if (codes.length === 0) return LEFT_OUT;
  if (codes.length === 1) return codes[0] ?? LEFT_OUT;
  expansions.set(code, codes);
  return SEVERAL;
}

/** The code point that a character of either script, or a variant of one, is read as. */
export function foldVariant(point: number): number {
  return point >= 65536 ? point : (variants.get(point) ?? foldCode(point));
}

/** Folds a text; one pass, O(n). A lone surrogate is left out. */
export function foldText(text: string): FoldedText {
  let room = text.length + 16;
  let codes = new Int32Array(room);
  let starts = new Int32Array(room);
  let ends = new Int32Array(room);
  let length = 0;
  /** Where the codes of the character before begin, so that a mark can be joined to it. */
  let before = 0;
  const push = (code: number, start: number, end: number) => {
    if (length === room) {
      room *= 2;
      codes = grown(codes, room);
      starts = grown(starts, room);
      ends = grown(ends, room);
    }
    codes[length] = code;
    starts[length] = start;
    ends[length] = end;
    length++;
  };
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const end = at + (code > 0xffff ? 2 : 1);
    const folded = foldedCode(code);
    if (folded >= 0) {
      before = length;
      push(folded, at, end);
    } else if (folded === SEVERAL) {
      before = length;
      for (const each of expansions.get(code) ?? []) push(each, at, end);
    } else if (folded === MARK) {
      for (let each = before; each < length; each++) if (ends[each] === at) ends[each] = end;
    }
    at = end;
  }
  return { codes: codes.slice(0, length), starts: starts.slice(0, length), ends: ends.slice(0, length) };
}

function grown(array: Int32Array<ArrayBuffer>, room: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(room);
  larger.set(array);
  return larger;
}

/** The stretch of the text that folded codes `from` to `to` (half-open, not empty) came from. Whole characters always. */
export function spanOf(folded: FoldedText, from: number, to: number): Span {
  return { start: folded.starts[from] ?? 0, end: folded.ends[to - 1] ?? 0 };
}

/** Folded codes whose characters lie wholly in the span of the text, as a half-open range; empty where there are none. */
export function foldedRange(folded: FoldedText, span: Span): { from: number; to: number } {
  const from = firstAtLeast(folded.starts, span.start);
  let to = firstAtLeast(folded.starts, span.end);
  while (to > from && (folded.ends[to - 1] ?? 0) > span.end) to--;
  return { from, to };
}

/** The folded text as a string, to compare and to count n-grams of. */
export function foldedString(folded: FoldedText, from = 0, to = folded.codes.length): string {
  let text = '';
  for (let at = from; at < to; at++) text += String.fromCodePoint(folded.codes[at] ?? 0);
  return text;
}

/** First index of a sorted array whose value is at least `value`. */
function firstAtLeast(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
