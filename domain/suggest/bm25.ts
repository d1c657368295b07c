import { type GramCounts, totalOf } from './grams.ts';

const K1 = 1.2;
const B = 0.75;

/** Documents ready to be searched by grams. */
export interface Bm25Index {
  /** By gram, pairs of a document and what the gram adds to its score. */
  readonly postings: ReadonlyMap<number, readonly (readonly [number, number])[]>;
  /** By gram its inverse document frequency. */
  readonly rarities: ReadonlyMap<number, number>;
  readonly documents: number;
}

/**
 * Okapi BM25 (Robertson & Zaragoza 2009, k1 = 1.2, b = 0.75; idf as in Lucene, never negative) over documents of grams.
 * Everything but the sum is computed here. An empty document has no score.
 */
export function indexBm25(documents: readonly GramCounts[]): Bm25Index {
  const lengths = documents.map(totalOf);
  const filled = lengths.filter((length) => length > 0);
  const mean = filled.reduce((sum, length) => sum + length, 0) / Math.max(1, filled.length);
  const postings = new Map<number, (readonly [number, number])[]>();
  for (const [at, counts] of documents.entries()) {
    const norm = K1 * (1 - B + (B * (lengths[at] ?? 0)) / mean);
    for (const [gram, count] of counts) {
      const value = (count * (K1 + 1)) / (count + norm);
      const known = postings.get(gram);
      if (known === undefined) postings.set(gram, [[at, value]]);
      else known.push([at, value]);
    }
  }
  const rarities = new Map<number, number>();
  for (const [gram, found] of postings) {
    const idf = Math.log(1 + (filled.length - found.length + 0.5) / (found.length + 0.5));
    rarities.set(gram, idf);
    postings.set(
      gram,
      found.map(([at, value]) => [at, value * idf]),
    );
  }
  return { postings, rarities, documents: documents.length };
}

/** The score of each document, in their order; each gram of the query counts once. */
export function scoreBm25(index: Bm25Index, query: Iterable<number>): Float64Array {
  const scores = new Float64Array(index.documents);
  for (const gram of query) {
    for (const [at, value] of index.postings.get(gram) ?? []) scores[at] = (scores[at] ?? 0) + value;
  }
  return scores;
}

/** What a gram counts by how rare it is, 0 for one in no document. */
export function rarityOf(index: Bm25Index, gram: number): number {
  return index.rarities.get(gram) ?? 0;
}
