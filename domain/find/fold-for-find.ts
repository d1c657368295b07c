import { foldVariant } from '../reuse/folded-text.ts';
import type { Span } from '../text/span.ts';

/**
 * A text as find compares it: script, variants, width, compatibility forms and case folded, character by character; nothing
 * is left out, so white space, punctuation and marks count. The folding of a whole is the folding of its parts joined.
 * Indices into it stay inside `domain/find`; `spanOf` is the way back.
 */
export interface Folded {
  text: string;
  /**
   * UTF-16 offset in the text of the character that each unit came from, and the text's length at the end; null where every
   * character folds to as many units as it has, so that indices and offsets are the same.
   */
  starts: Int32Array | null;
  /** A bit for each hash of a unit and of two side by side, so that most texts without a string are not read for it. */
  pairs: Uint32Array;
}

/** 0 where a character does not fold to one unit; U+0000 itself never stands in a text. */
const units = new Uint16Array(65536);
const known = new Uint8Array(65536);
const longer = new Map<number, string>();

function foldPoint(point: number): string {
  const decomposed = String.fromCodePoint(point).normalize('NFKD').toLowerCase().normalize('NFKD');
  let folded = '';
  for (const each of decomposed) folded += String.fromCodePoint(foldVariant(each.codePointAt(0) ?? 0));
  return folded;
}

/** The folding of a character that is more than one unit, before or after. */
function foldLonger(point: number): string {
  let folded = longer.get(point);
  if (folded === undefined) longer.set(point, (folded = foldPoint(point)));
  return folded;
}

/** What a unit folds to where that is one unit, or 0; halves of a pair have nothing of their own. */
function unitOf(unit: number): number {
  if (known[unit] === 0) {
    known[unit] = 1;
    if (unit >= 0xd800 && unit <= 0xdfff) return 0;
    const folded = foldPoint(unit);
    units[unit] = folded.length === 1 ? folded.charCodeAt(0) : 0;
  }
  return units[unit] ?? 0;
}

/** UTF-16 units that are made a string at a time. */
const CHUNK = 8192;

/** Folds a text; one pass, O(n). */
export function foldForFind(text: string): Folded {
  const { length } = text;
  const folded = new Uint16Array(length);
  for (let at = 0; at < length; at++) {
    const unit = unitOf(text.charCodeAt(at));
    if (unit === 0) return foldCarefully(text);
    folded[at] = unit;
  }
  return { text: stringOf(folded), starts: null, pairs: pairsOf(folded) };
}

/** The same where some characters have no unit of their own. */
function foldCarefully(text: string): Folded {
  let room = text.length + 64;
  let folded = new Uint16Array(room);
  let starts = new Int32Array(room + 1);
  let length = 0;
  let same = true;
  const makeRoom = (more: number) => {
    room = room * 2 + more;
    folded = grown(folded, new Uint16Array(room));
    starts = grown(starts, new Int32Array(room + 1));
  };
  for (let at = 0; at < text.length; ) {
    if (length === room) makeRoom(1);
    const unit = unitOf(text.charCodeAt(at));
    if (unit !== 0) {
      folded[length] = unit;
      starts[length] = at;
      length += 1;
      at += 1;
      continue;
    }
    const point = text.codePointAt(at) ?? 0;
    const own = point > 0xffff ? 2 : 1;
    const units = foldLonger(point);
    if (units.length !== own) same = false;
    if (length + units.length > room) makeRoom(units.length);
    for (let index = 0; index < units.length; index++) {
      folded[length] = units.charCodeAt(index);
      starts[length] = at;
      length += 1;
    }
    at += own;
  }
  starts[length] = text.length;
  const own = folded.subarray(0, length);
  return { text: stringOf(own), starts: same ? null : starts.slice(0, length + 1), pairs: pairsOf(own) };
}

function grown<List extends Uint16Array | Int32Array>(list: List, larger: List): List {
  larger.set(list);
  return larger;
}

function stringOf(list: Uint16Array): string {
  if (list.length <= CHUNK) return String.fromCharCode.apply(null, list as unknown as number[]);
  const parts: string[] = [];
  for (let at = 0; at < list.length; at += CHUNK)
    parts.push(String.fromCharCode.apply(null, list.subarray(at, at + CHUNK) as unknown as number[]));
  return parts.join('');
}

/** Bits for a unit of the text: about one in eight is set. */
const BITS = 4;

/** The bits of all units, paired with nothing, and of all pairs; their number is a power of two, no less than 32. */
function pairsOf(list: Uint16Array): Uint32Array {
  const bits = 32 - Math.clz32(Math.max(32, list.length * BITS) - 1);
  const pairs = new Uint32Array(2 ** (bits - 5));
  let before = 0;
  for (const unit of list) {
    const alone = hashOf(0, unit, bits);
    const paired = hashOf(before, unit, bits);
    pairs[alone >>> 5] = (pairs[alone >>> 5] ?? 0) | (1 << (alone & 31));
    pairs[paired >>> 5] = (pairs[paired >>> 5] ?? 0) | (1 << (paired & 31));
    before = unit;
  }
  return pairs;
}

/** Fibonacci hashing: the highest bits of a product with 2³² over the golden ratio. */
function hashOf(one: number, next: number, bits: number): number {
  return Math.imul((one << 16) | next, 0x9e3779b1) >>> (32 - bits);
}

/** False only where the string stands nowhere. */
function hasPairsOf({ pairs }: Folded, sought: string): boolean {
  const bits = 36 - Math.clz32(pairs.length);
  for (let at = Math.min(1, sought.length - 1); at < sought.length; at++) {
    const hash = hashOf(at === 0 ? 0 : sought.charCodeAt(at - 1), sought.charCodeAt(at), bits);
    if (((pairs[hash >>> 5] ?? 0) & (1 << (hash & 31))) === 0) return false;
  }
  return true;
}

/** Whether a character of the text begins at the index, or the text ends there. */
export function isEdge({ text, starts }: Folded, index: number): boolean {
  if (index === 0 || index === text.length) return true;
  if (starts !== null) return starts[index] !== starts[index - 1];
  const unit = text.charCodeAt(index);
  if (unit < 0xdc00 || unit > 0xdfff) return true;
  const before = text.charCodeAt(index - 1);
  return before < 0xd800 || before > 0xdbff;
}

/** The stretch of the text, in UTF-16 offsets, that a half-open range between two edges came from. */
export function spanOf({ starts }: Folded, from: number, to: number): Span {
  return starts === null ? { start: from, end: to } : { start: starts[from] ?? from, end: starts[to] ?? to };
}

/** Characters of the text between two edges. */
export function charactersBetween(folded: Folded, from: number, to: number): number {
  let count = 0;
  for (let index = from; index < to; index++) if (isEdge(folded, index)) count++;
  return count;
}

/**
 * Where a folded string, not empty, stands: indices of its beginnings, ascending, those that overlap included. What begins or
 * ends inside a character of the text is no occurrence.
 */
export function occurrencesOf(folded: Folded, sought: string): number[] {
  const found: number[] = [];
  if (!hasPairsOf(folded, sought)) return found;
  for (let at = folded.text.indexOf(sought); at >= 0; at = folded.text.indexOf(sought, at + 1)) {
    if (isEdge(folded, at) && isEdge(folded, at + sought.length)) found.push(at);
  }
  return found;
}

/** Whether a folded string, not empty, stands anywhere. */
export function occurs(folded: Folded, sought: string): boolean {
  if (!hasPairsOf(folded, sought)) return false;
  for (let at = folded.text.indexOf(sought); at >= 0; at = folded.text.indexOf(sought, at + 1)) {
    if (isEdge(folded, at) && isEdge(folded, at + sought.length)) return true;
  }
  return false;
}
