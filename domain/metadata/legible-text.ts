import { foldUnit } from '../gazetteer/name-characters.ts';
import type { Span } from '../text/span.ts';

/** A paragraph, in offsets of the legible text. */
export interface Line extends Span {
  index: number;
  plain: string;
  folded: string;
}

/**
 * A text as patterns can read it: pinyin glosses left out (`責(zé)任`), and beside it a folded form of the same length
 * with names in Simplified characters and digits, brackets and colons in ASCII. `spanOf` leads back to the text.
 */
export interface Legible {
  lines: readonly Line[];
  /** UTF-16 offsets of the original text for a span of the legible one. */
  spanOf(start: number, end: number): Span;
}

const GLOSS = /[(（][a-zà-öø-ÿāēěīńňōūǎǐǒǔǖǘǚǜǹḿ ]{1,8}[)）]/gu;
const FULL_WIDTH_FIRST = 0xff01;
const FULL_WIDTH_LAST = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;

export function readLegibly(text: string): Legible {
  // Where the legible text jumps over a gloss: position in it, and what to add from there on.
  const jumps: { at: number; shift: number }[] = [];
  let plain = '';
  let reached = 0;
  for (const match of text.matchAll(GLOSS)) {
    plain += text.slice(reached, match.index);
    reached = match.index + match[0].length;
    jumps.push({ at: plain.length, shift: reached - plain.length });
  }
  plain += text.slice(reached);
  const folded = foldText(plain);
  const original = (offset: number): number => {
    let low = 0;
    let high = jumps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((jumps[middle]?.at ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (jumps[low - 1]?.shift ?? 0);
  };
  const lines: Line[] = [];
  let start = 0;
  for (const line of plain.split('\n')) {
    const end = start + line.length;
    lines.push({ index: lines.length, start, end, plain: line, folded: folded.slice(start, end) });
    start = end + 1;
  }
  return {
    lines,
    spanOf: (from, to) => ({ start: original(from), end: to > from ? original(to - 1) + 1 : original(to) }),
  };
}

/** The folded form alone, of the same length: names in Simplified characters, full-width signs in ASCII. */
export function foldText(text: string): string {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 0x3000) units[index] = 0x20;
    else if (unit >= FULL_WIDTH_FIRST && unit <= FULL_WIDTH_LAST) units[index] = unit - FULL_WIDTH_SHIFT;
    else units[index] = foldUnit(unit);
  }
  let folded = '';
  for (let from = 0; from < units.length; from += 8192) {
    folded += String.fromCharCode(...units.subarray(from, from + 8192));
  }
  return folded;
}
