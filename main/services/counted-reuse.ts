import type { StoredReuseRun } from '#domain/contract/reuse.ts';
import type { CountedReuse } from '#domain/matrix/counted-article.ts';
import { verbatimExtents } from '#domain/matrix/passage-extents.ts';
import { foldText } from '#domain/reuse/folded-text.ts';
import type { Span } from '#domain/text/span.ts';
import { type Connection, prepared } from '../db/connection.ts';
import { countedArticles, type StoredArticle } from './counted-articles.ts';
import { basisOf, loadReferences } from './reuse.ts';

/** A sentence of a reference text. */
export interface ReferenceSentence {
  /** Among those of all references. */
  index: number;
  referenceId: string;
  span: Span;
  text: string;
  categoryId: string | null;
}

/** Folded characters of a sentence that must be shared for it to be taken up; of a shorter one, all. */
const LEAST_SHARED = 8;

interface Kept {
  basis: string;
  sentences: readonly ReferenceSentence[];
  /** Of a sentence, by its reference and its start. */
  byStart: ReadonlyMap<string, { index: number; least: number }>;
  /** By the revision of the article. A result never changes as long as the basis is the same. */
  results: Map<string, CountedReuse>;
}

const keptBy = new WeakMap<Connection, Kept>();

/** The sentences of the reference texts as they are now, and what each article takes up of them. Asked inside a transaction. */
export function readReferences(db: Connection) {
  const basis = basisOf(db);
  let kept = keptBy.get(db);
  if (kept === undefined || kept.basis !== basis) keptBy.set(db, (kept = open(db, basis)));
  const { sentences, byStart, results } = kept;
  return {
    sentences,
    /** Null where the article was not compared with these references yet, or there are none. */
    reuseOf({ revisionId }: StoredArticle): CountedReuse | null {
      if (sentences.length === 0) return null;
      const known = results.get(revisionId);
      if (known !== undefined) return known;
      const stored = prepared(db, 'SELECT runs FROM reuse_results WHERE revision_id = ? AND basis = ?')
        .pluck()
        .get(revisionId, basis) as string | undefined;
      if (stored === undefined) return null;
      const read = readRuns(JSON.parse(stored) as StoredReuseRun[], byStart);
      results.set(revisionId, read);
      return read;
    },
  };
}

/** Reads in steps what `readReferences` will be asked. Each step inside a transaction. */
export function* prepareReuse(db: Connection): Generator<void> {
  const references = readReferences(db);
  for (const article of countedArticles(db)) {
    const reuse = references.reuseOf(article);
    if (reuse !== null) verbatimExtents(article, reuse);
    yield;
  }
}

function open(db: Connection, basis: string): Kept {
  const sentences: ReferenceSentence[] = [];
  const byStart = new Map<string, { index: number; least: number }>();
  for (const { id: referenceId, text, units } of loadReferences(db))
    for (const { id, start, end, categoryId } of units) {
      const index = sentences.length;
      const words = text.slice(start, end);
      sentences.push({ index, referenceId, span: { start, end }, text: words, categoryId });
      byStart.set(`${referenceId} ${id}`, { index, least: Math.min(LEAST_SHARED, foldText(words).codes.length) });
    }
  return { basis, sentences, byStart, results: new Map() };
}

function readRuns(runs: readonly StoredReuseRun[], byStart: Kept['byStart']): CountedReuse {
  const shared = new Map<number, number>();
  const leasts = new Map<number, number>();
  for (const { referenceId, units } of runs)
    for (const { id, length } of units) {
      const sentence = byStart.get(`${referenceId} ${id}`);
      if (sentence === undefined) continue;
      shared.set(sentence.index, Math.max(shared.get(sentence.index) ?? 0, length));
      leasts.set(sentence.index, sentence.least);
    }
  const exact: Span[] = [];
  const pieces = runs.flatMap((run) => run.pieces.map(({ article }) => article));
  for (const { start, end } of pieces.toSorted((a, b) => a.start - b.start)) {
    const last = exact.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else exact.push({ start, end });
  }
  return {
    exact,
    sentences: [...shared].flatMap(([index, length]) =>
      length > 0 && length >= (leasts.get(index) ?? 1) ? [index] : [],
    ),
  };
}
