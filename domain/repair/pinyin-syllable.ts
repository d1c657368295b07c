import { pinyin } from 'pinyin-pro';

const INITIALS_OF: Readonly<Record<string, string>> = {
  a: '- b p m f d t n l g k h zh ch sh z c s y w',
  o: '- b p m f l y w',
  e: '- m d t n l g k h zh ch sh r z c s y',
  ai: '- b p m d t n l g k h zh ch sh z c s w',
  ei: '- b p m f d t n l g k h zh sh z w',
  ao: '- b p m d t n l g k h zh ch sh r z c s y',
  ou: '- p m f d t n l g k h zh ch sh r z c s y',
  an: '- b p m f d t n l g k h zh ch sh r z c s y w',
  en: '- b p m f d n g k h zh ch sh r z c s w',
  ang: '- b p m f d t n l g k h zh ch sh r z c s y w',
  eng: '- b p m f d t n l g k h zh ch sh r z c s w',
  er: '-',
  i: 'b p m d t n l j q x zh ch sh r z c s y',
  ia: 'd l j q x',
  ie: 'b p m d t n l j q x',
  iao: 'b p m d t n l j q x',
  iu: 'm d n l j q x',
  ian: 'b p m d t n l j q x',
  in: 'b p m n l j q x y',
  iang: 'n l j q x',
  ing: 'b p m d t n l j q x y',
  iong: 'j q x',
  ong: 'd t n l g k h zh ch r z c s y',
  u: 'b p m f d t n l g k h zh ch sh r z c s j q x y w',
  ua: 'g k h zh ch sh r',
  uo: 'd t n l g k h zh ch sh r z c s',
  uai: 'g k h zh ch sh',
  ui: 'd t g k h zh ch sh r z c s',
  uan: 'd t n l g k h zh ch sh r z c s j q x y',
  un: 'd t n l g k h zh ch sh r z c s j q x y',
  uang: 'g k h zh ch sh',
  ue: 'n l j q x y',
  ü: 'n l',
  üe: 'n l',
};

const syllables = new Set<string>(['ê', 'hm', 'ng', 'yo', 'lo']);
for (const [final, initials] of Object.entries(INITIALS_OF)) {
  for (const initial of initials.split(' ')) syllables.add((initial === '-' ? '' : initial) + final);
}

const TONES = '\u0304\u0301\u030c\u0300';

/** A syllable of pinyin: its letters (`lü`, no tone) and its tone, 1 to 4, or 0 when none is written. */
export interface Syllable {
  readonly letters: string;
  readonly tone: number;
}

const LONGEST = 12;
const REMEMBERED = 4000;
const read = new Map<string, Syllable | null>();

/** Reads exactly one syllable of pinyin, tone marks included, blanks around it ignored; null for anything else. */
export function readSyllable(text: string): Syllable | null {
  if (text.length === 0 || text.length > LONGEST) return null;
  const known = read.get(text);
  if (known !== undefined) return known;
  const syllable = parseSyllable(text);
  if (read.size >= REMEMBERED) read.clear();
  read.set(text, syllable);
  return syllable;
}

function parseSyllable(text: string): Syllable | null {
  const plain = text.trim().replaceAll('ɡ', 'g').replaceAll('ɑ', 'a');
  let letters = '';
  let tone = 0;
  for (const mark of plain.normalize('NFD')) {
    const at = TONES.indexOf(mark);
    if (at < 0) letters += mark;
    else if (tone > 0) return null;
    else tone = at + 1;
  }
  letters = letters.normalize('NFC').replace('v', 'ü');
  return syllables.has(letters) ? { letters, tone } : null;
}

/** Whether the letters begin a syllable of pinyin, or are one. */
export function beginsSyllable(letters: string): boolean {
  const plain = letters
    .normalize('NFD')
    .replace(/[\u0300-\u0304\u030c]/g, '')
    .normalize('NFC');
  for (const syllable of syllables) if (syllable.startsWith(plain)) return true;
  return false;
}

const readings = new Map<string, readonly Syllable[]>();

/** The readings of a character, the usual one first; empty when it is none that has a reading. Source: pinyin-pro. */
export function readingsOf(character: string): readonly Syllable[] {
  const known = readings.get(character);
  if (known !== undefined) return known;
  const found = pinyin(character, { multiple: true, type: 'array' })
    .map((reading) => readSyllable(reading))
    .filter((reading) => reading !== null);
  readings.set(character, found);
  return found;
}

/** Whether a written syllable can stand for a reading: the same letters, and the same tone where one is written. */
export function standsFor(written: Syllable, reading: Syllable): boolean {
  return written.letters === reading.letters && (written.tone === 0 || written.tone === reading.tone);
}
