/** UTF-16 code units of comparable text in a shingle: long enough that stock words alone do not make one. */
export const SHINGLE = 5;

const BASE = 0x01000193;

/** Finalizer of MurmurHash3 (Appleby 2011): every bit of the input bears on every bit of the 32-bit result. */
export function mix32(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * 32-bit hashes of all runs of `length` code units, in their order (a rolling hash after Karp and Rabin 1987, then mixed).
 * A text shorter than that is one run; an empty one has none.
 */
export function runHashes(comparable: string, length: number): Uint32Array {
  if (comparable.length === 0) return new Uint32Array(0);
  const run = Math.min(length, comparable.length);
  const hashes = new Uint32Array(comparable.length - run + 1);
  let power = 1;
  for (let index = 1; index < run; index++) power = Math.imul(power, BASE);
  let hash = 0;
  for (let index = 0; index < comparable.length; index++) {
    if (index >= run) hash = (hash - Math.imul(comparable.charCodeAt(index - run), power)) | 0;
    hash = (Math.imul(hash, BASE) + comparable.charCodeAt(index)) | 0;
    if (index >= run - 1) hashes[index - run + 1] = mix32(hash);
  }
  return hashes;
}
