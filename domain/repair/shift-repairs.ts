import type { Span } from '../text/span.ts';
import { excludeOthers } from './certain-shift.ts';
import { givesDamageBack, inferRecipe } from './damage-recipe.ts';
import { KnownText } from './known-text.ts';
import type { PinyinMark } from './pinyin-mark.ts';
import type { Evidence, ProposedRepair, RepairCandidate, RepairKnowledge } from './repair-report.ts';
import { type ShiftedPlace, withoutStretches } from './shifted-places.ts';
import type { ShiftReading } from './shift-reading.ts';

const LONGEST_QUOTE = 4;
const MOST_EVIDENCE = 8;

/** The best readings of a paragraph put in, marks and left-over tags left out, with where each place begins in it. */
function readParagraph(text: string, marks: readonly Span[], places: readonly ShiftedPlace[], span: Span) {
  let paragraph = '';
  let at = span.start;
  const begins: number[] = [];
  const copyTo = (to: number) => {
    const inside = marks.filter((mark) => mark.start >= at && mark.end <= to);
    const own = inside.map((mark) => ({ start: mark.start - at, end: mark.end - at }));
    paragraph += withoutStretches(text.slice(at, to), own, []);
    at = to;
  };
  for (const place of places) {
    copyTo(place.span.start);
    begins.push(paragraph.length);
    paragraph += place.readings[0].insert;
    at = place.span.end;
  }
  copyTo(span.end);
  return { paragraph: paragraph.replace(/<?\/?[a-z]+>$/i, ''), begins };
}

function explain(reading: ShiftReading, before: string, after: string, known: KnownText): Evidence[] {
  const text = before.slice(-3) + reading.insert + after;
  const first = Math.min(3, before.length);
  const last = first + reading.insert.length;
  const evidence: Evidence[] = [];
  for (let length = LONGEST_QUOTE; length >= 2; length--) {
    for (let start = Math.max(0, first - length + 1); start < last && start + length <= text.length; start++) {
      if (evidence.length === MOST_EVIDENCE) return evidence;
      const words = text.slice(start, start + length);
      if (!/^\p{Script=Han}+$/u.test(words) || evidence.some(({ quote }) => quote.includes(words))) continue;
      const found = known.word(words) ?? (length > 2 ? known.attests(words) : null);
      if (found !== null) evidence.push(found);
    }
  }
  return evidence;
}

/**
 * Proposes repairs for the places read one byte off: for each the stretch itself, ranked, and the pinyin that goes with
 * it, all with the number of the place. Certain by the rules of `excludeOthers` and only when the forward model gives the
 * damage back. `places` are sorted.
 */
export function proposeShiftRepairs(
  text: string,
  marks: readonly PinyinMark[],
  places: readonly ShiftedPlace[],
  knowledge: RepairKnowledge,
): ProposedRepair[] {
  if (places.length === 0) return [];
  const own = withoutStretches(
    text,
    marks,
    places.map((place) => place.span),
  );
  const known = new KnownText(own, knowledge);
  const recipe = inferRecipe(text, marks, places);
  const repairs: ProposedRepair[] = [];
  let number = 0;
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const span = { start, end: newline < 0 ? text.length : newline };
    const inside = places.filter((place) => place.span.start >= span.start && place.span.start <= span.end);
    if (inside.length > 0) {
      const { paragraph, begins } = readParagraph(text, marks, inside, span);
      inside.forEach((place, i) => {
        const at = begins[i] ?? 0;
        const excluded = excludeOthers(place, { paragraph, at }, known);
        const back = givesDamageBack(text, place, paragraph.slice(0, at).slice(-1), recipe);
        const certain = excluded !== null && back;
        const model: Evidence[] = back ? [{ kind: 'forward-model', quote: '', count: 1 }] : [];
        const after = paragraph.slice(at + place.readings[0].insert.length).slice(0, 3);
        const evidence = (reading: ShiftReading, rank: number): Evidence[] => [
          ...(rank === 0 ? model : []),
          ...(rank === 0 && certain ? (excluded ?? []) : explain(reading, paragraph.slice(0, at), after, known)),
        ];
        repairs.push(...repairPlace(text, place, marks, certain, number, evidence));
        number += 1;
      });
    }
    start = span.end + 1;
  }
  return repairs.toSorted((one, other) => one.start - other.start);
}

function repairPlace(
  text: string,
  place: ShiftedPlace,
  marks: readonly PinyinMark[],
  certain: boolean,
  number: number,
  evidence: (reading: ShiftReading, rank: number) => Evidence[],
): ProposedRepair[] {
  const [best] = place.readings;
  const { start, end } = best.span;
  const same = place.readings.filter(
    (reading) => reading.span.end === end && reading.marks.length === best.marks.length,
  );
  const weights = same.map((reading) => Math.exp(reading.score - best.score));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const candidates: RepairCandidate[] = same.map((reading, rank) => ({
    insert: reading.insert,
    score: (weights[rank] ?? 0) / whole,
    evidence: evidence(reading, rank),
  }));
  const before = text.slice(start, end);
  const reason = certain ? 'shift-proved' : 'shift-likely';
  const repairs: ProposedRepair[] = [
    { start, end, before, candidates, kind: 'gbk-shift', certain, reason, place: number },
  ];
  const behind = marks.find((mark) => mark.start === place.span.end);
  const own: Span[] = [...best.marks];
  // Behind a character whose trail byte shows as a letter, the mark stands after that letter.
  if (best.endedBy === 'trail' && behind !== undefined) own.push(behind);
  for (const mark of own) {
    repairs.push({
      start: mark.start,
      end: mark.end,
      before: text.slice(mark.start, mark.end),
      candidates: [{ insert: '', score: candidates[0]?.score ?? 1, evidence: [] }],
      kind: 'inline-pinyin',
      certain,
      reason: 'pinyin-in-shift',
      place: number,
    });
  }
  return repairs;
}
