import { comparableText, type FoldScript } from './comparable-text.ts';
import { type Comparison, longestCommonRun, type Overlap, overlapOf } from './compare-texts.ts';

/**
 * `exact`: the same article again, character for character once glosses, punctuation and layout are left out. `near`: the
 * same article from another copy, damaged or with other furniture around it. `reprint`: the same text, or most of the
 * shorter one, in another outlet or taken over in part. `different`: two articles.
 */
export type PairKind = 'exact' | 'near' | 'reprint' | 'different';

/** A copy of an article may lose or gain a third of its shingles to damage, a headline, a byline or a page's furniture. */
export const NEAR_RESEMBLANCE = 0.65;
/** Half of the shorter text in the longer one … */
export const REPRINT_SHARE = 0.5;
/**
 * … with one run of at least 60 characters, or all of a shorter text. Articles on one Decision share its phrases, but they break the
 * quotations with their own words.
 */
export const REPRINT_RUN = 60;
/** Shorter texts are compared, but a few words of a caption prove nothing: comparable characters. */
export const SHORTEST = 20;

export interface Side {
  text: string;
  /** The outlet of the article; null when it is not known. */
  outlet: string | null;
}

/** A text made comparable once, where it is compared with many. */
export interface ComparableSide {
  comparable: string;
  outlet: string | null;
}

export interface PairClass extends Overlap {
  kind: PairKind;
  /** The longest run in common, in UTF-16 code units of comparable text; null where the kind does not depend on it. */
  longestRun: number | null;
}

/**
 * What two articles are to each other, with the measures it was concluded from. Outlets that are both known and not the same make a
 * reprint of what would else be one article twice, since every outlet that printed it is kept. `foldScript` brings the
 * two scripts together; without it a text and its conversion share little.
 */
export function classifyPair(a: Side, b: Side, foldScript?: FoldScript): PairClass {
  const comparable = ({ text, outlet }: Side) => ({ comparable: comparableText(text, foldScript), outlet });
  return classifyComparable(comparable(a), comparable(b));
}

/** `classifyPair` for texts as `comparableText` makes them. */
export function classifyComparable(a: ComparableSide, b: ComparableSide): PairClass {
  const overlap = overlapOf(a.comparable, b.comparable);
  if (overlap.share < REPRINT_SHARE) return { ...overlap, kind: 'different', longestRun: null };
  const longestRun = longestCommonRun(a.comparable, b.comparable);
  const areTwoOutlets = a.outlet !== null && b.outlet !== null && a.outlet !== b.outlet;
  return { ...overlap, longestRun, kind: kindOf({ ...overlap, longestRun }, areTwoOutlets) };
}

function kindOf({ isSame, share, resemblance, longestRun }: Comparison, areTwoOutlets: boolean): PairKind {
  if (isSame) return areTwoOutlets && longestRun >= SHORTEST ? 'reprint' : 'exact';
  if (longestRun < SHORTEST) return 'different';
  if (resemblance >= NEAR_RESEMBLANCE) return areTwoOutlets ? 'reprint' : 'near';
  if (share >= REPRINT_SHARE && (longestRun >= REPRINT_RUN || share === 1)) return 'reprint';
  return 'different';
}
