import type { ArticleMetadata } from '#domain/contract/article.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Row } from '../db/recorder.ts';
import type { Proposal, WriteContext } from './context.ts';
import { columnOf } from './metadata-columns.ts';
import { changesOf, getRevision, insertRevision, rolesOf, type StoredRevision } from './revise-article.ts';

/** What the researcher may not have known of the one and the other copy states. */
const known = ['title', 'outlet', 'outlet_province', 'published_on', 'editor', 'source', 'address', 'genre', 'script'];

/**
 * Gives an article the text of another one: its file, its text as imported with what was found in it, and its present
 * state, as revisions of their own; answers with the id of the last. What was unknown of the article is taken over too.
 */
export function adoptText(context: WriteContext, article: Row, from: Row): string {
  const { db, record } = context;
  const articleId = article.id as string;
  const current = getRevision(db, from.revision_id as string);
  const chain: StoredRevision[] = [current];
  for (let first = current; first.parentId !== null; ) {
    first = getRevision(db, first.parentId);
    chain.unshift(first);
  }
  const originalId = uuidv7();
  const ids = new Map(chain.map(({ id }) => [id, uuidv7()]));
  const renamed = (id: string) => ids.get(id) ?? id;
  for (const revision of chain) {
    insertRevision(context, {
      id: renamed(revision.id),
      articleId,
      originalId,
      parentId: revision.parentId === null ? null : renamed(revision.parentId),
      text: revision.text,
      changes: changesOf(db, revision.id),
      roles: rolesOf(db, revision.id),
    });
  }
  copyOriginal(context, { articleId, originalId, from: current.originalId }, renamed);
  const imported = chain[0]?.id ?? current.id;
  copyFindings(context, imported, renamed(imported));
  const values: Row = {
    revision_id: renamed(current.id),
    opening: from.opening ?? null,
    length: from.length ?? null,
    file_name: from.file_name ?? null,
    repairs_applied: from.repairs_applied ?? null,
    repairs_open: from.repairs_open ?? null,
    flags: from.flags ?? null,
  };
  const learnt = known.filter((column) => article[column] === null && from[column] !== null);
  for (const column of ['places', 'reporters'])
    if (article[column] === '[]' && from[column] !== '[]') learnt.push(column);
  for (const column of learnt) values[column] = from[column] ?? null;
  values.unconfirmed = stillUnconfirmed(article, from, learnt);
  record.update('articles', articleId, values);
  return renamed(current.id);
}

/** What is learnt from the other copy is no surer than it was there. */
function stillUnconfirmed(article: Row, from: Row, learnt: readonly string[]): string {
  const own = JSON.parse(article.unconfirmed as string) as (keyof ArticleMetadata)[];
  const theirs = JSON.parse(from.unconfirmed as string) as (keyof ArticleMetadata)[];
  return JSON.stringify([...new Set([...own, ...theirs.filter((field) => learnt.includes(columnOf(field)))])]);
}

function copyOriginal(
  { db }: WriteContext,
  copy: { articleId: string; originalId: string; from: string },
  renamed: (revisionId: string) => string,
): void {
  const { proposal } = db.prepare('SELECT proposal FROM originals WHERE id = ?').get(copy.from) as { proposal: string };
  const stored = JSON.parse(proposal) as Partial<Proposal>;
  const renewed =
    stored.revisionId === undefined ? proposal : JSON.stringify({ ...stored, revisionId: renamed(stored.revisionId) });
  const { lastInsertRowid: seq } = db
    .prepare(
      `INSERT INTO originals (id, article_id, file_name, bytes, bytes_sha256, encoding, text_utf16, text_sha256, proposal)
       SELECT @originalId, @articleId, file_name, bytes, bytes_sha256, encoding, text_utf16, text_sha256, @renewed
       FROM originals WHERE id = @from`,
    )
    .run({ ...copy, renewed });
  const source = db.prepare('SELECT seq FROM originals WHERE id = ?').pluck().get(copy.from);
  db.prepare('INSERT INTO fingerprints SELECT ?, print FROM fingerprints WHERE original_seq = ?').run(seq, source);
  db.prepare('INSERT INTO fingerprint_bands SELECT band, ? FROM fingerprint_bands WHERE original_seq = ?').run(
    seq,
    source,
  );
}

function copyFindings({ db, now }: WriteContext, from: string, to: string): void {
  db.prepare(
    `INSERT INTO repairs
     SELECT @to || '.' || position, @to, position, start, "end", before, kind, certain, reason, place, candidates, decision,
       "insert", 1, @now, @now, NULL
     FROM repairs WHERE revision_id = @from`,
  ).run({ from, to, now });
  db.prepare(
    'INSERT INTO flags SELECT @to, position, start, "end", kind, evidence FROM flags WHERE revision_id = @from',
  ).run({ from, to });
}
