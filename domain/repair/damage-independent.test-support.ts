// Damages texts as the copying sites do, byte by byte. Written apart from the repairer and its forward model, and imports
// nothing of theirs, so that an error of theirs cannot hide here.

/** A damaged text and what each of its boundaries was in the clean one. */
export interface DamagedText {
  readonly clean: string;
  readonly damaged: string;
  /**
   * Per offset of `damaged` (0 to its length): the offsets of `clean` that it stands for, the smallest and the greatest;
   * null inside a character that was torn apart. A paragraph's line feed is in both texts.
   */
  readonly cleanAt: readonly (readonly [number, number] | null)[];
  /** The places hit, in offsets of `damaged`: where the `?` stands. */
  readonly hits: readonly number[];
}

export interface DamageOptions {
  /** What is inserted behind which character, without brackets; none for no marks. */
  readonly marks: ReadonlyMap<string, string>;
  /** How many of the false marks of punctuation are hit, 0 to 1. */
  readonly share: number;
  /** What ends a paragraph on the page; a line feed swallowed joins two paragraphs. */
  readonly endTag: '</p>' | '</span></p>' | '';
  /** Whether all of `，；：！？` become half-width, or `！？` alone. */
  readonly halfWidth: 'all' | 'exclamations';
  /** What a mark looks like. */
  readonly form: 'plain' | 'spaced' | 'repeated';
  readonly random: () => number;
}

/** Numbers from 0 to 1, the same for the same seed. Source: mulberry32. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const bytesOf = new Map<string, [number, number]>();
const gbk = new TextDecoder('gbk');
for (let first = 0x81; first < 0xff; first++) {
  for (let second = 0x40; second < 0xff; second++) {
    if (second === 0x7f) continue;
    const character = gbk.decode(Uint8Array.of(first, second));
    const code = character.codePointAt(0) ?? 0;
    if (character.length === 1 && code > 0x9f && code !== 0xfffd && !(code >= 0xe000 && code <= 0xf8ff)) {
      if (!bytesOf.has(character)) bytesOf.set(character, [first, second]);
    }
  }
}

function shown(first: number, second: number): string {
  const inFirstArea = first >= 0xaa && first <= 0xaf && second >= 0xa1;
  const inSecondArea = first >= 0xf8 && second >= 0xa1;
  const inThirdArea = first >= 0xa1 && first <= 0xa7 && second <= 0xa0;
  if (inFirstArea || inSecondArea || inThirdArea) return '';
  const character = gbk.decode(Uint8Array.of(first, second));
  const code = character.codePointAt(0) ?? 0;
  return character.length !== 1 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) ? '' : character;
}

/** A byte of the page. `opens` is the clean offset of the character that begins with it, -1 inside one or in an insertion. */
interface PageByte {
  value: number;
  opens: number;
}

function write(text: string, offset: number | null): PageByte[] {
  const page: PageByte[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    const opens = offset === null ? -1 : offset + i;
    if (character < '\x80') page.push({ value: character.charCodeAt(0), opens });
    else {
      const pair = bytesOf.get(character);
      if (pair === undefined) throw new Error(`${character} is not in GBK`);
      page.push({ value: pair[0], opens }, { value: pair[1], opens: -1 });
    }
  }
  return page;
}

function insertMarks(page: readonly PageByte[], options: DamageOptions): PageByte[] {
  let marked = [...page];
  for (const [character, reading] of options.marks) {
    const [first, second] = bytesOf.get(character) ?? [0, 0];
    const bracket = options.form === 'spaced' ? `(${reading} )` : `(${reading})`;
    const insertion = options.form === 'repeated' ? bracket.repeat(3) : bracket;
    const next: PageByte[] = [];
    for (let i = 0; i < marked.length; i++) {
      const byte = marked[i];
      if (byte === undefined) continue;
      next.push(byte);
      const before = marked[i - 1];
      // Only the page's own bytes are searched, not what was inserted; its letters with tones are pairs of A8.
      if (byte.value === second && before?.value === first && before.opens !== -2 && byte.opens !== -2) {
        for (const one of write(insertion, null)) next.push({ value: one.value, opens: -2 });
      }
    }
    marked = next;
  }
  return marked;
}

/** Damages one text. Throws when it has a character that GBK has not. */
export function damage(clean: string, options: DamageOptions): DamagedText {
  const page: PageByte[] = [];
  let start = 0;
  for (const paragraph of clean.split('\n')) {
    if (start > 0) page.push({ value: 10, opens: start - 1 });
    page.push(...write(paragraph, start));
    for (const one of write(options.endTag, null)) page.push({ value: one.value, opens: -3 });
    start += paragraph.length + 1;
  }

  for (let i = 2; i < page.length; i++) {
    const [lead, first, second] = [page[i - 2], page[i - 1], page[i]];
    if (lead === undefined || first === undefined || second === undefined) continue;
    const found = first.value === 0xa3 && [0xa1, 0xbf, 0xbb].includes(second.value);
    // Across two characters: the first byte ends one that the lead begins, the second begins the next.
    if (!found || first.opens !== -1 || second.opens < 0 || lead.opens < 0) continue;
    if (options.random() < options.share) lead.value = -1;
  }
  const bytes = insertMarks(page, options);

  let damaged = '';
  const cleanAt: ([number, number] | null)[] = [];
  const hits: number[] = [];
  let opened = 0;
  const boundary = (at: number) => {
    const byte = bytes[at];
    let here: number | null = null;
    if (byte === undefined) here = clean.length;
    else if (byte.opens >= 0) here = byte.opens;
    else if (byte.opens <= -2) here = betweenCharacters(bytes, at, clean.length);
    const known = cleanAt[damaged.length];
    if (here === null) cleanAt[damaged.length] = known ?? null;
    else if (known === undefined || known === null) cleanAt[damaged.length] = [here, here];
    else cleanAt[damaged.length] = [Math.min(known[0], here), Math.max(known[1], here)];
  };
  const put = (text: string) => {
    for (const unit of text) {
      damaged += unit;
      if (damaged.length > cleanAt.length) cleanAt[damaged.length] = null;
    }
  };
  for (let i = 0; i < bytes.length; ) {
    boundary(i);
    const byte = bytes[i];
    if (byte === undefined) break;
    opened = Math.max(opened, byte.opens);
    const next = bytes[i + 1]?.value ?? 0;
    if (byte.value === -1) {
      hits.push(damaged.length);
      put('?');
      i += 1;
    } else if (byte.value < 0x80) {
      put(String.fromCharCode(byte.value));
      i += 1;
    } else if (byte.value === 0x80) {
      put('€');
      i += 1;
    } else if (next < 0x40) {
      put('?');
      i += next === -1 ? 1 : 2;
    } else {
      put(shown(byte.value, next));
      i += 2;
    }
  }
  boundary(bytes.length);
  return finish(clean, damaged, cleanAt, hits, options);
}

/** The clean offset that stands between what is before and after an insertion, null inside a torn character. */
function betweenCharacters(bytes: readonly PageByte[], at: number, end: number): number | null {
  for (let i = at; i < bytes.length; i++) {
    const opens = bytes[i]?.opens ?? -1;
    if (opens >= 0) return opens;
    if (opens === -1) return null;
  }
  return end;
}

/** Takes whole tags away and makes punctuation half-width. */
function finish(
  clean: string,
  raw: string,
  rawAt: readonly ([number, number] | null)[],
  rawHits: readonly number[],
  options: DamageOptions,
): DamagedText {
  let damaged = '';
  const cleanAt: ([number, number] | null)[] = [];
  const hits: number[] = [];
  const narrow = options.halfWidth === 'all' ? '，；：！？' : '！？';
  for (let i = 0; i < raw.length; ) {
    const here = rawAt[i] ?? null;
    const known = cleanAt[damaged.length];
    cleanAt[damaged.length] =
      known && here ? [Math.min(known[0], here[0]), Math.max(known[1], here[1])] : (known ?? here);
    const tag = options.endTag !== '' && (raw.startsWith('</p>', i) ? 4 : raw.startsWith('</span>', i) ? 7 : 0);
    if (tag !== false && tag > 0) {
      i += tag;
      continue;
    }
    if (rawHits.includes(i)) hits.push(damaged.length);
    const unit = raw.charAt(i);
    damaged += narrow.includes(unit) ? String.fromCharCode(unit.charCodeAt(0) - 0xfee0) : unit;
    i += 1;
  }
  const last = rawAt[raw.length] ?? null;
  const known = cleanAt[damaged.length];
  cleanAt[damaged.length] =
    known && last ? [Math.min(known[0], last[0]), Math.max(known[1], last[1])] : (known ?? last);
  return { clean, damaged, cleanAt, hits };
}

/** Whether putting `insert` for `start` to `end` of the damaged text is what the clean text has there. */
export function isRight(text: DamagedText, start: number, end: number, insert: string): boolean {
  const from = text.cleanAt[start];
  const to = text.cleanAt[end];
  if (!from || !to) return false;
  for (let first = from[0]; first <= from[1]; first++) {
    for (let last = Math.max(first, to[0]); last <= to[1]; last++) {
      if (sameText(text.clean.slice(first, last), insert)) return true;
    }
  }
  return false;
}

const NARROW = /[，；：！？]/g;

/** Whether two texts are the same but for the width of their punctuation. */
export function sameText(one: string, other: string): boolean {
  const narrow = (text: string) => text.replace(NARROW, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
  return narrow(one) === narrow(other);
}
