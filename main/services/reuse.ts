import type { Input, Output } from '#domain/contract/index.ts';
import type { StoredReuseRun, TakenUp } from '#domain/contract/reuse.ts';
import { findReuse, REUSE_METHOD } from '#domain/reuse/find-reuse.ts';
import { indexReference, type Reference, type ReferenceIndex } from '#domain/reuse/reference-index.ts';
import { sentencesOf } from '#domain/text/sentences.ts';
import { type Connection, prepared } from '../db/connection.ts';
import type { InternalWrites, JobContext, ReadContext, WriteContext } from './context.ts';
import { currentText } from './live-article.ts';
import { dividedOf } from './references.ts';

/** Articles are stored in portions, so that no click waits long. */
const PORTION = 25;
const MOST_PASSAGES = 500;

/** What stored runs rest on: the references as they are now, and the method. */
export function basisOf(db: Connection): string {
  const references = db
    .prepare(`SELECT id || ' ' || version FROM reference_texts WHERE deleted_at IS NULL ORDER BY id`)
    .pluck()
    .all();
  return [REUSE_METHOD, ...references].join('\n');
}

/** The live reference texts by sentences, each with the category of its innermost division. */
export function loadReferences(db: Connection): Reference[] {
  const rows = db
    .prepare('SELECT id, text FROM reference_texts WHERE deleted_at IS NULL ORDER BY created_at, id')
    .all() as { id: string; text: string }[];
  return rows.map(({ id, text }) => {
    const divisions = dividedOf(db, id, text);
    const units = sentencesOf(text).map(({ start, end }) => {
      const inner = divisions.findLast((division) => division.start <= start && start < division.end);
      return { id: String(start), start, end, categoryId: inner?.categoryId ?? null };
    });
    return { id, text, units };
  });
}

export async function findReuseInArticles(
  context: JobContext,
  { articleIds }: Input<'reuse.find'>,
): Promise<Output<'reuse.find'>> {
  const { db } = context;
  const basis = basisOf(db);
  const indexes = loadReferences(db).map((reference): ReferenceIndex => indexReference(reference));
  const wanted = articleIds === undefined ? null : JSON.stringify(articleIds);
  const waiting = db
    .prepare(
      `SELECT a.id FROM articles a LEFT JOIN reuse_results r ON r.revision_id = a.revision_id
       WHERE a.deleted_at IS NULL AND (r.basis IS NULL OR r.basis <> @basis)
         AND (@wanted IS NULL OR a.id IN (SELECT value FROM json_each(@wanted))) ORDER BY a.seq`,
    )
    .pluck()
    .all({ basis, wanted }) as string[];
  let stored = 0;
  for (let at = 0; at < waiting.length && !context.cancelled(); at += PORTION) {
    const results = waiting.slice(at, at + PORTION).map((articleId) => {
      const { text, revisionId } = currentText(db, articleId);
      return { revisionId, basis, runs: findReuse(text, indexes) };
    });
    await context.write('reuse.store', { results });
    stored += results.length;
    context.progress(stored, waiting.length);
  }
  return { articles: stored };
}

/** Computed rows: no step of the history, and nothing to undo. */
export function storeReuse(context: WriteContext, { results }: InternalWrites['reuse.store']['input']) {
  const insert = prepared(
    context.db,
    `INSERT INTO reuse_results (revision_id, basis, runs) VALUES (?, ?, ?)
     ON CONFLICT (revision_id) DO UPDATE SET basis = excluded.basis, runs = excluded.runs`,
  );
  for (const { revisionId, basis, runs } of results) insert.run(revisionId, basis, JSON.stringify(runs));
  context.touched(['reuse_results']);
  return {};
}

export function listReuse({ db }: ReadContext, { articleId }: Input<'reuse.list'>): Output<'reuse.list'> {
  const { revisionId } = currentText(db, articleId);
  const runs = db
    .prepare('SELECT runs FROM reuse_results WHERE revision_id = ? AND basis = ?')
    .pluck()
    .get(revisionId, basisOf(db)) as string | undefined;
  return runs === undefined ? null : { runs: JSON.parse(runs) as StoredReuseRun[] };
}

/** Read from what is stored; articles that are left out of every count are left out here too. */
export function listTakenUp({ db }: ReadContext, input: Input<'reuse.takenUp'>): Output<'reuse.takenUp'> {
  const basis = basisOf(db);
  const { referenceId, span } = input;
  const counted = db
    .prepare(
      `SELECT count(*) AS articles, coalesce(sum(r.basis IS NULL OR r.basis <> ?), 0) AS waiting
       FROM articles a LEFT JOIN reuse_results r ON r.revision_id = a.revision_id
       WHERE a.deleted_at IS NULL AND a.exclusion IS NULL`,
    )
    .get(basis) as { articles: number; waiting: number };
  const rows = db
    .prepare(
      `SELECT a.id AS articleId, a.title AS articleTitle, a.opening AS articleOpening,
         a.outlet_province AS outletProvince, j.value AS run, v.text
       FROM articles a JOIN reuse_results r ON r.revision_id = a.revision_id AND r.basis = @basis
       JOIN revisions v ON v.id = a.revision_id, json_each(r.runs) j
       WHERE a.deleted_at IS NULL AND a.exclusion IS NULL AND j.value ->> 'referenceId' = @referenceId
         AND j.value ->> '$.reference.start' < @end AND j.value ->> '$.reference.end' > @start
       ORDER BY a.seq, j.value ->> '$.article.start' LIMIT ${MOST_PASSAGES}`,
    )
    .all({ basis, referenceId, ...span }) as (Omit<TakenUp, 'article' | 'exact' | 'reference' | 'kind' | 'share'> & {
    run: string;
    text: string;
  })[];
  const passages = rows.map(({ run, text, ...article }): TakenUp => {
    const { article: place, reference, kind, share } = JSON.parse(run) as StoredReuseRun;
    return { ...article, article: place, exact: text.slice(place.start, place.end), reference, kind, share };
  });
  return { passages, ...counted };
}
