import { commonFollowers, commonPairs, isCommonCharacter, singleWordRank } from './common-words.ts';
import { encodeCharacter } from './gbk-table.ts';
import { foldCharacter, foldCode, foldScript, scriptOfCode } from './script-pairs.ts';

/** Which script the text at hand is in; characters of the other one are then improbable. */
export type Script = 'hant' | 'hans' | 'mixed' | null;

/** Counts of single characters and of neighbours in a body of text, folded to Simplified. */
export interface CharacterCounts {
  readonly total: number;
  readonly singles: ReadonlyMap<number, number>;
  readonly pairs: ReadonlyMap<number, number>;
  /** How many occurrences of a character it takes until its neighbours count as much as everything else that is known. */
  readonly inertia: number;
}

const FREQUENT_MARKS: Readonly<Record<string, number>> = {
  '，': 0.05,
  ',': 0.05,
  '。': 0.025,
  '、': 0.02,
  '“': 0.004,
  '”': 0.004,
  '《': 0.002,
  '》': 0.002,
  '；': 0.002,
  ';': 0.002,
  '：': 0.002,
  ':': 0.002,
  '！': 0.0004,
  '？': 0.0004,
  '!': 0.0004,
  '?': 0.0004,
  '‘': 0.0002,
  '’': 0.0002,
  '（': 0.0006,
  '）': 0.0006,
  '(': 0.0006,
  ')': 0.0006,
  '…': 0.0002,
  '—': 0.0004,
  '·': 0.0002,
  '\n': 0.003,
};
// What follows what among marks of punctuation, where it differs much from chance.
const MARK_PAIRS: Readonly<Record<string, number>> = {
  '。“': 0.05,
  '。”': 0.09,
  '，“': 0.02,
  '：“': 0.5,
  ':“': 0.5,
  '。\n': 0.15,
  '”\n': 0.1,
  '……': 0.9,
  '——': 0.9,
  '”。': 0.06,
  '”，': 0.08,
  '”、': 0.08,
  '、“': 0.05,
  '。’': 0.002,
  '’”': 0.02,
};
const MARKS_NEVER_FIRST = '、，。；：”’》）！？·…';

/** Counts the characters of texts, none of which continues the one before. */
export function countCharacters(texts: readonly string[], inertia: number): CharacterCounts {
  const singles = new Map<number, number>();
  const pairs = new Map<number, number>();
  let total = 0;
  for (const text of texts) {
    const folded = foldScript(text);
    let before = 0;
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      singles.set(unit, (singles.get(unit) ?? 0) + 1);
      if (i > 0) pairs.set((before << 16) | unit, (pairs.get((before << 16) | unit) ?? 0) + 1);
      before = unit;
      total += 1;
    }
  }
  return { total, singles, pairs, inertia };
}

const marks = new Uint8Array(65536);
for (const mark of Object.keys(FREQUENT_MARKS)) marks[mark.charCodeAt(0)] = 1;
const neverFirst = new Uint8Array(65536);
for (const mark of MARKS_NEVER_FIRST) neverFirst[mark.charCodeAt(0)] = 1;
const opening = new Uint8Array(65536);
for (const mark of '\0“‘《（\n') opening[mark.charCodeAt(0)] = 1;
const markPairs = new Map<number, number>();
for (const [pair, chance] of Object.entries(MARK_PAIRS)) {
  markPairs.set((pair.charCodeAt(0) << 16) | pair.charCodeAt(1), chance);
}

const SLOTS = 16384;
const HAN = /\p{Script=Han}/u;
const chances = new Float64Array(65536);

/** How probable a character, by its code, is anywhere in official prose: by the built-in lists and its place in GB2312. */
export function chanceOf(code: number): number {
  const known = chances[code] ?? 0;
  if (known > 0) return known;
  let chance = 1e-6;
  const character = String.fromCharCode(code);
  const folded = foldCharacter(character);
  if (HAN.test(character)) {
    const rank = singleWordRank(folded);
    const bytes = encodeCharacter(folded);
    const inGb2312 = (bytes & 0xff) >= 0xa1 && bytes >= 0xb0a1 && bytes <= 0xf7fe;
    if (rank >= 0) chance = 0.012 / (1 + rank / 12);
    else if (isCommonCharacter(folded)) chance = 6e-4;
    else if (inGb2312) chance = bytes < 0xd8a1 ? 1e-5 : 1e-6;
    else chance = 1e-7;
  } else if (/[0-9]/.test(character)) chance = 0.002;
  else if (/[a-zA-Z]/.test(character)) chance = 2e-5;
  else chance = FREQUENT_MARKS[character] ?? 1e-6;
  chances[code] = chance;
  return chance;
}

/**
 * How probable Chinese text is, character after character, by the text at hand, texts of knowledge, and built-in lists.
 * Characters are UTF-16 units; one beyond the BMP counts as improbable.
 */
export class LanguageModel {
  readonly #script: Script;
  readonly #sources: readonly CharacterCounts[];
  // Steps computed so far, each in the one slot its two characters hash to.
  readonly #keys = new Int32Array(SLOTS);
  readonly #steps = new Float64Array(SLOTS);
  readonly #singles = new Map<number, number>();

  constructor(script: Script, sources: readonly CharacterCounts[]) {
    this.#script = script;
    this.#sources = sources.filter((source) => source.total > 0);
  }

  /** The natural logarithm of the probability of a character by itself. */
  single(character: string): number {
    return Math.log(this.#single(character.charCodeAt(0)));
  }

  /** The natural logarithm of the probability that `character` follows `before` (empty at the start of a paragraph). */
  step(before: string, character: string): number {
    const first = before === '' ? 0 : before.charCodeAt(0);
    const second = character.charCodeAt(0);
    const key = (first << 16) | second;
    const slot = (Math.imul(key, 0x9e3779b1) >>> 16) & (SLOTS - 1);
    if (this.#keys[slot] === key) return this.#steps[slot] ?? 0;
    const step = this.#step(first, second);
    this.#keys[slot] = key;
    this.#steps[slot] = step;
    return step;
  }

  #step(before: number, character: number): number {
    const first = foldCode(before);
    const second = foldCode(character);
    let rest = 1;
    let chance = 0;
    for (const source of this.#sources) {
      const seen = source.singles.get(first) ?? 0;
      if (seen === 0) continue;
      const weight = (rest * seen) / (seen + source.inertia);
      const pair = source.pairs.get((first << 16) | second) ?? 0;
      chance += (weight * pair) / seen;
      rest -= weight * 0.7;
    }
    const inMarks = markPairs.get((before << 16) | character);
    if (inMarks === undefined) {
      const following = commonFollowers(first);
      if (following > 0) chance += (rest * 0.4 * commonPairs(first, second)) / (following + 3);
      const misplaced = opening[before] === 1 && neverFirst[character] === 1;
      const doubled = marks[before] === 1 && marks[character] === 1;
      chance += rest * 0.6 * this.#single(character) * (misplaced || doubled ? 0.02 : 1);
    } else chance += rest * inMarks;
    return Math.log(chance * this.#inScript(character));
  }

  #single(code: number): number {
    const known = this.#singles.get(code);
    if (known !== undefined) return known;
    const folded = foldCode(code);
    let chance = chanceOf(code);
    for (const source of this.#sources) {
      const share = source.total / (source.total + 200 * source.inertia);
      chance = chance * (1 - 0.7 * share) + ((source.singles.get(folded) ?? 0) / source.total) * share;
    }
    this.#singles.set(code, chance);
    return chance;
  }

  #inScript(code: number): number {
    const script = scriptOfCode(code);
    return script === null || script === this.#script || this.#script === null || this.#script === 'mixed' ? 1 : 0.02;
  }
}
