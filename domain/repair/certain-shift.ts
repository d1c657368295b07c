import { decodePair, encodeCharacter } from './gbk-table.ts';
import type { KnownText } from './known-text.ts';
import { administrationAt } from './place-names.ts';
import { isBalanced, isSpeech, quotationAt } from './quotation.ts';
import type { Evidence } from './repair-report.ts';
import { foldScript } from './script-pairs.ts';
import { endsCommonWord, isCommonWord, singleWordRank } from './common-words.ts';
import type { ShiftedPlace } from './shifted-places.ts';
import { charactersBeforeMark } from './shift-starts.ts';
import { mayVanish, pairsAfter } from './vanished-pairs.ts';

/** A place within its paragraph, every place of it read as the best reading has it and the marks left out. */
export interface PlaceInParagraph {
  readonly paragraph: string;
  /** Where the characters restored at the place begin in `paragraph`. */
  readonly at: number;
}

const HAN = /^\p{Script=Han}+$/u;
const PHRASE = 4;
const LONG_PHRASE = 6;
const ADMINISTRATION = 12;

/**
 * Why a place can have come from no other clean text, or null when it can. The bytes leave open: which lead byte was
 * lost; whether a pair of the user-defined areas vanished between two visible characters (one character more, and the
 * ones beside it others); what a swallowed character was. A reading is certain only if all of these are excluded:
 *
 * 1. *Lost lead.* The character before the false mark is `。`, followed by a quotation mark. A speech of its own has
 *    punctuation before either of its marks (`isSpeech`; the undamaged text closes at least one so, and none without),
 *    and of all characters that end in A3 only `。` is any. Between that character and the quotation mark an ellipsis, a
 *    dash or a single quotation mark can have vanished: the text has no ellipsis and no dash, every quotation of the
 *    paragraph is closed, no `?` in it is left unexplained, and the word before is whole: no other character that ends
 *    in A3 continues it, or makes a word of its end and leaves something that stands.
 * 2. *Quotation mark.* With it every quotation of the paragraph is closed, and without it not.
 * 3. *Vanished pairs.* Each further restored character is part of a phrase of four characters that stands undamaged in
 *    the text, the reference text or (twice) the corpus; or of three of which two are restored; or of an administration
 *    with its office (`晉城市委`). Where a vanished pair would give two characters that are a word or stand side by side
 *    in the text, a phrase of six, or the administration, is needed.
 * 4. *Swallowed characters.* Only the `<` of a tag of which the rest is left, at the end of the paragraph.
 * 5. The best reading itself has no vanished pair, and nothing in it is unknown.
 *
 * That the forward model gives the damage back is checked apart from this, and is needed too.
 */
export function excludeOthers(place: ShiftedPlace, here: PlaceInParagraph, known: KnownText): Evidence[] | null {
  const [reading] = place.readings;
  if (reading.supplied > 0 || reading.lostAt >= 0) return null;
  const evidence: Evidence[] = [];
  let restored = 0;
  if (place.start.cause === 'lost-lead') {
    const found = excludeOtherLeads(place, here, known);
    if (found === null) return null;
    evidence.push(...found);
    restored = 2;
  } else if (place.start.openings.length !== 1) return null;
  const closes = reading.endedBy === 'tag' && reading.insert === '。”' && here.at + 2 === here.paragraph.length;
  if (!closes && reading.endedBy !== 'trail' && reading.endedBy !== 'mark') return null;
  const tail = reading.insert.slice(restored);
  if (tail !== '' && !HAN.test(tail)) return null;
  if (tail === '' && !closes) return null;
  for (let k = restored; k < reading.insert.length; k++) {
    const found = attested(here, k, restored, reading.insert.length, known);
    if (found === null) return null;
    if (!evidence.some(({ quote }) => quote === found.quote)) evidence.push(found);
  }
  return evidence;
}

function excludeOtherLeads(place: ShiftedPlace, here: PlaceInParagraph, known: KnownText): Evidence[] | null {
  const [reading] = place.readings;
  const mark = reading.insert.charAt(1);
  if (reading.insert.charAt(0) !== '。' || (mark !== '“' && mark !== '”')) return null;
  if (known.has('…') || known.has('—') || !isBalanced(here.paragraph) || here.paragraph.includes('?')) return null;
  const quotation = quotationAt(here.paragraph, here.at + 1);
  if (quotation === null) return null;
  const speech = isSpeech(here.paragraph, quotation);
  if (speech === null || !'。！？!?'.includes(here.paragraph.charAt(quotation.end - 2))) return null;
  const closed = known.speeches();
  if (closed.withStop === 0 || closed.without > 0) return null;
  const word = wholeWordBefore(here.paragraph.slice(0, here.at), known);
  if (word === null) return null;
  const speaker = here.paragraph.slice(quotation.end, quotation.end + 12);
  return [
    { kind: 'quotation', quote: mark, count: 1 },
    { kind: speech, quote: speech === 'speaker' ? speaker : '', count: 1 },
    { kind: 'text-style', quote: '。”', count: closed.withStop },
    word,
  ];
}

/** The word that ends before the place, when no character that ends in A3 makes another word of its end; null otherwise. */
function wholeWordBefore(before: string, known: KnownText): Evidence | null {
  let whole: Evidence | null = null;
  for (let length = 4; length >= 2 && whole === null; length--) {
    if (before.length >= length) whole = known.commonWord(before.slice(-length));
  }
  if (whole === null) return null;
  const stands = standsAlone(whole.quote.slice(0, -1), known);
  const last = before.slice(-1);
  for (const character of charactersBeforeMark()) {
    if (!HAN.test(character)) continue;
    if (known.commonWord(whole.quote + character) !== null || known.has(whole.quote + character)) return null;
    if (stands && known.together(last, character)) return null;
  }
  return whole;
}

/** Whether what a word leaves over when its last character belongs to the next can stand: as words, or ending one. */
function standsAlone(rest: string, known: KnownText): boolean {
  const folded = foldScript(rest);
  if (rest.length === 1) return singleWordRank(folded) >= 0 || endsCommonWord(folded);
  if (known.commonWord(rest) !== null) return true;
  for (let cut = 1; cut < rest.length; cut++) {
    const [head, tail] = [folded.slice(0, cut), folded.slice(cut)];
    const headStands = head.length === 1 ? singleWordRank(head) >= 0 || endsCommonWord(head) : isCommonWord(head);
    if (headStands && (tail.length === 1 ? singleWordRank(tail) >= 0 : isCommonWord(tail))) return true;
  }
  return false;
}

/** What shows that the restored character at `k` (an offset in the reading) is the one, or null. */
function attested(here: PlaceInParagraph, k: number, from: number, to: number, known: KnownText): Evidence | null {
  const at = here.at + k;
  for (let start = here.at + from; start <= at; start++) {
    const length = administrationAt(foldScript(here.paragraph.slice(start, start + ADMINISTRATION)), 0);
    if (start + length > at)
      return { kind: 'place-name', quote: here.paragraph.slice(start, start + length), count: 1 };
  }
  const first = here.at + from;
  const last = here.at + to;
  const phrase = (length: number): Evidence | null => {
    for (let start = Math.max(0, at - length + 1); start <= at; start++) {
      const words = here.paragraph.slice(start, start + length);
      if (words.length < length || !HAN.test(words)) continue;
      const own = Math.min(start + length, last) - Math.max(start, first);
      if (length < PHRASE && own < 2) continue;
      const found = known.attests(words);
      if (found !== null) return found;
    }
    return null;
  };
  const found = phrase(PHRASE) ?? phrase(PHRASE - 1);
  return found === null || !hasOtherWord(here.paragraph.charAt(at), known) ? found : phrase(LONG_PHRASE);
}

/** Whether a pair vanished inside the character would leave two that are a word or stand side by side in the text. */
function hasOtherWord(character: string, known: KnownText): boolean {
  const bytes = encodeCharacter(character);
  for (const { lead, character: first } of pairsAfter(bytes >> 8)) {
    for (let trail = 0x81; trail <= 0xfe; trail++) {
      if (!mayVanish(lead, trail)) continue;
      const second = decodePair(trail, bytes & 0xff);
      if (second !== '' && known.together(first, second)) return true;
    }
  }
  return false;
}
