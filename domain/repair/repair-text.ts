import { applyChanges, type TextChange } from '../text/well-formed.ts';
import { proposeResidueRepairs } from './html-residue.ts';
import { findPinyinMarks } from './pinyin-mark.ts';
import { proposePinyinRepairs } from './pinyin-repairs.ts';
import { proposePunctuationRepairs } from './punctuation-repairs.ts';
import type { ProposedRepair, RepairKnowledge, RepairReport } from './repair-report.ts';
import { findShiftedPlaces } from './shifted-places.ts';
import { proposeShiftRepairs } from './shift-repairs.ts';
import { flagDamage } from './text-flags.ts';

/** Which repairs to apply: none, those that are certain, or all, with the best-ranked proposal of each open place. */
export type RepairChoice = 'none' | 'certain' | 'all';

/**
 * Finds the damage of a scraped text and proposes how to put it right; what cannot be put right is flagged. The text is
 * well-formed, paragraphs joined by one line feed. Offsets are UTF-16 offsets of `text`; repairs are sorted and disjoint.
 * Certain are only repairs for which every other clean text is excluded; the rules stand with `proposePinyinRepairs`,
 * `excludeOthers`, `proposeResidueRepairs` and `proposePunctuationRepairs`. A clean text has no certain repair.
 */
export function proposeRepairs(text: string, knowledge: RepairKnowledge = {}): RepairReport {
  const marks = findPinyinMarks(text);
  const places = findShiftedPlaces(text, marks, knowledge);
  const shifts = proposeShiftRepairs(text, marks, places, knowledge);
  const pinyin = proposePinyinRepairs(
    text,
    marks,
    places.map((place) => place.span),
  );
  const repairs = [...shifts];
  const add = (more: readonly ProposedRepair[]) => {
    repairs.push(...more);
    repairs.sort((one, other) => one.start - other.start);
  };
  add(pinyin);
  add(proposeResidueRepairs(text, repairs));
  add(proposePunctuationRepairs(text, repairs));
  return { repairs, flags: flagDamage(text, marks, places) };
}

/**
 * Applies repairs of `proposeRepairs` to the text they were proposed for, each with its best-ranked candidate. The
 * changes are in UTF-16 offsets of `text`, sorted and disjoint, their reason the kind of the repair. A repair that would
 * put in what is already there gives no change. Throws RangeError when repairs overlap.
 */
export function applyRepairs(
  text: string,
  repairs: readonly ProposedRepair[],
  which: RepairChoice,
): { text: string; changes: TextChange[] } {
  const changes: TextChange[] = repairs
    .filter((repair) => which === 'all' || (which === 'certain' && repair.certain))
    .map(({ start, end, candidates, kind }) => ({
      start,
      end,
      insert: candidates[0]?.insert ?? '',
      kind: 'repair' as const,
      reason: kind,
    }))
    .filter(({ start, end, insert }) => text.slice(start, end) !== insert)
    .toSorted((one, other) => one.start - other.start);
  return { text: applyChanges(text, changes), changes };
}
