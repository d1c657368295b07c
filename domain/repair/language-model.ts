import { type CharacterCounts, countCharacters, foldForCounts } from './character-counts.ts';
import { commonWords, isCommonCharacter, singleWordRank } from './common-words.ts';
import { encodeCharacter } from './gbk-table.ts';
import { OFFICIAL_PROSE } from './official-prose.ts';
import { placesWithOffices } from './place-names.ts';
import { foldCharacter, scriptOfCode } from './script-pairs.ts';

/** Which script the text at hand is in; characters of the other one are then improbable. */
export type Script = 'hant' | 'hans' | 'mixed' | null;

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
  '。《': 0.01,
  '，《': 0.008,
  '、《': 0.05,
  '《“': 0.004,
  '》《': 0.05,
  '》、': 0.1,
  '》，': 0.1,
  '》。': 0.06,
  '》）': 0.02,
  '：《': 0.01,
  '“《': 0.02,
  '”《': 0.004,
  '（《': 0.01,
  '（“': 0.01,
  '）、': 0.08,
  '）。': 0.05,
  '），': 0.08,
  '）：': 0.02,
  '）”': 0.01,
  '）》': 0.01,
  '”（': 0.01,
  '”；': 0.01,
  '”：': 0.004,
  '”“': 0.02,
  '：‘': 0.01,
  '，‘': 0.004,
  '”》': 0.01,
  '！”': 0.2,
  '？”': 0.2,
  '！“': 0.05,
  '？“': 0.05,
  '，\n': 0.0005,
  '！\n': 0.15,
  '？\n': 0.1,
  '》\n': 0.01,
  '）\n': 0.05,
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
  '；“': 0.02,
  '；《': 0.004,
  '’”': 0.02,
};
const MARKS_NEVER_FIRST = '、，。；：”’》）！？·…';

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

const SLOTS = 65536;
const PAIR_SLOTS = 32768;
// How many occurrences it takes until the counts say as much as what is known besides. Of pairs and triples it is more
// where many different characters were seen behind the first (Witten and Bell, The zero-frequency problem, 1991, method C).
const SINGLE_INERTIA = 3000;
const PAIR_INERTIA = 2;
const TRIPLE_INERTIA = 1;
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

/** The context that a character makes together with the one before it. */
export function contextAfter(context: number, code: number): number {
  return ((context << 16) | code) >>> 0;
}

/** The context of the last two characters of a text; 0 at the start of a paragraph. */
export function contextOf(text: string): number {
  const last = text.length - 1;
  return last < 0 ? 0 : contextAfter(last > 0 ? text.charCodeAt(last - 1) : 0, text.charCodeAt(last));
}

/**
 * How probable Chinese text is, character after character, by the text at hand, texts of knowledge, and built-in prose.
 * Characters are UTF-16 units; one beyond the BMP counts as improbable. The counts of
 * three characters fall back on those of two, these on those of one.
 */
export class LanguageModel {
  readonly #script: Script;
  readonly #sources: readonly CharacterCounts[];
  // Steps computed so far, each in the one slot its three characters hash to.
  readonly #contexts = new Float64Array(SLOTS).fill(-1);
  readonly #codes = new Uint16Array(SLOTS);
  readonly #steps = new Float64Array(SLOTS);
  readonly #pairKeys = new Int32Array(PAIR_SLOTS);
  readonly #pairChances = new Float64Array(PAIR_SLOTS);
  readonly #singles = new Float64Array(65536);
  // The context looked up last: one is asked for with many characters in turn.
  #looked = -1;
  #seen = 0;
  #seenVarieties = 0;
  readonly #total: number;

  constructor(script: Script, sources: readonly CharacterCounts[]) {
    this.#script = script;
    this.#sources = [builtInCounts(), ...sources].filter((source) => source.total > 0);
    this.#total = this.#sources.reduce((sum, source) => sum + source.total * source.weight, 0);
  }

  /** The natural logarithm of the probability of a character, by its code, by itself. */
  single(code: number): number {
    return Math.log(this.#single(code));
  }

  /** The natural logarithm of the probability that a character, by its code, stands behind a context. */
  step(context: number, code: number): number {
    const slot = (Math.imul(context ^ Math.imul(code, 0x85ebca6b), 0x9e3779b1) >>> 15) & (SLOTS - 1);
    if (this.#contexts[slot] === context && this.#codes[slot] === code) return this.#steps[slot] ?? 0;
    const step = this.#step(context, code);
    this.#contexts[slot] = context;
    this.#codes[slot] = code;
    this.#steps[slot] = step;
    return step;
  }

  #step(context: number, code: number): number {
    const pair = this.#pairChance(context & 0xffff, code);
    this.#lookUp(context);
    if (this.#seen === 0) return Math.log(pair);
    const [first, second] = [foldForCounts(context >>> 16), foldForCounts(context & 0xffff)];
    const third = foldForCounts(code);
    let triples = 0;
    for (const source of this.#sources) triples += source.triple(first, second, third) * source.weight;
    const inertia = this.#seenVarieties + TRIPLE_INERTIA;
    return Math.log((triples * this.#inScript(code) + inertia * pair) / (this.#seen + inertia));
  }

  /** How probable a character is behind one other. */
  #pairChance(last: number, code: number): number {
    const key = (last << 16) | code;
    const slot = (Math.imul(key, 0x9e3779b1) >>> 17) & (PAIR_SLOTS - 1);
    if (this.#pairKeys[slot] === key) return this.#pairChances[slot] ?? 0;
    const first = foldForCounts(last);
    const second = foldForCounts(code);
    let followed = 0;
    let varieties = 0;
    let pairs = 0;
    for (const source of this.#sources) {
      followed += source.followed(first) * source.weight;
      varieties += source.varieties(first) * source.weight;
      pairs += source.pair(first, second) * source.weight;
    }
    let single = markPairs.get(key) ?? -1;
    if (single < 0) {
      const misplaced = opening[last] === 1 && neverFirst[code] === 1;
      const doubled = marks[last] === 1 && marks[code] === 1;
      single = this.#single(code) * (misplaced || doubled ? 0.02 : 1);
    }
    const inertia = varieties + PAIR_INERTIA;
    const chance = ((pairs + inertia * single) / (followed + inertia)) * this.#inScript(code);
    this.#pairKeys[slot] = key;
    this.#pairChances[slot] = chance;
    return chance;
  }

  /** How often a context was seen, and with how many different characters behind it. */
  #lookUp(context: number): void {
    if (this.#looked === context) return;
    const [first, second] = [foldForCounts(context >>> 16), foldForCounts(context & 0xffff)];
    this.#looked = context;
    this.#seen = 0;
    this.#seenVarieties = 0;
    for (const source of this.#sources) {
      this.#seen += source.pair(first, second) * source.weight;
      this.#seenVarieties += source.pairVarieties(first, second) * source.weight;
    }
  }

  #single(code: number): number {
    const known = this.#singles[code] ?? 0;
    if (known > 0) return known;
    const folded = foldForCounts(code);
    let seen = 0;
    for (const source of this.#sources) seen += source.single(folded) * source.weight;
    const chance = (seen + SINGLE_INERTIA * chanceOf(code)) / (this.#total + SINGLE_INERTIA);
    this.#singles[code] = chance;
    return chance;
  }

  /** The codes that were seen behind a character, folded. */
  *followers(code: number): Generator<number> {
    const folded = foldForCounts(code);
    for (const source of this.#sources) yield* source.followers(folded);
  }

  #inScript(code: number): number {
    const script = scriptOfCode(code);
    return script === null || script === this.#script || this.#script === null || this.#script === 'mixed' ? 1 : 0.02;
  }
}

let builtIn: CharacterCounts | undefined;

/** The counts of the built-in words, prose and places. */
function builtInCounts(): CharacterCounts {
  builtIn ??= countCharacters([...commonWords(), ...OFFICIAL_PROSE, ...placesWithOffices()], 1);
  return builtIn;
}
