import { pinyin } from 'pinyin-pro';

/** The pinyin of a title: one unit a character that can be typed, punctuation and space left out. */
export interface PinyinReading {
  /** Per unit: the syllable without tone (`lv` for 绿), or the character itself, in lower case. */
  readonly syllables: readonly string[];
  /** Per unit: the folded character. */
  readonly characters: readonly string[];
  /** Per unit: where its character starts and ends, in UTF-16 text offsets of the title. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** The first letters of the syllables, one UTF-16 unit each. */
  readonly initials: string;
  /** The syllables joined. */
  readonly letters: string;
  /** From an offset in `letters` to the unit that starts there. */
  readonly unitAt: ReadonlyMap<number, number>;
}

/** What kind of pinyin a query was: initials (`gjaq`), whole syllables (`guojia`, the last may be cut), or mixed. */
export type PinyinKind = 'initials' | 'syllables' | 'mixed';

export interface PinyinHit {
  readonly kind: PinyinKind;
  /** Whether the match begins with the title's first unit. */
  readonly leading: boolean;
  /** In UTF-16 text offsets of the title. */
  readonly start: number;
  readonly end: number;
}

const TYPEABLE = /[\p{L}\p{N}]/u;
// pinyin-pro knows words in Simplified only; these Traditional characters have several readings, told apart by the word.
const TRADITIONAL = '於給調長會還將強盡傳處當應興難覺種數間為與彈參單後幾係樂車識說陸稱縫擔擇濟漲樸殺據重從奪鋪鑽壓';
const SIMPLIFIED = '于给调长会还将强尽传处当应兴难觉种数间为与弹参单后几系乐车识说陆称缝担择济涨朴杀据重从夺铺钻压';
const simplifiedOf = new Map(Array.from(TRADITIONAL, (character, i) => [character, SIMPLIFIED.charAt(i)]));

/**
 * Reads a title in pinyin by context (重 in 重要 is `zhong`). Give the Simplified title where there is one.
 * Readings come from pinyin-pro.
 */
export function readPinyin(title: string): PinyinReading {
  const originals = Array.from(title);
  const simplified = originals.map((original) => simplifiedOf.get(original) ?? original).join('');
  const readings = pinyin(simplified, { toneType: 'none', type: 'array', v: true });
  if (readings.length !== originals.length) throw new Error(`pinyin out of step with its title: ${title}`);
  const syllables: string[] = [];
  const characters: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const unitAt = new Map<number, number>();
  let offset = 0;
  let letters = '';
  originals.forEach((original, i) => {
    const start = offset;
    offset += original.length;
    if (!TYPEABLE.test(original)) return;
    const syllable = (readings[i] ?? original).toLowerCase();
    unitAt.set(letters.length, syllables.length);
    letters += syllable;
    syllables.push(syllable);
    characters.push(original.toLowerCase());
    starts.push(start);
    ends.push(offset);
  });
  const initials = syllables.map((syllable) => syllable.charAt(0)).join('');
  return { syllables, characters, starts, ends, initials, letters, unitAt };
}

/**
 * Finds the first run of characters that a query names by pinyin: by their initials, by whole syllables of which the last
 * may be unfinished, or by a mixture of both and of the characters themselves (`guojaq`, `国家aq`). The query is in lower
 * case, `v` for ü, without spaces or apostrophes. Null where no run answers to it.
 */
export function findPinyin(query: string, reading: PinyinReading): PinyinHit | null {
  if (query === '') return null;
  const hit = (kind: PinyinKind, first: number, last: number): PinyinHit => ({
    kind,
    leading: first === 0,
    start: reading.starts[first] ?? 0,
    end: reading.ends[last] ?? 0,
  });
  const initial = reading.initials.indexOf(query);
  if (initial >= 0) return hit('initials', initial, initial + query.length - 1);
  for (let at = reading.letters.indexOf(query); at >= 0; at = reading.letters.indexOf(query, at + 1)) {
    const unit = reading.unitAt.get(at);
    if (unit === undefined) continue;
    let last = unit;
    for (let length = reading.syllables[unit]?.length ?? 0; length < query.length; last++)
      length += reading.syllables[last + 1]?.length ?? query.length;
    return hit('syllables', unit, last);
  }
  const first = query.charAt(0);
  for (let unit = 0; unit < reading.syllables.length; unit++) {
    if (reading.initials.charAt(unit) !== first && !reading.characters[unit]?.startsWith(first)) continue;
    const last = lastUnitOf(query, reading, unit);
    if (last !== null) return hit('mixed', unit, last);
  }
  return null;
}

function lastUnitOf(query: string, reading: PinyinReading, first: number): number | null {
  let reached = new Set([0]);
  for (let unit = first; unit < reading.syllables.length && reached.size > 0; unit++) {
    const syllable = reading.syllables[unit] ?? '';
    const character = reading.characters[unit] ?? '';
    const next = new Set<number>();
    for (const at of reached) {
      const rest = query.slice(at);
      if (syllable.startsWith(rest)) return unit;
      for (const part of [
        syllable,
        syllable.charAt(0),
        /^[zcs]h/.test(syllable) ? syllable.slice(0, 2) : '',
        character,
      ])
        if (part !== '' && rest.startsWith(part)) next.add(at + part.length);
    }
    if (next.has(query.length)) return unit;
    reached = next;
  }
  return null;
}
