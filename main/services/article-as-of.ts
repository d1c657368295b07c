import type { Annotation, Link } from '#domain/contract/annotation.ts';
import { Refusal } from '#domain/contract/answer.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { type Connection, prepared } from '../db/connection.ts';
import type { RecordedTable, Row } from '../db/recorder.ts';
import { toAnnotation, toLink } from './annotations.ts';
import type { ReadContext } from './context.ts';
import { getLive } from './live-article.ts';
import { getRevision } from './revise-article.ts';

/** An article as the history has it at an instant: each of its rows in the state it was left in until then. */
export function articleAsOf({ db }: ReadContext, input: Input<'article.asOf'>): Output<'article.asOf'> {
  getLive(db, input.articleId);
  const { at, articleId } = input;
  const article = rowAt(db, 'articles', articleId, at);
  if (article === null)
    throw new Refusal('not-found', 'article-missing', 'This article was not in the corpus yet at that time.', {
      articleId,
      at,
    });
  const revision = getRevision(db, article.revision_id as string);
  const roles = db.prepare('SELECT id FROM paragraph_roles WHERE revision_id = ? ORDER BY paragraph').pluck();
  const ids = (sql: string, value: string) => prepared(db, sql).pluck().all(value) as string[];
  const coders = new Map(
    (db.prepare('SELECT id, name FROM coders').all() as { id: string; name: string }[]).map(({ id, name }) => [
      id,
      name,
    ]),
  );
  const annotations: Annotation[] = [];
  for (const id of ids('SELECT id FROM annotations WHERE article_id = ?', articleId)) {
    const annotation = rowAt(db, 'annotations', id, at);
    const anchor = rowAt(db, 'anchors', `${id}.${revision.id}`, at);
    if (annotation === null || anchor === null) continue;
    const links = ids('SELECT id FROM links WHERE annotation_id = ?', id)
      .map((linkId) => rowAt(db, 'links', linkId, at))
      // A link to a category that lay in the bin counted as gone.
      .filter((link) => link !== null)
      .filter((link) => rowAt(db, 'categories', link.category_id as string, at) !== null)
      .toSorted((one, other) => (one.position as number) - (other.position as number))
      .map((link): Link => toLink({ ...link, recheck: 0 }));
    const row = { ...annotation, ...placeOf(anchor), coder_name: coders.get(annotation.coder_id as string) ?? '' };
    annotations.push(toAnnotation(row as unknown as Parameters<typeof toAnnotation>[0], links));
  }
  return {
    revisionId: revision.id,
    revision: revision.number,
    title: article.title as string | null,
    text: revision.text,
    roles: (roles.all(revision.id) as string[]).map(
      (id) => rowAt(db, 'paragraph_roles', id, at)?.role ?? 'body',
    ) as Output<'article.asOf'>['roles'],
    annotations: annotations.toSorted((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1)),
  };
}

function placeOf(anchor: Row): Row {
  const { revision_id, start, end, exact, prefix, suffix, state, confirmation = null } = anchor;
  return { revision_id, start, end, exact, prefix, suffix, state, confirmation } as Row;
}

/** A row as it was at an instant; null when it was not there or lay in the bin. */
function rowAt(db: Connection, table: RecordedTable, id: string, at: string): Row | null {
  const kept = prepared(
    db,
    `SELECT k.after FROM history_changes k JOIN history_entries h ON h.seq = k.entry_seq
     WHERE k.table_name = ? AND k.row_id = ? AND h.at <= ? ORDER BY k.entry_seq DESC, k.position DESC LIMIT 1`,
  )
    .pluck()
    .get(table, id, at) as string | undefined;
  const row = kept === undefined ? unrecorded(db, table, id, at) : (JSON.parse(kept) as Row);
  return row === null || row.deleted_at !== null ? null : row;
}

/** Rows that came into being without an entry of their own, with a text: as before their first change, or as they are. */
function unrecorded(db: Connection, table: RecordedTable, id: string, at: string): Row | null {
  const row = prepared(db, `SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined;
  if (row === undefined || (row.created_at as string) > at) return null;
  const first = prepared(
    db,
    'SELECT before FROM history_changes WHERE table_name = ? AND row_id = ? ORDER BY entry_seq, position LIMIT 1',
  )
    .pluck()
    .get(table, id) as string | null | undefined;
  if (first === undefined) return row;
  return first === null ? null : (JSON.parse(first) as Row);
}
