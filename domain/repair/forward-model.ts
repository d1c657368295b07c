import { decodePair, encodeCharacter, isLead } from './gbk-table.ts';

/** How one site damages its pages. */
export interface DamageRecipe {
  /** What the site inserts after a character, brackets included: 現 → `(xiàn)`. */
  readonly marks: ReadonlyMap<string, string>;
  /** The full-width punctuation that was made half-width after decoding, such as `，！？`. */
  readonly narrowed: string;
  /** The tag that closes a paragraph of the page; what a shift leaves of it stays in the text. */
  readonly endTag: string;
}

/** Characters between which a half-width mark of punctuation was full-width on the page. */
const HAN_SIDE = /[\p{Script=Han}“”‘’《》「」『』、。，！？；：（）]/u;
const QUESTION = 0x3f;

/** Bytes of a page; a character that GBK cannot write is the negative of its code point and stands by itself. */
type Page = number[];

/** Whether a search for ！, ？ or ； finds its bytes across two characters: the trail of the first, the lead of the second. */
export function isFalseMark(trail: number, lead: number): boolean {
  return trail === 0xa3 && (lead === 0xa1 || lead === 0xbf || lead === 0xbb);
}

/** The full-width form of an ASCII mark of punctuation, and the other way round. */
export function widenMark(mark: string): string {
  return String.fromCharCode(mark.charCodeAt(0) + 0xfee0);
}
export function narrowMark(mark: string): string {
  return String.fromCharCode(mark.charCodeAt(0) - 0xfee0);
}

/** The text with the half-width marks that stand between Han characters made full-width, for those in `narrowed`. */
function widen(text: string, narrowed: string): string {
  let wide = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    const full = unit > ' ' && unit < '\x7f' ? widenMark(unit) : unit;
    const inHan = HAN_SIDE.test(text.charAt(i - 1)) && (i + 1 === text.length || HAN_SIDE.test(text.charAt(i + 1)));
    wide += full !== unit && narrowed.includes(full) && inHan ? full : unit;
  }
  return wide;
}

function narrow(text: string, narrowed: string): string {
  let out = '';
  for (const unit of text) out += narrowed.includes(unit) ? narrowMark(unit) : unit;
  return out;
}

/** Writes a text in GBK, with the offset in the page where each UTF-16 unit of the text begins. */
function writePage(text: string): { page: Page; startOf: number[] } {
  const page: Page = [];
  const startOf: number[] = [];
  for (const character of text) {
    for (let unit = 0; unit < character.length; unit++) startOf.push(page.length);
    const bytes = encodeCharacter(character);
    if (bytes < 0) page.push(-(character.codePointAt(0) ?? 0));
    else if (bytes < 0x100) page.push(bytes);
    else page.push(bytes >> 8, bytes & 0xff);
  }
  return { page, startOf };
}

/** Takes the byte in front of each false mark away; `leads` are page offsets of the first characters of the two. */
function dropLeads(page: Page, leads: readonly number[]): void {
  for (const at of leads) {
    if (!isFalseMark(page[at + 1] ?? 0, page[at + 2] ?? 0)) {
      throw new RangeError(`no false punctuation mark at byte ${at}`);
    }
    page[at] = QUESTION;
  }
}

/** Inserts the site's marks after every byte pair that equals a marked character, be it one or lie across two. */
function insertMarks(page: Page, recipe: DamageRecipe): Page {
  const marks = new Map<number, number[]>();
  for (const [character, mark] of recipe.marks) marks.set(encodeCharacter(character), writePage(mark).page);
  const marked: Page = [];
  for (let i = 0; i < page.length; i++) {
    const byte = page[i] ?? 0;
    marked.push(byte);
    const mark = isLead(byte) ? marks.get(byte * 256 + (page[i + 1] ?? 0)) : undefined;
    if (mark === undefined) continue;
    marked.push(page[i + 1] ?? 0, ...mark);
    i += 1;
  }
  return marked;
}

/**
 * Decodes a page of bytes as the copying program did: a lead byte before an ASCII byte below 0x40 becomes `?` and
 * swallows it; a pair of the user-defined areas, or one without a character, vanishes.
 */
function readPage(page: Page): string {
  let text = '';
  for (let i = 0; i < page.length; i++) {
    const byte = page[i] ?? 0;
    if (byte < 0) text += String.fromCodePoint(-byte);
    else if (byte < 0x80) text += String.fromCharCode(byte);
    else if (byte === 0x80) text += '€';
    else if (!isLead(byte)) text += '?';
    else {
      const trail = page[i + 1];
      if (trail === undefined || trail < 0) text += '?';
      else {
        text += trail < 0x40 || trail === 0x7f ? '?' : decodePair(byte, trail);
        i += 1;
      }
    }
  }
  return text;
}

/**
 * Damages one clean paragraph as the site of the recipe does. `shifts` are the UTF-16 offsets, in the paragraph, of the
 * characters whose lead byte is lost; each must end in the first byte of a mark found across it and the next character,
 * or a RangeError is thrown.
 */
export function damageParagraph(clean: string, recipe: DamageRecipe, shifts: readonly number[] = []): string {
  const { page, startOf } = writePage(widen(clean, recipe.narrowed) + recipe.endTag);
  dropLeads(
    page,
    shifts.map((shift) => startOf[shift] ?? -1),
  );
  const damaged = readPage(insertMarks(page, recipe));
  const tagged = recipe.endTag !== '' && damaged.endsWith(recipe.endTag);
  return narrow(tagged ? damaged.slice(0, -recipe.endTag.length) : damaged, recipe.narrowed);
}

/**
 * Damages a clean text, paragraph by paragraph. `shifts` are UTF-16 offsets in the text, as in `damageParagraph`. The
 * model is the one the damaged copies obey: inline marks inserted at byte level, a lost lead byte, the reading one byte
 * off that follows, and punctuation made half-width at the end.
 */
export function damageText(clean: string, recipe: DamageRecipe, shifts: readonly number[] = []): string {
  let start = 0;
  return clean
    .split('\n')
    .map((paragraph) => {
      const from = start;
      start += paragraph.length + 1;
      const inside = shifts.filter((shift) => shift >= from && shift < start).map((shift) => shift - from);
      return damageParagraph(paragraph, recipe, inside);
    })
    .join('\n');
}
