import { inferRecipe } from './damage-recipe.ts';
import { damageParagraph } from './forward-model.ts';
import { findPinyinMarks } from './pinyin-mark.ts';
import type { RepairKnowledge } from './repair-report.ts';
import { applyRepairs, proposeRepairs } from './repair-text.ts';
import { findShiftedPlaces } from './shifted-places.ts';

/** Whether damaging a repaired text gives the imported one back. */
export interface RepairProof {
  /** The text with every repair applied, the best-ranked candidate of each open place. */
  readonly repaired: string;
  /** That text damaged again by the recipe inferred from the imported one. */
  readonly damaged: string;
  /** Whether `damaged` is the imported text, character for character. */
  readonly exact: boolean;
  /** How many paragraphs are given back, and how many there are. */
  readonly paragraphs: { readonly same: number; readonly all: number };
}

const TAG_LEFT = /\?((?:\/|[a-z])[^<>\n?]*>)$/;

/**
 * Repairs a text as `applyRepairs` does with `all`, and damages the result by the forward model. The recipe (what is
 * marked with what, which punctuation is half-width, which places were hit, what tag was left) is read off the imported
 * text. Giving it back is necessary for a repair to be right, not sufficient: several clean texts have the same damage.
 */
export function proveRepair(imported: string, knowledge: RepairKnowledge = {}): RepairProof {
  const { repairs } = proposeRepairs(imported, knowledge);
  const { text: repaired, changes } = applyRepairs(imported, repairs, 'all');
  const marks = findPinyinMarks(imported);
  const places = findShiftedPlaces(imported, marks, knowledge);
  const recipe = inferRecipe(imported, marks, places);
  const moved = (offset: number) => {
    let shift = 0;
    for (const change of changes) if (change.end <= offset) shift += change.insert.length - (change.end - change.start);
    return offset + shift;
  };
  const shifts = places.filter((place) => place.start.cause === 'lost-lead').map((place) => moved(place.span.start));
  const before = imported.split('\n');
  const after = repaired.split('\n');
  let start = 0;
  const damaged = after.map((paragraph, i) => {
    const from = start;
    start += paragraph.length + 1;
    const left = TAG_LEFT.exec(before[i] ?? '')?.[1];
    const inside = shifts
      .filter((shift) => shift >= from && shift < from + paragraph.length)
      .map((shift) => shift - from);
    return damageParagraph(paragraph, left === undefined ? recipe : { ...recipe, endTag: `<${left}` }, inside);
  });
  const text = damaged.join('\n');
  const same = before.filter((paragraph, i) => paragraph === damaged[i]).length;
  return { repaired, damaged: text, exact: text === imported, paragraphs: { same, all: before.length } };
}
