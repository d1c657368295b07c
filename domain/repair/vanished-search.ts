import type { LanguageModel } from './language-model.ts';
import { charactersEnding, mayVanish, pairsAfter, VANISHING_LEADS } from './vanished-pairs.ts';

/** What may stand before the next visible character when pairs vanished there: the characters they complete. */
export interface Vanished {
  readonly text: string;
  /** The lead byte that then waits for its trail. */
  readonly pending: number;
}

interface Completed {
  readonly text: string;
  readonly last: string;
  /** The lead byte of the pair that vanished. */
  readonly lead: number;
  readonly score: number;
}

const KEPT = 8;
const FIRSTS = 5;
const DOUBLE = 4;
const SECONDS = 10;
const DOUBLE_SECONDS = 6;
/** A first character this much less probable (in nats) than the best is not tried. */
const SPREAD = 8;
const LEAST = -14;
// The two bytes of ，: its trail is a lead of the user-defined areas, so that a comma read one byte off always vanishes.
const COMMA = '，';
const COMMA_LEAD = 0xa3;
const COMMA_TRAIL = 0xac;

/**
 * The characters that the pairs after a pending byte complete, the most probable first. Two pairs in a row are tried
 * where one of the two characters is a comma.
 */
export function completedAfter(pending: number, before: string, model: LanguageModel): Completed[] {
  const singles = pairsAfter(pending)
    .map(({ lead, character }) => ({ text: character, last: character, lead, score: model.step(before, character) }))
    .toSorted((one, other) => other.score - one.score)
    .slice(0, FIRSTS);
  const best = singles[0]?.score ?? 0;
  const firsts = singles.filter(({ score }) => score > best - SPREAD && score > LEAST);
  const doubles: Completed[] = [];
  for (const { text, lead, score } of firsts) {
    if (mayVanish(lead, COMMA_LEAD)) {
      const both = score + model.step(text, COMMA);
      doubles.push({ text: text + COMMA, last: COMMA, lead: COMMA_TRAIL, score: both });
    }
    if (text !== COMMA) continue;
    for (const second of VANISHING_LEADS) {
      for (const { lead: opens, character } of charactersEnding(second).slice(0, DOUBLE_SECONDS)) {
        if (!mayVanish(COMMA_TRAIL, opens)) continue;
        const both = score + model.step(COMMA, character);
        doubles.push({ text: COMMA + character, last: character, lead: second, score: both });
      }
    }
  }
  return [...firsts, ...doubles.toSorted((one, other) => other.score - one.score).slice(0, DOUBLE)];
}

/** A character that the next visible byte can end, with how probable it is by itself and before what follows. */
interface Second {
  readonly character: string;
  readonly lead: number;
  readonly onward: number;
}

/**
 * What may have stood before the visible characters of one offset, for the paths that come there. `trail` is the first
 * byte of what is visible, `third` the character that follows it if nothing vanishes there, or empty.
 */
export class VanishedBefore {
  readonly #model: LanguageModel;
  readonly #seconds: readonly Second[];

  constructor(trail: number, third: string, model: LanguageModel) {
    this.#model = model;
    this.#seconds = charactersEnding(trail)
      .map(({ character, lead }) => {
        const onward = third === '' ? 0 : model.step(character, third);
        return { character, lead, onward, chance: onward + model.single(character) };
      })
      .toSorted((one, other) => other.chance - one.chance)
      .slice(0, SECONDS);
  }

  /** The most probable eight after a path that waits for the trail of `pending` behind the character `before`. */
  after(pending: number, before: string): Vanished[] {
    const found: (Vanished & { readonly ahead: number })[] = [];
    for (const { text, last, lead, score } of completedAfter(pending, before, this.#model)) {
      for (const second of this.#seconds) {
        if (!mayVanish(lead, second.lead)) continue;
        const ahead = score + this.#model.step(last, second.character) + second.onward;
        found.push({ text, pending: second.lead, ahead });
      }
    }
    return found.toSorted((one, other) => other.ahead - one.ahead).slice(0, KEPT);
  }
}
