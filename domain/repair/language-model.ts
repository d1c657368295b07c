import { type CharacterCounts, countCharacters, foldForCounts, pairBit } from './character-counts.ts';
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

const PAIR_SLOTS = 16384;
const TRIPLE_SLOTS = 16384;
const UNKNOWN = 1;
/** What a character costs, in nats, where it is not expected: a mark of punctuation, a character of the other script. */
const MISPLACED = Math.log(0.02);
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
  // The pairs that some source may have seen, as in `CharacterCounts.pairBits`: nearly all that are asked for were not.
  readonly #pairBits: Uint32Array;
  // Pairs seen, each in the one slot it hashes to: how probable the second character is behind the first (in nats), how
  // often both were seen together, and what they cost as a context behind which a third character was not seen.
  readonly #pairKeys = new Int32Array(PAIR_SLOTS).fill(-1);
  readonly #pairs = new Float64Array(PAIR_SLOTS);
  readonly #pairsSeen = new Float64Array(PAIR_SLOTS);
  readonly #backoffs = new Float64Array(PAIR_SLOTS);
  // Steps behind a context that was seen, to a character that was seen behind the last of it.
  readonly #tripleContexts = new Float64Array(TRIPLE_SLOTS).fill(-1);
  readonly #tripleCodes = new Uint16Array(TRIPLE_SLOTS);
  readonly #triples = new Float64Array(TRIPLE_SLOTS);
  // By the character, in nats: how probable it is by itself; what it costs that the one behind it was not seen there.
  readonly #singles = new Float64Array(65536).fill(UNKNOWN);
  readonly #shares = new Float64Array(65536).fill(UNKNOWN);
  readonly #total: number;

  constructor(script: Script, sources: readonly CharacterCounts[]) {
    this.#script = script;
    this.#sources = [builtInCounts(), ...sources].filter((source) => source.total > 0);
    this.#total = this.#sources.reduce((sum, source) => sum + source.total * source.weight, 0);
    this.#pairBits = builtInCounts().pairBits.slice();
    for (const { pairBits } of sources)
      pairBits.forEach((bits, i) => (this.#pairBits[i] = (this.#pairBits[i] ?? 0) | bits));
  }

  /** The natural logarithm of the probability of a character, by its code, by itself. */
  single(code: number): number {
    const known = this.#singles[code] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const folded = foldForCounts(code);
    let seen = 0;
    for (const source of this.#sources) seen += source.single(folded) * source.weight;
    const single = Math.log((seen + SINGLE_INERTIA * chanceOf(code)) / (this.#total + SINGLE_INERTIA));
    this.#singles[code] = single;
    return single;
  }

  /** The natural logarithm of the probability that a character stands behind one other, both by their codes. */
  pair(last: number, code: number): number {
    if (!this.#mayFollow(last, code)) return this.#share(last) + this.#alone(last, code);
    return this.#pairs[this.#pairSlot(last, code)] ?? 0;
  }

  /** Whether anything was seen behind a context; else `step` is `pair` with the last character of it. */
  knows(context: number): boolean {
    return this.#seen(context) > 0;
  }

  /** The natural logarithm of the probability that a character, by its code, stands behind a context. */
  step(context: number, code: number): number {
    const last = context & 0xffff;
    const seen = this.#seen(context);
    if (seen === 0) return this.pair(last, code);
    // Three were never seen together of which two were not.
    if (!this.#mayFollow(last, code)) return this.#backoff(context, seen) + this.pair(last, code);
    return this.#triple(context, code, seen);
  }

  /** How often a context was seen, by the weights of the sources. */
  #seen(context: number): number {
    const [first, second] = [context >>> 16, context & 0xffff];
    return this.#mayFollow(first, second) ? (this.#pairsSeen[this.#pairSlot(first, second)] ?? 0) : 0;
  }

  #mayFollow(last: number, code: number): boolean {
    const bit = pairBit(foldForCounts(last), foldForCounts(code));
    return (((this.#pairBits[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  }

  #backoff(context: number, seen: number): number {
    const slot = this.#pairSlot(context >>> 16, context & 0xffff);
    const known = this.#backoffs[slot] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const inertia = this.#inertia(context);
    const backoff = Math.log(inertia / (seen + inertia));
    this.#backoffs[slot] = backoff;
    return backoff;
  }

  #triple(context: number, code: number, seen: number): number {
    const slot = (Math.imul(context ^ Math.imul(code, 0x85ebca6b), 0x9e3779b1) >>> 15) & (TRIPLE_SLOTS - 1);
    if (this.#tripleContexts[slot] === context && this.#tripleCodes[slot] === code) return this.#triples[slot] ?? 0;
    const [first, second] = [foldForCounts(context >>> 16), foldForCounts(context & 0xffff)];
    const third = foldForCounts(code);
    let triples = 0;
    for (const source of this.#sources) triples += source.triple(first, second, third) * source.weight;
    const inertia = this.#inertia(context);
    const pair = Math.exp(this.pair(context & 0xffff, code));
    const step = Math.log((triples * Math.exp(this.#inScript(code)) + inertia * pair) / (seen + inertia));
    this.#tripleContexts[slot] = context;
    this.#tripleCodes[slot] = code;
    this.#triples[slot] = step;
    return step;
  }

  /** How many occurrences of a context it takes until what was seen behind it says as much as its last character alone. */
  #inertia(context: number): number {
    const [first, second] = [foldForCounts(context >>> 16), foldForCounts(context & 0xffff)];
    let varieties = 0;
    for (const source of this.#sources) varieties += source.pairVarieties(first, second) * source.weight;
    return varieties + TRIPLE_INERTIA;
  }

  /** The slot of two characters that may have been seen together, by their codes. */
  #pairSlot(last: number, code: number): number {
    const key = (last << 16) | code;
    const slot = Math.imul(key, 0x9e3779b1) >>> 18;
    if (this.#pairKeys[slot] === key) return slot;
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
    const inertia = varieties + PAIR_INERTIA;
    const alone = Math.exp(this.#alone(last, code));
    this.#pairKeys[slot] = key;
    this.#pairs[slot] = Math.log((pairs * Math.exp(this.#inScript(code)) + inertia * alone) / (followed + inertia));
    this.#pairsSeen[slot] = pairs;
    this.#backoffs[slot] = UNKNOWN;
    return slot;
  }

  /** How probable a character is behind another when the two were not seen together, but for what that itself costs. */
  #alone(last: number, code: number): number {
    const inScript = this.#inScript(code);
    const both = marks[last] === 1 && marks[code] === 1;
    const known = both ? markPairs.get((last << 16) | code) : undefined;
    if (known !== undefined) return Math.log(known) + inScript;
    const misplaced = both || (opening[last] === 1 && neverFirst[code] === 1);
    return this.single(code) + inScript + (misplaced ? MISPLACED : 0);
  }

  /** What it costs behind a character that the next one was not seen there. */
  #share(last: number): number {
    const known = this.#shares[last] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const folded = foldForCounts(last);
    let followed = 0;
    let varieties = 0;
    for (const source of this.#sources) {
      followed += source.followed(folded) * source.weight;
      varieties += source.varieties(folded) * source.weight;
    }
    const share = Math.log((varieties + PAIR_INERTIA) / (followed + varieties + PAIR_INERTIA));
    this.#shares[last] = share;
    return share;
  }

  /** The codes that were seen behind a character, folded. */
  *followers(code: number): Generator<number> {
    const folded = foldForCounts(code);
    for (const source of this.#sources) yield* source.followers(folded);
  }

  /** What a character of the other script costs, in nats. */
  #inScript(code: number): number {
    const script = scriptOfCode(code);
    return script === null || script === this.#script || this.#script === null || this.#script === 'mixed'
      ? 0
      : MISPLACED;
  }
}

let builtIn: CharacterCounts | undefined;

/** The counts of the built-in words, prose and places. */
function builtInCounts(): CharacterCounts {
  builtIn ??= countCharacters([...commonWords(), ...OFFICIAL_PROSE, ...placesWithOffices()], 1);
  return builtIn;
}
