import type { FoldScript } from './comparable-text.ts';
import { comparableText } from './comparable-text.ts';
import { mix32, runHashes, SHINGLE } from './shingles.ts';

/** Values in a fingerprint; the standard error of `similarity` is at most 0.045. */
export const FINGERPRINT_LENGTH = 128;
const ROWS = 4;
/** Bands of a fingerprint: of pairs that share half of their shingles 87 in 100 share a band, of 7 in 10 all but none. */
export const BANDS = FINGERPRINT_LENGTH / ROWS;

const FACTORS = new Uint32Array(FINGERPRINT_LENGTH);
const TERMS = new Uint32Array(FINGERPRINT_LENGTH);
for (let index = 0; index < FINGERPRINT_LENGTH; index++) {
  // An odd factor makes x → factor · x + term a permutation of the 32-bit numbers.
  FACTORS[index] = mix32(2 * index + 1) | 1;
  TERMS[index] = mix32(0x9e3779b9 + index);
}

/**
 * The MinHash of the set of 5-character shingles of a text: for each of 128 permutations the least value. A. Broder, “On the
 * resemblance and containment of documents”, SEQUENCES 1997; linear permutations after Bohman, Cooper and Frieze, “Min-wise
 * independent linear permutations”, 2000. The constants are fixed: fingerprints may be stored. Works on `comparableText`,
 * so glosses, punctuation, width and line breaks change nothing. An empty text has the greatest values throughout.
 */
export function fingerprint(text: string, foldScript?: FoldScript): Uint32Array {
  return fingerprintOf(comparableText(text, foldScript));
}

/** `fingerprint` of a text as `comparableText` makes it. */
export function fingerprintOf(comparable: string): Uint32Array {
  const hashes = new Set(runHashes(comparable, SHINGLE));
  const least = new Uint32Array(FINGERPRINT_LENGTH).fill(0xffffffff);
  for (const hash of hashes) {
    for (let index = 0; index < FINGERPRINT_LENGTH; index++) {
      const value = (Math.imul(hash, FACTORS[index] ?? 1) + (TERMS[index] ?? 0)) >>> 0;
      if (value < (least[index] ?? 0)) least[index] = value;
    }
  }
  return least;
}

/**
 * Estimate of the resemblance of two texts, 0 to 1: shingles in both over shingles in either (Jaccard), from the share of
 * equal values. Throws RangeError for fingerprints of another length.
 */
export function similarity(a: Uint32Array, b: Uint32Array): number {
  if (a.length !== FINGERPRINT_LENGTH || b.length !== FINGERPRINT_LENGTH) {
    throw new RangeError(`a fingerprint has ${FINGERPRINT_LENGTH} values, not ${a.length} and ${b.length}`);
  }
  let equal = 0;
  for (let index = 0; index < FINGERPRINT_LENGTH; index++) if (a[index] === b[index]) equal += 1;
  return equal / FINGERPRINT_LENGTH;
}

/**
 * Keys to look candidates up by, so that not every pair need be compared: 32 bands of 4 values, each hashed to 32 bits and
 * told from the others by its number above them (whole numbers below 2³⁷). Two texts of resemblance s share a key with
 * probability 1 − (1 − s⁴)³²: 0.05 at 0.2, 0.87 at 0.5, 0.9998 at 0.7. Locality-sensitive hashing after Indyk and Motwani,
 * STOC 1998; banding as in Leskovec, Rajaraman and Ullman, “Mining of Massive Datasets”, ch. 3.
 */
export function bandsOf(print: Uint32Array): number[] {
  const keys: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    let hash = band + 1;
    for (let row = 0; row < ROWS; row++) hash = mix32(Math.imul(hash, 31) ^ (print[band * ROWS + row] ?? 0));
    keys.push(band * 2 ** 32 + hash);
  }
  return keys;
}
