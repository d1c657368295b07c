import { foldText, type FoldedText } from './folded-text.ts';
import { gramHash } from './shared-runs.ts';
import { standingPhrases } from './standing-phrases.ts';

/** Folded characters in the grams whose commonness is counted. */
const GRAM = 4;
/** What a run of characters still counts when it is everywhere. */
export const GRAM_WEIGHT_FLOOR = 0.1;
/** With fewer documents than this a share says nothing about what is common. */
const FEWEST_DOCUMENTS = 20;
/** The share of documents from which a gram counts least, and the one up to which it counts fully. */
const EVERYWHERE = 0.25;
const RARE = 0.01;

/** How much runs of four folded characters count, by their hash: 1 for a rare one, `floor` for one that is everywhere. */
export interface GramWeights {
  ofGram(hash: number): number;
  floor: number;
}

/**
 * How common each run of four folded characters is, as the number of documents that have it: the units of a reference,
 * or the articles of a corpus. Falls from 1 to 0.1 with the logarithm of the share (after the inverse document frequency of
 * Spärck Jones 1972). Below 20 documents nothing is concluded. Standing phrases of the field count least in any case;
 * several counts can be joined by `leastWeights`.
 */
export function gramWeights(documents: Iterable<string>): GramWeights {
  const counts = new Map<number, number>();
  let total = 0;
  for (const document of documents) {
    total += 1;
    const own = new Set<number>();
    eachGram(foldText(document), (hash) => own.add(hash));
    for (const hash of own) counts.set(hash, (counts.get(hash) ?? 0) + 1);
  }
  const standing = standingGrams();
  return {
    floor: GRAM_WEIGHT_FLOOR,
    ofGram(hash) {
      if (standing.has(hash)) return GRAM_WEIGHT_FLOOR;
      const count = counts.get(hash) ?? 0;
      if (total < FEWEST_DOCUMENTS || count < 2) return 1;
      const share = Math.min(EVERYWHERE, Math.max(RARE, count / total));
      const rarity = Math.log(EVERYWHERE / share) / Math.log(EVERYWHERE / RARE);
      return GRAM_WEIGHT_FLOOR + (1 - GRAM_WEIGHT_FLOOR) * rarity;
    },
  };
}

/** What is common in any of several counts counts least: in the reference itself and in the articles of a corpus. */
export function leastWeights(...all: readonly GramWeights[]): GramWeights {
  return {
    floor: GRAM_WEIGHT_FLOOR,
    ofGram: (hash) => all.reduce((least, each) => Math.min(least, each.ofGram(hash)), 1),
  };
}

/** The weights of the grams of a folded text from `from` on, averaged over those wholly inside; 1 for a shorter stretch. */
export function meanWeight(weights: GramWeights, folded: FoldedText, from: number, to: number): number {
  if (to - from < GRAM) return shortWeight(weights, folded, from, to);
  let sum = 0;
  for (let at = from; at + GRAM <= to; at++) sum += weights.ofGram(gramHash(folded.codes, at, GRAM));
  return sum / (to - from - GRAM + 1);
}

/** A fragment of two or three characters is weighed by the grams it lies in. */
function shortWeight(weights: GramWeights, folded: FoldedText, from: number, to: number): number {
  let least = 1;
  for (let at = Math.max(0, to - GRAM); at <= from && at + GRAM <= folded.codes.length; at++) {
    least = Math.min(least, weights.ofGram(gramHash(folded.codes, at, GRAM)));
  }
  return least;
}

function eachGram(folded: FoldedText, take: (hash: number) => void): void {
  for (let at = 0; at + GRAM <= folded.codes.length; at++) take(gramHash(folded.codes, at, GRAM));
}

let standing: ReadonlySet<number> | null = null;

function standingGrams(): ReadonlySet<number> {
  if (standing !== null) return standing;
  const grams = new Set<number>();
  for (const phrase of standingPhrases) eachGram(foldText(phrase), (hash) => grams.add(hash));
  standing = grams;
  return grams;
}
