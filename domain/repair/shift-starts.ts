import { decodePair, encodeCharacter } from './gbk-table.ts';
import { PINYIN_LETTERS, type PinyinMark } from './pinyin-mark.ts';
import { readSyllable, readingsOf, standsFor, type Syllable } from './pinyin-syllable.ts';
import { convertedCharacters } from './script-pairs.ts';
import type { ShiftStart } from './shift-reading.ts';

const START = new RegExp(`\\?(?:(?=([!！?？;；]))|(?=( ?[${PINYIN_LETTERS}]{1,7} ?)[)）]))`, 'gu');
const FALSE_MARKS: Readonly<Record<string, number>> = {
  '!': 0xa1,
  '！': 0xa1,
  '?': 0xbf,
  '？': 0xbf,
  ';': 0xbb,
  '；': 0xbb,
};
const CONTEXT = 16;

let lostBeforeMark: readonly string[] | undefined;
const byLetters = new Map<string, string[]>();

/** The second byte of a mark of punctuation that a search found across two characters. */
export function falseMarkLead(mark: string): number {
  return FALSE_MARKS[mark] ?? 0;
}

/** Every character whose trail byte is A3: what a lost lead byte may have begun. */
export function charactersBeforeMark(): readonly string[] {
  lostBeforeMark ??= Array.from({ length: 126 }, (_, i) => decodePair(0x81 + i, 0xa3)).filter((found) => found !== '');
  return lostBeforeMark;
}

/**
 * The characters that a site can have marked with this syllable: those it marks elsewhere in the text, then the
 * characters that differ between the scripts and are read so. Each once.
 */
export function charactersMarked(syllable: Syllable, marks: readonly PinyinMark[]): readonly string[] {
  if (byLetters.size === 0) {
    for (const character of convertedCharacters()) {
      for (const reading of readingsOf(character)) {
        const known = byLetters.get(reading.letters);
        if (known === undefined) byLetters.set(reading.letters, [character]);
        else if (!known.includes(character)) known.push(character);
      }
    }
  }
  const found = new Set<string>();
  for (const mark of marks) if (standsFor(syllable, mark.syllable)) found.add(mark.character);
  for (const character of byLetters.get(syllable.letters) ?? []) {
    if (readingsOf(character).some((reading) => standsFor(syllable, reading))) found.add(character);
  }
  return [...found];
}

/** The clean characters that end at `at`, at most 16 and of the same paragraph, with the marks left out. */
export function cleanBefore(text: string, at: number, marks: readonly PinyinMark[]): string {
  let before = '';
  let end = at;
  while (end > 0 && before.length < CONTEXT) {
    const marked = marks.find((mark) => mark.end === end);
    if (marked !== undefined) {
      end = marked.start;
      continue;
    }
    const unit = text.charAt(end - 1);
    if (unit === '\n') break;
    before = unit + before;
    end -= 1;
  }
  return before;
}

/**
 * Finds where reading one byte off can have begun, sorted by place: `?` before a mark found across two characters, and
 * `?` before pinyin whose opening bracket it swallowed. Whether it did begin there is for the search to tell.
 */
export function findShiftStarts(text: string, marks: readonly PinyinMark[]): ShiftStart[] {
  const starts: ShiftStart[] = [];
  for (const match of text.matchAll(START)) {
    const at = match.index;
    const [, mark, pinyin] = match;
    const before = cleanBefore(text, at, marks);
    if (mark !== undefined) {
      const pending = falseMarkLead(mark);
      const openings = charactersBeforeMark().map((character) => ({ text: character, pending }));
      starts.push({ at, cause: 'lost-lead', before, next: at + 2, openings });
      continue;
    }
    const syllable = readSyllable(pinyin ?? '');
    const bytes = encodeCharacter(text.charAt(at - 1));
    if (syllable === null || bytes < 0x8140) continue;
    const openings = charactersMarked(syllable, marks)
      .map((character) => encodeCharacter(character))
      .filter((pair) => pair >> 8 === (bytes & 0xff))
      .map((pair) => ({ text: '', pending: pair & 0xff }));
    if (openings.length > 0) {
      starts.push({ at, cause: 'inserted-pinyin', before, next: at + 2 + (pinyin ?? '').length, openings });
    }
  }
  return starts;
}
