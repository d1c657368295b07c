// A second way to damage texts, apart from the repairer and from the other one: it works on the bytes of one paragraph with
// a list of owners, inserts other tags and entities, searches for all three marks, nests hits, and cuts the end off.

/** A damaged text that knows what its clean text was. */
export interface Damaged {
  readonly damaged: string;
  /** Whether `insert` in place of a stretch of the damaged text gives back what the clean text has there. */
  isRight(start: number, end: number, insert: string): boolean;
}

const table = new Map<string, number>();
const decoder = new TextDecoder('gb18030');
for (let pair = 0x8140; pair <= 0xfefe; pair++) {
  const low = pair & 0xff;
  if (low < 0x40 || low === 0x7f || low === 0xff || pair >> 8 > 0xfe) continue;
  const found = decoder.decode(Uint8Array.of(pair >> 8, low));
  if (
    found.length !== 1 ||
    found.charCodeAt(0) < 0xa0 ||
    (found >= '\ue000' && found <= '\uf8ff') ||
    found === '\ufffd'
  )
    continue;
  if (!table.has(found)) table.set(found, pair);
}

const TAGS = ['</p>', '</span></p>', '</div>', '<br/>', '</strong></p>', '', '</section>', '&nbsp;</p>'];
const NARROW = /[，；：！？]/g;
const narrow = (text: string) => text.replace(NARROW, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));

/** One byte with the clean offset of the character it belongs to; -1 for what was inserted. `first`: it opens the character. */
interface Owned {
  byte: number;
  owner: number;
  first: boolean;
}

function bytesOf(text: string, owner: number): Owned[] {
  const pair = table.get(text);
  const code = text.charCodeAt(0);
  if (code < 0x80) return [{ byte: code, owner, first: true }];
  if (pair === undefined)
    return Array.from(`&#${text.codePointAt(0)};`, (unit) => ({ byte: unit.charCodeAt(0), owner: -2, first: true }));
  return [
    { byte: pair >> 8, owner, first: true },
    { byte: pair & 0xff, owner, first: false },
  ];
}

function pageOf(paragraph: string, offset: number, tag: string): Owned[] {
  const page: Owned[] = [];
  let at = offset;
  for (const character of paragraph) {
    page.push(...bytesOf(character, at));
    at += character.length;
  }
  for (const unit of tag) page.push({ byte: unit.charCodeAt(0), owner: -1, first: true });
  return page;
}

/** Loses lead bytes before false marks of the kinds in `marks`. */
function hit(page: Owned[], marks: readonly number[], share: number, random: () => number): void {
  for (let i = 0; i + 2 < page.length; i++) {
    const [lead, trail, next] = [page[i], page[i + 1], page[i + 2]];
    if (!lead?.first || trail?.first !== false || next === undefined || trail.byte !== 0xa3 || !next.first) continue;
    if (marks.includes(next.byte) && random() < share) lead.byte = 0x3f;
  }
}

function insertPinyin(
  page: readonly Owned[],
  marks: ReadonlyMap<string, string>,
  shape: (reading: string) => string,
): Owned[] {
  const pairs = new Map([...marks].map(([character, reading]) => [table.get(character) ?? 0, reading]));
  const out: Owned[] = [];
  for (let i = 0; i < page.length; i++) {
    const [one, two] = [page[i], page[i + 1]];
    if (one === undefined) break;
    out.push(one);
    const reading = two === undefined || one.byte < 0x80 ? undefined : pairs.get(one.byte * 256 + two.byte);
    if (two === undefined || reading === undefined) continue;
    out.push(two);
    i += 1;
    for (const unit of shape(reading)) out.push(...bytesOf(unit, -1).map((each) => ({ ...each, owner: -1 })));
  }
  return out;
}

function visible(pair: number): string {
  const [high, low] = [pair >> 8, pair & 0xff];
  const user =
    (low >= 0xa1 && ((high >= 0xaa && high <= 0xaf) || high >= 0xf8)) || (low < 0xa1 && high >= 0xa1 && high <= 0xa7);
  if (user) return '';
  const found = decoder.decode(Uint8Array.of(high, low));
  const code = found.charCodeAt(0);
  return found.length !== 1 || code === 0xfffd || (code >= 0xe000 && code <= 0xf8ff) ? '' : found;
}

/** Damages a text as a site would that has its own tags, marks, searches and cuts. Characters beyond GBK become entities. */
export function damageOtherwise(clean: string, marks: ReadonlyMap<string, string>, random: () => number): Damaged {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const some = new Map([...marks].filter(() => random() < 0.85));
  const used = random() < 0.5 ? some : new Map<string, string>();
  const shape = pick<(reading: string) => string>([
    (reading) => `(${reading})`,
    (reading) => `（${reading}）`,
    (reading) => `( ${reading})`,
    (reading) => `(${reading})(${reading})`,
  ]);
  const tag = pick(TAGS);
  const searched = pick([[0xa1], [0xbf], [0xbb], [0xa1, 0xbf], [0xa1, 0xbf, 0xbb]]);
  const share = pick([0.3, 0.7, 1]);
  const swallow = random() < 0.5;
  let damaged = '';
  // For each unit of the damaged text: the clean offset it stands for, -1 when inserted, null when made of two halves.
  const from: (number | null)[] = [];
  let offset = 0;
  for (const [index, paragraph] of clean.split('\n').entries()) {
    if (index > 0) {
      damaged += '\n';
      from.push(offset - 1);
    }
    const page = pageOf(paragraph, offset, tag);
    hit(page, searched, share, random);
    const bytes = insertPinyin(page, used, shape);
    for (let i = 0; i < bytes.length; ) {
      const [one, two] = [bytes[i], bytes[i + 1]];
      if (one === undefined) break;
      let shown = '';
      let width = 1;
      let owner: number | null = one.owner;
      if (one.byte < 0x80) {
        shown = String.fromCharCode(one.byte);
        if (!one.first || (one.byte === 0x3f && paragraph.charAt(one.owner - offset) !== '?')) owner = null;
      } else if (one.byte === 0x80) {
        shown = '€';
        owner = null;
      } else if (two === undefined || two.byte < 0x40) {
        shown = '?';
        // The decoder of one browser eats the second byte, that of another gives it back.
        width = swallow && two !== undefined ? 2 : 1;
        owner = null;
      } else {
        shown = visible(one.byte * 256 + two.byte);
        width = 2;
        if (!one.first || two.first || one.owner !== two.owner) owner = null;
      }
      for (const unit of shown) {
        damaged += unit;
        from.push(owner);
      }
      i += width;
    }
    offset += paragraph.length + 1;
  }
  const cut = random() < 0.15 ? damaged.length - Math.floor(random() * 8) : damaged.length;
  const narrowed = random() < 0.7;
  const text = narrowed ? narrow(damaged.slice(0, cut)) : damaged.slice(0, cut);
  const owners = from.slice(0, cut);
  return { damaged: text, isRight: (start, end, insert) => rightAt(clean, owners, start, end, insert) };
}

/** The nearest clean offsets on both sides that are sure; what lies between must be the insert and what stands around it. */
function rightAt(
  clean: string,
  owners: readonly (number | null)[],
  start: number,
  end: number,
  insert: string,
): boolean {
  // What was inserted and nothing else may always go, a blank of the page's being a blank.
  if (insert.trim() === '' && owners.slice(start, end).every((owner) => owner === -1)) return true;
  let left = start - 1;
  while (left >= 0 && (owners[left] === -1 || owners[left] === -2)) left -= 1;
  const before = left < 0 ? 0 : owners[left];
  let right = end;
  while (right < owners.length && (owners[right] === -1 || owners[right] === -2)) right += 1;
  const after = right >= owners.length ? clean.length : owners[right];
  if (before === null || before === undefined || after === null || after === undefined) return false;
  const from = left < 0 ? 0 : before + 1;
  // Behind the end of what was kept the text may go on, where the end was cut off.
  const expected = right >= owners.length ? clean.slice(from, from + insert.length) : clean.slice(from, after);
  return narrow(expected) === narrow(insert);
}
