/** What a byte pair is in GBK: a character, or the empty string when a decoder has nothing for it and it vanishes. */
let characterOf: readonly string[] | undefined;
let bytesOf: Uint16Array | undefined;

const LEADS = 126;
const TRAILS = 191;

// Pairs that some decoders map into the private use area and others to characters added to Unicode later.
const UNSTABLE: readonly (readonly [number, number])[] = [
  [0xa2e3, 0xa2e3],
  [0xa6d9, 0xa6df],
  [0xa6ec, 0xa6ed],
  [0xa6f3, 0xa6f3],
  [0xa8bc, 0xa8bc],
  [0xa8bf, 0xa8bf],
  [0xa989, 0xa995],
  [0xfe50, 0xfea0],
];

/** Whether a byte pair lies in one of the user-defined areas AAA1–AFFE, F8A1–FEFE and A140–A7A0. */
export function isUserDefined(lead: number, trail: number): boolean {
  if (trail >= 0xa1) return (lead >= 0xaa && lead <= 0xaf) || lead >= 0xf8;
  return lead >= 0xa1 && lead <= 0xa7;
}

/** Whether a byte may begin a pair. */
export function isLead(byte: number): boolean {
  return byte >= 0x81 && byte <= 0xfe;
}

/** Whether a byte may end a pair; 0x80, which some pages use so, is a trail byte here. */
export function isTrail(byte: number): boolean {
  return byte >= 0x40 && byte <= 0xfe && byte !== 0x7f;
}

function build(): readonly string[] {
  const table: string[] = Array.from({ length: LEADS * TRAILS }, () => '');
  const decoder = new TextDecoder('gbk');
  const bytes = new Uint8Array(3 * TRAILS);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    let size = 0;
    const trails: number[] = [];
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f || isUserDefined(lead, trail)) continue;
      bytes[size++] = lead;
      bytes[size++] = trail;
      // A separator, so that a pair that decodes to none or to two code points cannot shift the others.
      bytes[size++] = 0x0a;
      trails.push(trail);
    }
    const decoded = decoder.decode(bytes.subarray(0, size)).split('\n');
    trails.forEach((trail, i) => {
      const character = decoded[i] ?? '';
      const unit = character.length === 1 ? character.charCodeAt(0) : 0xfffd;
      const pair = lead * 256 + trail;
      const stable = !UNSTABLE.some(([from, to]) => pair >= from && pair <= to);
      if (unit >= 0xa0 && (unit < 0xe000 || unit > 0xf8ff) && unit !== 0xfffd && stable) {
        table[(lead - 0x81) * TRAILS + trail - 0x40] = character;
      }
    });
  }
  return table;
}

function table(): readonly string[] {
  characterOf ??= build();
  return characterOf;
}

/**
 * The character of a GBK byte pair; the empty string for a pair of the user-defined areas, for one that GBK leaves
 * unassigned, and for bytes that are no pair. The table is built once, on first use, from the platform's `gbk` decoder
 * (https://encoding.spec.whatwg.org/#gbk); where decoders differ, the pair counts as unassigned.
 */
export function decodePair(lead: number, trail: number): string {
  if (!isLead(lead) || !isTrail(trail)) return '';
  return table()[(lead - 0x81) * TRAILS + trail - 0x40] ?? '';
}

/** The GBK bytes of a character as lead × 256 + trail, below 128 for ASCII, 0x80 for the euro sign; -1 when it has none. */
export function encodeCharacter(character: string): number {
  if (character.length !== 1) return -1;
  const unit = character.charCodeAt(0);
  if (unit < 0x80) return unit;
  if (unit === 0x20ac) return 0x80;
  if (unit >= 0xe000 && unit <= 0xe765) return encodePrivate(unit - 0xe000);
  bytesOf ??= reverse();
  return bytesOf[unit] || -1;
}

/** The bytes of a character of the private use area, where a decoder put a pair of the user-defined areas. */
function encodePrivate(place: number): number {
  if (place < 0x234) return (0xaa + Math.floor(place / 94)) * 256 + 0xa1 + (place % 94);
  if (place < 0x4c6) return (0xf8 + Math.floor((place - 0x234) / 94)) * 256 + 0xa1 + ((place - 0x234) % 94);
  const [row, column] = [Math.floor((place - 0x4c6) / 96), (place - 0x4c6) % 96];
  return (0xa1 + row) * 256 + 0x40 + column + (column >= 0x3f ? 1 : 0);
}

function reverse(): Uint16Array {
  const bytes = new Uint16Array(65536);
  for (let lead = 0xfe; lead >= 0x81; lead--) {
    for (let trail = 0xfe; trail >= 0x40; trail--) {
      const decoded = decodePair(lead, trail);
      if (decoded !== '') bytes[decoded.charCodeAt(0)] = lead * 256 + trail;
    }
  }
  return bytes;
}
