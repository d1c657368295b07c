import { foldForCounts } from './character-counts.ts';
import { decodePair } from './gbk-table.ts';
import { chanceOf } from './language-model.ts';

/** The leads of pairs without a character: the user-defined areas, and what GBK leaves unassigned. */
export const VANISHING_LEADS: readonly number[] = [
  0xaa, 0xab, 0xac, 0xad, 0xae, 0xaf, 0xf8, 0xf9, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe, 0xa1, 0xa2, 0xa3, 0xa4, 0xa5, 0xa6,
  0xa7, 0xa8, 0xa9, 0xd7,
];
const SECONDS = 48;
const FIRSTS = 48;

/** The lead byte of a pair that may have vanished, and the character its first byte completes. */
export interface VanishedPair {
  readonly character: string;
  readonly lead: number;
}

/** A character with its bytes. */
export interface CharacterByTrail {
  readonly character: string;
  readonly lead: number;
  readonly trail: number;
}

const pairs = new Map<number, readonly VanishedPair[]>();

/** The pairs that may have vanished after a byte that waits for its trail, with the character it then completes. */
export function pairsAfter(pending: number): readonly VanishedPair[] {
  const known = pairs.get(pending);
  if (known !== undefined) return known;
  const found = VANISHING_LEADS.map((lead) => ({ lead, character: decodePair(pending, lead) })).filter(
    ({ character }) => character !== '',
  );
  pairs.set(pending, found);
  return found;
}

/** Whether the pair that begins with one byte and ends with the other would have vanished. */
export function mayVanish(lead: number, trail: number): boolean {
  return trail >= 0x81 && decodePair(lead, trail) === '';
}

const byTrail = new Map<number, readonly CharacterByTrail[]>();
const byLead = new Map<number, readonly string[]>();

function frequent<T extends { readonly character: string }>(all: T[], most: number): readonly T[] {
  return all
    .map((one) => ({ one, chance: chanceOf(one.character.charCodeAt(0)) }))
    .toSorted((one, other) => other.chance - one.chance)
    .slice(0, most)
    .map(({ one }) => one);
}

/** The most frequent characters that end with a trail byte and begin with a byte from 0x81 on. */
export function charactersEnding(trail: number): readonly CharacterByTrail[] {
  const known = byTrail.get(trail);
  if (known !== undefined) return known;
  const all: CharacterByTrail[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const character = decodePair(lead, trail);
    if (character !== '') all.push({ lead, trail, character });
  }
  const found = frequent(all, SECONDS);
  byTrail.set(trail, found);
  return found;
}

/** The most frequent characters that begin with a lead byte. */
export function charactersBeginning(lead: number): readonly string[] {
  const known = byLead.get(lead);
  if (known !== undefined) return known;
  const all: { character: string }[] = [];
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = decodePair(lead, trail);
    if (character !== '') all.push({ character });
  }
  const found = frequent(all, FIRSTS).map(({ character }) => character);
  byLead.set(lead, found);
  return found;
}

let middles: Map<number, readonly CharacterByTrail[]> | undefined;
const MIDDLES = 900;
const FREQUENT_MIDDLES = 16;
let frequentMiddles: readonly CharacterByTrail[] = [];

function buildMiddles(): Map<number, readonly CharacterByTrail[]> {
  const all = VANISHING_LEADS.flatMap((trail) =>
    Array.from({ length: 126 }, (_, i) => ({ character: decodePair(0x81 + i, trail), lead: 0x81 + i, trail })).filter(
      ({ character }) => character !== '',
    ),
  );
  const found = new Map<number, CharacterByTrail[]>();
  const known = frequent(all, MIDDLES);
  for (const one of known) {
    const folded = foldForCounts(one.character.charCodeAt(0));
    const own = found.get(folded);
    if (own === undefined) found.set(folded, [one]);
    else own.push(one);
  }
  frequentMiddles = known.slice(0, FREQUENT_MIDDLES);
  return found;
}

/** Characters whose trail byte may begin a pair that vanishes: those that count as a code of `foldForCounts`. */
export function middlesFor(folded: number): readonly CharacterByTrail[] {
  middles ??= buildMiddles();
  return middles.get(folded) ?? [];
}

/** The most frequent characters whose trail byte may begin a pair that vanishes. */
export function commonMiddles(): readonly CharacterByTrail[] {
  middles ??= buildMiddles();
  return frequentMiddles;
}
