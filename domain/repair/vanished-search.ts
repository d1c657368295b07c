import { decodePair } from './gbk-table.ts';
import { contextAfter, type LanguageModel } from './language-model.ts';
import {
  type CharacterByTrail,
  charactersEnding,
  commonMiddles,
  mayVanish,
  middlesFor,
  pairsAfter,
} from './vanished-pairs.ts';

/** Characters that a path has at its end, the last first. */
export interface Trace {
  readonly code: number;
  readonly before: Trace | null;
}

/** A path that waits for the trail of a lead byte. */
export interface Waiting {
  readonly trace: Trace | null;
  readonly context: number;
  readonly pending: number;
  readonly score: number;
}

/** A path behind whose last character pairs vanished: what it now waits with has no byte that shows. */
export interface Vanished<Path extends Waiting> {
  readonly path: Path;
  readonly trace: Trace;
  readonly context: number;
  readonly pending: number;
  readonly score: number;
  /** How many characters the bytes do not give. */
  readonly supplied: number;
}

// How many are kept: of the answers, and on the way of the first, middle and last characters of a gap.
const MOST = 32;
const FIRSTS = 20;
const MIDDLES = 8;
const SECONDS = 10;
/** So many pairs in a row may have vanished. */
const DEEPEST = 2;
/** A path this much less probable (in nats) than the best beside it is not followed. */
const SPREAD = 6;

/** The most probable of what it is offered: at most so many, none much less probable than the best. */
class Best<T extends { readonly score: number }> {
  readonly found: T[] = [];
  readonly #most: number;
  #floor: number;

  constructor(most: number, floor: number) {
    this.#most = most;
    this.#floor = floor;
  }

  /** What is less probable than this is not kept. */
  get least(): number {
    return this.#floor;
  }

  add(one: T): void {
    const { found } = this;
    let place = found.length;
    while (place > 0 && (found[place - 1]?.score ?? 0) < one.score) place -= 1;
    if (place === this.#most) return;
    found.splice(place, 0, one);
    if (place === 0) this.#floor = Math.max(this.#floor, one.score - SPREAD);
    while (found.length > this.#most || (found.at(-1)?.score ?? 0) < this.#floor) found.pop();
    if (found.length === this.#most) this.#floor = Math.max(this.#floor, found.at(-1)?.score ?? 0);
  }
}

interface Middle extends CharacterByTrail {
  readonly code: number;
  /** How probable it is behind the character before it alone, in nats. */
  readonly alone: number;
}

interface Second {
  readonly lead: number;
  readonly code: number;
  /** The code of the character behind it when nothing vanishes there, or -1. */
  readonly beyond: number;
  readonly score: number;
}

/** Searches what vanished before the visible characters of a damaged text. */
export class VanishedSearch {
  readonly #model: LanguageModel;
  readonly #middles = new Map<number, readonly Middle[]>();

  constructor(model: LanguageModel) {
    this.#model = model;
  }

  /**
   * The most probable continuations of paths whose next pair vanished, and perhaps more pairs after it, up to a lead byte
   * that waits for `trail`, the first byte that shows. `next` are the bytes behind it that make the next character, to
   * look ahead; 0 when that is not known. `leads` are the only lead bytes to try where the trail byte does not show.
   * Nothing less probable than `floor` is followed.
   */
  continue<Path extends Waiting>(
    paths: readonly Path[],
    trail: number,
    next: number,
    leads: readonly number[] | null,
    floor: number,
  ): Vanished<Path>[] {
    const found: (Vanished<Path> & { readonly ahead: number })[] = [];
    let least = floor;
    let open = this.#firsts(paths, floor);
    if (open.length === 0) return found;
    const seconds = leads === null ? this.#likelySeconds(trail, next) : [];
    for (let depth = 0; depth < DEEPEST && open.length > 0; depth++) {
      for (const one of open) {
        // No continuation is more probable than what it continues.
        if (one.score < least) break;
        for (const lead of leads ?? []) {
          if (mayVanish(one.pending, lead)) found.push({ ...one, pending: lead, ahead: one.score });
        }
        for (const { lead, code, beyond } of seconds) {
          if (!mayVanish(one.pending, lead)) continue;
          const so = one.score + this.#model.step(one.context, code);
          if (so < least) continue;
          const ahead = so + (beyond < 0 ? 0 : this.#model.step(contextAfter(one.context, code), beyond));
          if (ahead < least) continue;
          least = Math.max(least, ahead - SPREAD);
          found.push({ ...one, pending: lead, ahead });
        }
      }
      open = depth + 1 < DEEPEST ? this.#middlesAfter(open, floor) : [];
    }
    if (leads !== null) return found;
    found.sort((one, other) => other.ahead - one.ahead);
    return found.slice(0, MOST);
  }

  /** The characters that the first byte that shows can end, the most probable before what follows. */
  #likelySeconds(trail: number, next: number): readonly Second[] {
    const third = next === 0 ? '' : decodePair(next >> 8, next & 0xff);
    const beyond = third === '' ? -1 : third.charCodeAt(0);
    return charactersEnding(trail)
      .map(({ character, lead }) => {
        const code = character.charCodeAt(0);
        const onward = beyond < 0 ? 0 : this.#model.step(code, beyond);
        return { lead, code, beyond, score: this.#model.single(code) + onward };
      })
      .toSorted((one, other) => other.score - one.score)
      .slice(0, SECONDS);
  }

  #firsts<Path extends Waiting>(paths: readonly Path[], floor: number): Vanished<Path>[] {
    const best = new Best<Vanished<Path>>(FIRSTS, floor);
    for (const path of paths) {
      for (const { character, lead } of pairsAfter(path.pending)) {
        if (path.score < best.least) break;
        const code = character.charCodeAt(0);
        const score = path.score + this.#model.step(path.context, code);
        if (score < best.least) continue;
        const trace = { code, before: path.trace };
        best.add({ path, trace, context: contextAfter(path.context, code), pending: lead, score, supplied: 1 });
      }
    }
    return best.found;
  }

  #middlesAfter<Path extends Waiting>(open: readonly Vanished<Path>[], floor: number): Vanished<Path>[] {
    const best = new Best<Vanished<Path>>(MIDDLES, floor);
    for (const one of open) {
      if (one.score < best.least) break;
      const seen = this.#model.knows(one.context);
      for (const { code, lead, trail, alone } of this.#likelyMiddles(one.context & 0xffff)) {
        // Behind a context that was never seen the last character alone decides, and the rest are less probable still.
        if (!seen && one.score + alone < best.least) break;
        if (!mayVanish(one.pending, lead)) continue;
        const score = one.score + (seen ? this.#model.step(one.context, code) : alone);
        if (score < best.least) continue;
        const trace = { code, before: one.trace };
        const context = contextAfter(one.context, code);
        best.add({ path: one.path, trace, context, pending: trail, score, supplied: one.supplied + 1 });
      }
    }
    return best.found;
  }

  /** Characters with a trail byte that vanishes, frequent ones and those that were seen behind a character; the most probable first. */
  #likelyMiddles(after: number): readonly Middle[] {
    const known = this.#middles.get(after);
    if (known !== undefined) return known;
    const found = new Set(commonMiddles());
    for (const follower of this.#model.followers(after)) for (const one of middlesFor(follower)) found.add(one);
    const all = Array.from(found, ({ character, lead, trail }) => {
      const code = character.charCodeAt(0);
      return { character, lead, trail, code, alone: this.#model.pair(after, code) };
    }).toSorted((one, other) => other.alone - one.alone);
    this.#middles.set(after, all);
    return all;
  }
}
