import type { Span } from '../text/span.ts';
import { isCommonCharacter } from './common-words.ts';
import type { PinyinMark } from './pinyin-mark.ts';
import { readingsOf, standsFor } from './pinyin-syllable.ts';
import type { Evidence, ProposedRepair, RepairReason } from './repair-report.ts';
import { changesWithScript, foldCharacter } from './script-pairs.ts';

/** How a text treats one character. */
interface Treatment {
  readonly marks: number;
  readonly bare: number;
  /** Whether every mark of it writes the same syllable. */
  readonly oneReading: boolean;
  readonly usualReading: boolean;
  readonly onlyReading: boolean;
  /** Whether the character differs between the scripts. */
  readonly changes: boolean;
  /** Whether it does, and is common. */
  readonly converted: boolean;
}

const HAN = /\p{Script=Han}/u;
/** So many common characters, each always marked with its usual reading, and the text is a marked copy. */
const MARKED_TEXT = 3;
/** In a text with this many marks, a character with `OFTEN` of them and none missing is the site's, be it rare. */
const HEAVILY_MARKED = 20;
const OFTEN = 3;
// In a text that teaches how characters are read, the common ones are glossed too.
const ABOUT_READING =
  /拼音|注音|[读讀]音|生[字词詞]|多音字|[读讀念]作|[声聲][调調母]|[韵韻]母|[组組][词詞]|[听聽][写寫]|字[词詞]/;

function treat(text: string, marks: readonly PinyinMark[], places: readonly Span[]): Map<string, Treatment> {
  const byCharacter = new Map<string, PinyinMark[]>();
  for (const mark of marks) {
    if (!HAN.test(mark.character) || mark.form === 'cut') continue;
    const known = byCharacter.get(mark.character);
    if (known === undefined) byCharacter.set(mark.character, [mark]);
    else known.push(mark);
  }
  const starts = new Set(marks.map((mark) => mark.start));
  const bare = new Map<string, number>();
  let place = 0;
  for (let i = 0; i < text.length; i++) {
    while (i >= (places[place]?.end ?? Number.POSITIVE_INFINITY)) place += 1;
    if (i >= (places[place]?.start ?? Number.POSITIVE_INFINITY)) continue;
    const unit = text.charAt(i);
    if (byCharacter.has(unit) && !starts.has(i + 1)) bare.set(unit, (bare.get(unit) ?? 0) + 1);
  }
  return new Map(
    [...byCharacter].map(([character, own]) => {
      const readings = readingsOf(character);
      const usual = readings[0];
      const first = own[0]?.syllable;
      const treatment: Treatment = {
        marks: own.length,
        bare: bare.get(character) ?? 0,
        oneReading: own.every(({ syllable }) => syllable.letters === first?.letters && syllable.tone === first.tone),
        usualReading: usual !== undefined && own.every(({ syllable }) => standsFor(syllable, usual)),
        onlyReading: readings.length === 1,
        changes: changesWithScript(character),
        converted: changesWithScript(character) && isCommonCharacter(foldCharacter(character)),
      };
      return [character, treatment];
    }),
  );
}

/**
 * Judges the pinyin found behind Han characters, by the evidence of the whole text.
 *
 * A text is a *marked copy* when at least three common characters that differ between the scripts are marked at every
 * occurrence with their usual reading. In a marked copy a mark is certain when its character is marked at every
 * occurrence, with one syllable,
 * differs between the scripts (a site marks what its conversion changed), and
 * - is common and marked with its usual reading (a gloss explains a rare character or an unusual reading, never this), or
 * - is marked three times or more in a text of twenty marks (a gloss stands once);
 * a mark that the end of the text cut off is certain behind a character that is so marked elsewhere.
 * In a text about how characters are read (it speaks of 拼音, 生字, 读音 …) nothing is certain: there the common characters
 * have glosses too.
 * A gloss stays: in a text that is no marked copy, on a character that also stands without, and on one marked once that
 * is the same in both scripts. What lies between is a proposal. Inside `places`, stretches read one byte off, nothing is
 * judged here. Both lists are sorted.
 */
export function proposePinyinRepairs(
  text: string,
  marks: readonly PinyinMark[],
  places: readonly Span[],
): ProposedRepair[] {
  if (marks.length === 0) return [];
  const treatments = treat(text, marks, places);
  const plain = [...treatments.values()].filter(
    (own) => own.converted && own.usualReading && own.oneReading && own.bare === 0,
  );
  const markedText = plain.length >= MARKED_TEXT;
  const heavily = markedText && marks.length >= HEAVILY_MARKED;
  const teaches = ABOUT_READING.test(text);
  const repairs: ProposedRepair[] = [];
  for (const mark of marks) {
    const own = treatments.get(mark.character);
    if (own === undefined || places.some((place) => place.start < mark.end && mark.start < place.end)) continue;
    const always = own.bare === 0 && own.oneReading;
    const certain =
      markedText &&
      !teaches &&
      always &&
      ((own.converted && own.usualReading) || (heavily && own.changes && own.marks >= OFTEN && mark.form !== 'cut'));
    if (!certain && !isLikely(mark, own, markedText)) continue;
    if (mark.form === 'cut' && !cutFits(mark, marks)) continue;
    const reason: RepairReason = certain
      ? mark.form === 'cut'
        ? 'pinyin-cut'
        : 'pinyin-always-marked'
      : 'pinyin-likely';
    const evidence: Evidence[] = [{ kind: 'marked-text', quote: '', count: marks.length }];
    if (always) evidence.push({ kind: 'always-marked', quote: mark.character, count: own.marks });
    if (own.usualReading) evidence.push({ kind: 'usual-reading', quote: mark.character, count: 1 });
    repairs.push({
      start: mark.start,
      end: mark.end,
      before: text.slice(mark.start, mark.end),
      candidates: [{ insert: '', score: 1, evidence }],
      kind: 'inline-pinyin',
      certain,
      reason,
      place: null,
    });
  }
  return repairs;
}

/** Whether a mark that is not certain is worth proposing; a gloss is not. */
function isLikely(mark: PinyinMark, own: Treatment, markedText: boolean): boolean {
  if (mark.form === 'cut') return true;
  if (mark.form === 'repeated') return own.converted;
  if (own.bare > 0) return markedText && own.marks >= OFTEN && own.marks > own.bare;
  if (!markedText) return own.converted && own.usualReading && own.onlyReading && mark.syllable.tone > 0;
  return own.marks >= OFTEN || own.changes;
}

function cutFits(mark: PinyinMark, marks: readonly PinyinMark[]): boolean {
  return marks.some(
    (other) =>
      other.character === mark.character &&
      other.form !== 'cut' &&
      other.syllable.letters.startsWith(mark.syllable.letters),
  );
}
