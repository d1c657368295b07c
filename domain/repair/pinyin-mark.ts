import type { Span } from '../text/span.ts';
import { beginsSyllable, readSyllable, type Syllable } from './pinyin-syllable.ts';

/** Brackets with pinyin behind a character. Offsets are UTF-16 offsets. */
export interface PinyinMark extends Span {
  /** The character in front; it ends at `start`. */
  readonly character: string;
  readonly syllable: Syllable;
  /** How it is written: as usual, with a blank inside, the brackets repeated, or cut off at the end of the text. */
  readonly form: 'plain' | 'spaced' | 'repeated' | 'cut';
}

const LETTERS = 'a-züāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜêńňǹɡɑ\u0300\u0301\u0304\u030c';
const BRACKETS = new RegExp(`[(（][ \\u00a0]*[${LETTERS}]{1,7}[ \\u00a0]*[)）]`, 'gu');
const CUT = new RegExp(`[(（]([${LETTERS}]{1,7})$`, 'u');

// A character, or what is left of one whose trail byte is in the ASCII range.
const MARKED = /[\p{Script=Han}@-~€]/u;

/** The letters of pinyin, for a character class. */
export const PINYIN_LETTERS = LETTERS;

/**
 * Finds every bracket that holds exactly one valid syllable of pinyin behind a character, sorted by place. `(街道)`,
 * `(2024)`, `(GDP)`, `(app)` and Latin names are none. Brackets that repeat the same syllable are one mark.
 */
export function findPinyinMarks(text: string): PinyinMark[] {
  const marks: PinyinMark[] = [];
  for (const match of text.matchAll(BRACKETS)) {
    const start = match.index;
    const end = start + match[0].length;
    const inside = match[0].slice(1, -1);
    const syllable = readSyllable(inside);
    if (syllable === null) continue;
    const last = marks.at(-1);
    if (last?.end === start && last.syllable.letters === syllable.letters) {
      marks[marks.length - 1] = { ...last, end, form: 'repeated' };
      continue;
    }
    if (!MARKED.test(text.charAt(start - 1))) continue;
    marks.push({
      start,
      end,
      character: text.charAt(start - 1),
      syllable,
      form: inside === inside.trim() ? 'plain' : 'spaced',
    });
  }
  const cut = CUT.exec(text);
  if (cut !== null && MARKED.test(text.charAt(cut.index - 1)) && beginsSyllable(cut[1] ?? '')) {
    marks.push({
      start: cut.index,
      end: text.length,
      character: text.charAt(cut.index - 1),
      syllable: readSyllable(cut[1] ?? '') ?? { letters: cut[1] ?? '', tone: 0 },
      form: 'cut',
    });
  }
  return marks;
}
