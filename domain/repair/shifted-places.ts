import type { Span } from '../text/span.ts';
import { recognizeScript } from '../text/script.ts';
import { KnownText } from './known-text.ts';
import { type CharacterCounts, countCharacters } from './character-counts.ts';
import { LanguageModel } from './language-model.ts';
import type { PinyinMark } from './pinyin-mark.ts';
import type { RepairKnowledge } from './repair-report.ts';
import type { ShiftReading, ShiftStart } from './shift-reading.ts';
import { ShiftSearch } from './shift-search.ts';
import { findShiftStarts } from './shift-starts.ts';

/** A stretch of the text that was read one byte off, with the clean texts it can have come from. */
export interface ShiftedPlace {
  readonly start: ShiftStart;
  /** The most probable first. */
  readonly readings: readonly [ShiftReading, ...ShiftReading[]];
  /** From the `?` to the end of what the best reading and its marks replace. */
  readonly span: Span;
}

/** How much more probable (in nats) than the text as it stands a reading must be. */
const GAIN = 8;
const WORD = 0.7;
const OWN_WEIGHT = 2;
const REFERENCE_WEIGHT = 1;
const LONGEST_WORD = 4;

let referenceCounts: { reference: string; counts: CharacterCounts } | undefined;

function countReference(reference: string): CharacterCounts {
  if (referenceCounts?.reference !== reference)
    referenceCounts = { reference, counts: countCharacters([reference], REFERENCE_WEIGHT) };
  return referenceCounts.counts;
}

/** The text with the marks and the given stretches left out, a NUL in place of each stretch. */
export function withoutStretches(text: string, marks: readonly Span[], stretches: readonly Span[]): string {
  const cuts = [...marks.map((span) => ({ ...span, by: '' })), ...stretches.map((span) => ({ ...span, by: '\0' }))];
  cuts.sort((one, other) => one.start - other.start || other.end - one.end);
  let kept = '';
  let at = 0;
  for (const cut of cuts) {
    if (cut.start > at) kept += text.slice(at, cut.start);
    if (cut.end > at) kept += cut.by;
    at = Math.max(at, cut.end);
  }
  return kept + text.slice(at);
}

/** What a dictionary and a corpus add to a reading: the best division of its surroundings into words. */
function wordScore(before: string, insert: string, after: string, known: KnownText): number {
  const text = before + insert + after;
  const best: number[] = [0];
  for (let end = 1; end <= text.length; end++) {
    best[end] = best[end - 1] ?? 0;
    for (let length = 2; length <= Math.min(LONGEST_WORD, end); length++) {
      const start = end - length;
      if (end <= before.length || start >= before.length + insert.length) continue;
      const word = text.slice(start, end);
      const found = known.word(word);
      if (found === null) continue;
      const frequent = found.kind === 'dictionary' ? Math.min(2, 0.15 * Math.log1p(found.count)) : 0.5;
      best[end] = Math.max(best[end] ?? 0, (best[start] ?? 0) + WORD * (length - 1) + frequent);
    }
  }
  return best[text.length] ?? 0;
}

/**
 * Finds the stretches of a text that were read one byte off, sorted and disjoint. A stretch is one only when a clean text
 * fits its bytes and is far more probable than the text as it stands, so that `真的嗎?!` stays.
 */
export function findShiftedPlaces(
  text: string,
  marks: readonly PinyinMark[],
  knowledge: RepairKnowledge,
): ShiftedPlace[] {
  const starts = findShiftStarts(text, marks);
  if (starts.length === 0) return [];
  // Behind a place the text may still be damaged: until the places are known, the rest of its paragraph says nothing.
  const doubtful = starts.map(({ at }) => ({ start: at, end: endOfParagraph(text, at) }));
  const own = withoutStretches(text, marks, doubtful);
  const known = new KnownText(own, knowledge);
  const sources = [countCharacters(own.split('\0'), OWN_WEIGHT)];
  if (knowledge.reference !== undefined) sources.push(countReference(knowledge.reference));
  const corpus = knowledge.corpusNeighbours?.() ?? null;
  if (corpus !== null) sources.push(corpus);
  const search = new ShiftSearch(text, new LanguageModel(recognizeScript(own), sources), marks);
  const asked = knowledge.isWord !== undefined;

  const places: ShiftedPlace[] = [];
  let clean = '';
  let copied = 0;
  const copyTo = (to: number) => {
    clean += withoutStretches(text.slice(copied, to), shifted(marks, copied, to), []);
    copied = to;
  };
  for (const start of starts) {
    if (start.at < copied) continue;
    copyTo(start.at);
    const before = clean.slice(clean.lastIndexOf('\n') + 1);
    const { readings, asItStands } = search.read(start, before);
    const after = (end: number) =>
      withoutStretches(text.slice(end, end + 24), shifted(marks, end, end + 24), []).slice(0, 3);
    const ranked = asked
      ? readings
          .map((reading) => ({
            ...reading,
            score: reading.score + wordScore(before.slice(-3), reading.insert, after(endOf(reading)), known),
          }))
          .toSorted((one, other) => other.score - one.score)
      : readings;
    const [best, ...others] = ranked.filter((reading) => isPlausible(text, reading, start, before));
    if (best === undefined || best.score < asItStands + GAIN) continue;
    const span = { start: start.at, end: endOf(best) };
    places.push({ start, readings: [best, ...others], span });
    clean += best.insert;
    copied = span.end;
  }
  return places;
}

function endOf(reading: ShiftReading): number {
  return Math.max(reading.span.end, ...reading.marks.map((mark) => mark.end));
}

/** The marks between two offsets, in offsets from the first. */
function shifted(marks: readonly PinyinMark[], from: number, to: number): Span[] {
  return marks
    .filter((mark) => mark.start >= from && mark.end <= to)
    .map((mark) => ({ start: mark.start - from, end: mark.end - from }));
}

/**
 * Between marks of punctuation alone, with nothing left of a tag, `?!?` is damage only where a quotation mark is missing:
 * one that closes what is open, or opens what is closed later. What follows is then a digit or a new paragraph.
 */
function isPlausible(text: string, reading: ShiftReading, start: ShiftStart, before: string): boolean {
  const known = reading.endedBy === 'trail' || reading.endedBy === 'tag' || reading.endedBy === 'mark';
  if (known || reading.span.end - start.next > 1) return true;
  if (reading.endedBy === 'letter') return false;
  if (reading.endedBy === 'entity') return true;
  const open = before.lastIndexOf('“') > before.lastIndexOf('”');
  const next = /[“”\n]/.exec(text.slice(reading.span.end))?.[0];
  const fits = reading.insert.startsWith('。”')
    ? open && next !== '”'
    : reading.insert.startsWith('。“') && !open && next === '”';
  return fits && (reading.endedBy !== 'lost' || /^[0-9.]/.test(text.slice(reading.span.end)));
}

function endOfParagraph(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}
