import { foldCode } from './script-pairs.ts';

const NARROW = ',;:!?()';
const HALF_FULL = 0xfee0;
const folds = Uint16Array.from({ length: 65536 }, (_, code) => foldCode(code));
for (const mark of NARROW) folds[mark.charCodeAt(0)] = mark.charCodeAt(0) + HALF_FULL;
for (const digit of '123456789') folds[digit.charCodeAt(0)] = 0x30;

/** The code under which a character is counted: Simplified, punctuation full-width, every digit a nought. */
export function foldForCounts(code: number): number {
  return folds[code] ?? 0;
}

const BITS = 20;

/** Which bit of `CharacterCounts.pairBits` stands for a pair. */
export function pairBit(first: number, second: number): number {
  return Math.imul((first << 16) | second, 0x9e3779b1) >>> (32 - BITS);
}

/** Counts by a key of two numbers, the first of 32 bits, the second of 16. Open addressing, doubled when two thirds full. */
class Counts {
  #first = new Int32Array(1024);
  #second = new Uint16Array(1024);
  #counts = new Uint32Array(1024);
  #used = 0;

  get(first: number, second: number): number {
    return this.#counts[this.#slot(first, second)] ?? 0;
  }

  /** Adds one and answers how many there were before. */
  add(first: number, second: number): number {
    let slot = this.#slot(first, second);
    const before = this.#counts[slot] ?? 0;
    if (before === 0) {
      if (this.#used * 3 > this.#counts.length * 2) {
        this.#grow();
        slot = this.#slot(first, second);
      }
      this.#used += 1;
      this.#first[slot] = first;
      this.#second[slot] = second;
    }
    this.#counts[slot] = before + 1;
    return before;
  }

  #slot(first: number, second: number): number {
    const mask = this.#counts.length - 1;
    let slot = ((Math.imul(first ^ Math.imul(second, 0x85ebca6b), 0x9e3779b1) >>> 8) ^ first) & mask;
    while (this.#counts[slot] !== 0 && (this.#first[slot] !== first || this.#second[slot] !== second)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #grow(): void {
    const [first, second, counts] = [this.#first, this.#second, this.#counts];
    this.#first = new Int32Array(2 * counts.length);
    this.#second = new Uint16Array(2 * counts.length);
    this.#counts = new Uint32Array(2 * counts.length);
    counts.forEach((count, old) => {
      if (count === 0) return;
      const slot = this.#slot(first[old] ?? 0, second[old] ?? 0);
      this.#first[slot] = first[old] ?? 0;
      this.#second[slot] = second[old] ?? 0;
      this.#counts[slot] = count;
    });
  }
}

/** How often characters, pairs and triples of characters stand in a body of text. All codes are those of `foldForCounts`. */
export class CharacterCounts {
  /** How much one occurrence counts beside one of the other texts. */
  readonly weight: number;
  #total = 0;
  readonly #singles = new Uint32Array(65536);
  // How often each character has one behind it, and how many different ones.
  readonly #followed = new Uint32Array(65536);
  readonly #varieties = new Uint32Array(65536);
  /** One bit for each pair that was seen, shared by some that were not: without the bit a pair was not seen. */
  readonly pairBits = new Uint32Array(2 ** BITS / 32);
  readonly #followers = new Map<number, number[]>();
  readonly #pairs = new Counts();
  readonly #triples = new Counts();
  readonly #pairVarieties = new Counts();

  constructor(weight: number) {
    this.weight = weight;
  }

  /** Adds a text that does not continue the one before. */
  add(text: string): this {
    let first = 0;
    let second = 0;
    for (let i = 0; i < text.length; i++) {
      const third = folds[text.charCodeAt(i)] ?? 0;
      this.#singles[third] = (this.#singles[third] ?? 0) + 1;
      if (i > 0) {
        this.#followed[second] = (this.#followed[second] ?? 0) + 1;
        if (this.#pairs.add(second, third) === 0) {
          this.#varieties[second] = (this.#varieties[second] ?? 0) + 1;
          const bit = pairBit(second, third);
          this.pairBits[bit >>> 5] = (this.pairBits[bit >>> 5] ?? 0) | (1 << (bit & 31));
          const known = this.#followers.get(second);
          if (known === undefined) this.#followers.set(second, [third]);
          else known.push(third);
        }
        const both = (first << 16) | second;
        if (i > 1 && this.#triples.add(both, third) === 0) this.#pairVarieties.add(both, 0);
      }
      first = second;
      second = third;
    }
    this.#total += text.length;
    return this;
  }

  /** UTF-16 units counted. */
  get total(): number {
    return this.#total;
  }

  single(code: number): number {
    return this.#singles[code] ?? 0;
  }

  /** How often a character has another behind it. */
  followed(code: number): number {
    return this.#followed[code] ?? 0;
  }

  /** How many different characters stand behind one. */
  varieties(code: number): number {
    return this.#varieties[code] ?? 0;
  }

  /** The different characters that stand behind one. */
  followers(code: number): readonly number[] {
    return this.#followers.get(code) ?? [];
  }

  pair(first: number, second: number): number {
    return this.#pairs.get(first, second);
  }

  triple(first: number, second: number, third: number): number {
    return this.#triples.get((first << 16) | second, third);
  }

  /** How many different characters stand behind two. */
  pairVarieties(first: number, second: number): number {
    return this.#pairVarieties.get((first << 16) | second, 0);
  }
}

/** Counts the characters of texts, none of which continues the one before. */
export function countCharacters(texts: Iterable<string>, weight: number): CharacterCounts {
  const counts = new CharacterCounts(weight);
  for (const text of texts) counts.add(text);
  return counts;
}
