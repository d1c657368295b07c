import { classifyComparable } from '#domain/duplicates/classify-pair.ts';
import { comparableText } from '#domain/duplicates/comparable-text.ts';
import { bandsOf, fingerprintOf, similarity } from '#domain/duplicates/fingerprint.ts';
import { foldScript } from '#domain/repair/script-pairs.ts';
import { type Connection, prepared } from '../db/connection.ts';
import type { Resembling } from './context.ts';

/** Of the articles that share a band, so many are looked at, those with most in common first. */
const LOOKED_AT = 40;
/** An estimate below this is not worth a comparison in full: half of a text in another one twice as long gives 1/3. */
const WORTH_COMPARING = 0.2;
const COMPARED = 8;

interface Candidate {
  id: string;
  outlet: string | null;
  /** As `comparableText` makes it, when it is wanted. */
  comparable: () => string;
  print: Uint32Array;
}

/** What is about to be stored, and what it was found to resemble. */
export interface Fingerprinted {
  print: Uint32Array;
  resembling: Resembling[];
}

/** Finds what a new article is another copy of: among those of the corpus, and those of this import not stored yet. */
export class DuplicateFinder {
  readonly #db: Connection;
  #waiting: (Candidate & { bands: Set<number> })[] = [];

  constructor(db: Connection) {
    this.#db = db;
  }

  find(article: { id: string; text: string; outlet: string | null }): Fingerprinted {
    const comparable = comparableText(article.text, foldScript);
    const print = fingerprintOf(comparable);
    const bands = bandsOf(print);
    const found: Resembling[] = [];
    for (const candidate of this.#candidates(print, bands)) {
      const { id: articleId, outlet } = candidate;
      const other = { comparable: candidate.comparable(), outlet };
      const { kind, longestRun, share, resemblance } = classifyComparable(
        { comparable, outlet: article.outlet },
        other,
      );
      if (kind !== 'different') found.push({ articleId, kind, share, resemblance, longestRun: longestRun ?? 0 });
    }
    const { id, outlet } = article;
    this.#waiting.push({ id, outlet, comparable: () => comparable, print, bands: new Set(bands) });
    return { print, resembling: worthTelling(found) };
  }

  /** From now on those found last are in the corpus. */
  stored(): void {
    this.#waiting = [];
  }

  #candidates(print: Uint32Array, bands: readonly number[]): Candidate[] {
    const waiting = this.#waiting.filter((each) => bands.some((band) => each.bands.has(band)));
    return [...this.#storedCandidates(bands), ...waiting]
      .map((candidate) => ({ candidate, estimate: similarity(print, candidate.print) }))
      .filter(({ estimate }) => estimate >= WORTH_COMPARING)
      .toSorted((one, other) => other.estimate - one.estimate)
      .slice(0, COMPARED)
      .map(({ candidate }) => candidate);
  }

  #storedCandidates(bands: readonly number[]): Candidate[] {
    const rows = prepared(
      this.#db,
      `SELECT a.id, a.outlet, r.text, f.print FROM (
         SELECT original_seq, count(*) AS shared FROM fingerprint_bands
         WHERE band IN (${bands.map(() => '?').join(', ')}) GROUP BY original_seq ORDER BY shared DESC LIMIT ${LOOKED_AT}
       ) b
       JOIN originals o ON o.seq = b.original_seq
       JOIN articles a ON a.id = o.article_id AND a.deleted_at IS NULL
       JOIN revisions r ON r.id = a.revision_id AND r.original_id = o.id
       JOIN fingerprints f ON f.original_seq = o.seq
       ORDER BY b.shared DESC`,
    ).all(bands) as { id: string; outlet: string | null; text: string; print: Buffer }[];
    return rows.map(({ id, outlet, text, print }) => ({
      id,
      outlet,
      comparable: () => comparableText(text, foldScript),
      print: new Uint32Array(new Uint8Array(print).buffer),
    }));
  }
}

/** All reprints, and of the copies the closest: of ten mirrors each is compared with one, not every two of them. */
function worthTelling(found: readonly Resembling[]): Resembling[] {
  const copies = found.filter(({ kind }) => kind !== 'reprint');
  const closest = copies.toSorted((one, other) => other.resemblance - one.resemblance).slice(0, 1);
  return [...closest, ...found.filter(({ kind }) => kind === 'reprint')];
}
