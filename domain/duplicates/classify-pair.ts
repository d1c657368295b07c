import type { FoldScript } from './comparable-text.ts';
import type { Comparison } from './compare-texts.ts';
import { compareTexts } from './compare-texts.ts';

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

export interface PairClass extends Comparison {
  kind: PairKind;
}

/**
 * What two articles are to each other, with the measures it was concluded from. Outlets that are both known and not the same make a
 * reprint of what would else be one article twice, since every outlet that printed it is kept. `foldScript` brings the
 * two scripts together; without it a text and its conversion share little.
 */
export function classifyPair(a: Side, b: Side, foldScript?: FoldScript): PairClass {
  const comparison = compareTexts(a.text, b.text, foldScript);
  return { ...comparison, kind: kindOf(comparison, a.outlet !== null && b.outlet !== null && a.outlet !== b.outlet) };
}

function kindOf({ isSame, share, resemblance, longestRun }: Comparison, areTwoOutlets: boolean): PairKind {
  if (isSame) return areTwoOutlets && longestRun >= SHORTEST ? 'reprint' : 'exact';
  if (longestRun < SHORTEST) return 'different';
  if (resemblance >= NEAR_RESEMBLANCE) return areTwoOutlets ? 'reprint' : 'near';
  if (share >= REPRINT_SHARE && (longestRun >= REPRINT_RUN || share === 1)) return 'reprint';
  return 'different';
}
