import { type DamageRecipe, damageParagraph } from './forward-model.ts';
import { decodePair, encodeCharacter } from './gbk-table.ts';
import type { PinyinMark } from './pinyin-mark.ts';
import type { ShiftedPlace } from './shifted-places.ts';

const NARROWED = '，！？；：';
const FOLLOWING = 6;

/**
 * The recipe that a damaged text was made by: what it puts behind which character (the form used most), and the full-width
 * punctuation it has none of. The closing tag is that of a paragraph; what is left of another is read off the text.
 */
export function inferRecipe(text: string, marks: readonly PinyinMark[], places: readonly ShiftedPlace[]): DamageRecipe {
  const counts = new Map<string, Map<string, number>>();
  const count = (character: string, mark: string) => {
    const own = counts.get(character) ?? new Map<string, number>();
    own.set(mark, (own.get(mark) ?? 0) + 1);
    counts.set(character, own);
  };
  for (const mark of marks) {
    if (encodeCharacter(mark.character) >= 0x100 && mark.form !== 'cut')
      count(mark.character, text.slice(mark.start, mark.end));
  }
  for (const { start } of places) {
    if (start.cause !== 'inserted-pinyin') continue;
    const lead = encodeCharacter(text.charAt(start.at - 1)) & 0xff;
    const character = decodePair(lead, start.openings[0]?.pending ?? 0);
    if (!counts.has(character)) count(character, `(${text.slice(start.at + 1, start.next)}`);
  }
  const readings = new Map<string, string>();
  for (const [character, own] of counts) {
    const [usual] = [...own].toSorted((one, other) => other[1] - one[1]);
    if (usual !== undefined) readings.set(character, usual[0]);
  }
  const narrowed = Array.from(NARROWED).filter((mark) => !text.includes(mark));
  return { marks: readings, narrowed: narrowed.join(''), endTag: '</p>' };
}

/**
 * Whether the forward model gives a damaged place back from its best reading: one clean character before it, the
 * characters restored, and the clean text up to the next mark, at most six characters. `lastBefore` is the clean
 * character before the place.
 */
export function givesDamageBack(text: string, place: ShiftedPlace, lastBefore: string, recipe: DamageRecipe): boolean {
  const [reading] = place.readings;
  const { end } = place.span;
  const newline = text.indexOf('\n', end);
  const paragraph = newline < 0 ? text.length : newline;
  const tag = reading.endedBy === 'tag' ? text.slice(end, paragraph) : '';
  // The mark of the last character restored stands behind the letter that its trail byte shows as.
  const ownMark = reading.endedBy === 'trail' ? (recipe.marks.get(reading.insert.slice(-1)) ?? '') : '';
  let to = tag === '' ? end + ownMark.length : paragraph;
  let following = '';
  const stop = tag === '' ? paragraph : to;
  while (to < stop && text.charAt(to) !== '?' && following.length < FOLLOWING) {
    const character = text.charAt(to);
    const mark = recipe.marks.get(character) ?? '';
    if (!text.startsWith(mark, to + 1)) break;
    to += 1 + mark.length;
    following += character;
  }
  const lost = place.start.cause === 'lost-lead';
  const clean = lastBefore + reading.insert + following;
  const local = { ...recipe, endTag: tag === '' ? '' : `<${tag}` };
  const damaged = damageParagraph(clean, local, lost ? [lastBefore.length] : []);
  const markBefore = lost ? (recipe.marks.get(lastBefore) ?? '') : '';
  return damaged === lastBefore + markBefore + text.slice(place.start.at, to);
}
