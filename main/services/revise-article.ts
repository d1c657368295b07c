import { type Anchor, createAnchor } from '#domain/text/anchor.ts';
import { carrySpan, type NetChange } from '#domain/text/carry.ts';
import { joinChanges } from '#domain/text/carry-chain.ts';
import { paragraphIndexAt, paragraphsOf } from '#domain/text/paragraphs.ts';
import { resolveAnchor } from '#domain/text/resolve-anchor.ts';
import type { Role } from '#domain/text/roles.ts';
import { applyChanges, invertChanges, type TextChange } from '#domain/text/well-formed.ts';
import { v7 as uuidv7 } from 'uuid';
import { type Connection, prepared } from '../db/connection.ts';
import { getRow } from '../db/recorder.ts';
import type { NewRevision, WriteContext } from './context.ts';
import { openingOf } from './opening.ts';

export interface StoredRevision {
  id: string;
  articleId: string;
  number: number;
  originalId: string;
  parentId: string | null;
  text: string;
}

export function getRevision(db: Connection, id: string): StoredRevision {
  const row = prepared(
    db,
    `SELECT id, article_id AS articleId, number, original_id AS originalId, parent_id AS parentId, text
     FROM revisions WHERE id = ?`,
  ).get(id) as StoredRevision | undefined;
  if (row === undefined) throw new Error(`no revision ${id}`);
  return row;
}

export function rolesOf(db: Connection, revisionId: string): Role[] {
  return prepared(
    db,
    'SELECT role FROM paragraph_roles WHERE revision_id = ? AND deleted_at IS NULL ORDER BY paragraph',
  )
    .pluck()
    .all(revisionId) as Role[];
}

/** The changes that led to a revision, in offsets of the text before it. */
export function changesOf(db: Connection, revisionId: string): TextChange[] {
  return prepared(
    db,
    'SELECT start, "end", "insert", kind, reason FROM changes WHERE revision_id = ? ORDER BY position',
  ).all(revisionId) as TextChange[];
}

/** Writes a text down as the article's next revision; the article does not point at it yet. */
export function insertRevision(
  { db, coder, now }: WriteContext,
  revision: NewRevision & { articleId: string; originalId: string; parentId: string | null },
): void {
  const { id, articleId } = revision;
  prepared(
    db,
    `INSERT INTO revisions (id, article_id, number, original_id, parent_id, text, coder_id, created_at)
     VALUES (@id, @articleId, (SELECT coalesce(max(number), 0) + 1 FROM revisions WHERE article_id = @articleId),
       @originalId, @parentId, @text, @coder, @now)`,
  ).run({
    id,
    articleId,
    originalId: revision.originalId,
    parentId: revision.parentId,
    text: revision.text,
    coder: coder.id,
    now,
  });
  const change = prepared(
    db,
    'INSERT INTO changes (revision_id, position, start, "end", "insert", kind, reason) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  revision.changes.forEach(({ start, end, insert, kind, reason }, position) =>
    change.run(id, position, start, end, insert, kind, reason),
  );
  const role = prepared(
    db,
    'INSERT INTO paragraph_roles (id, revision_id, paragraph, role, version, created_at, changed_at) VALUES (?, ?, ?, ?, 1, ?, ?)',
  );
  revision.roles.forEach((each, paragraph) => role.run(`${id}.${paragraph}`, id, paragraph, each, now, now));
}

/**
 * Makes a new revision of the article's current text by changes in its offsets, sorted and disjoint, and carries roles
 * and annotations along; answers with its id. Annotations in the bin come along too, for they may be taken out of it.
 */
export function reviseArticle(context: WriteContext, articleId: string, changes: readonly TextChange[]): string {
  const { db } = context;
  const present = getRevision(db, getRow(db, 'articles', articleId).revision_id as string);
  const text = applyChanges(present.text, changes);
  const net = joinChanges(present.text, changes);
  const revision = { id: uuidv7(), text, changes, roles: carryRoles(present.text, rolesOf(db, present.id), text, net) };
  insertRevision(context, { ...revision, articleId, originalId: present.originalId, parentId: present.id });
  carryAnchors(context, present.id, revision.id, (anchor) => {
    const span = anchor.state === 'placed' ? carrySpan(anchor, net) : null;
    if (span !== null) return { ...createAnchor(text, span), state: 'placed', confirmation: anchor.confirmation };
    // What had lost its words before may find them again when a repair is taken back.
    return anchor.state === 'orphan' ? resolved(text, anchor) : { ...anchor, state: 'orphan', confirmation: null };
  });
  context.record.update('articles', articleId, {
    revision_id: revision.id,
    opening: openingOf(text),
    length: text.length,
  });
  return revision.id;
}

export type StoredAnchor = Anchor & { state: 'placed' | 'orphan'; confirmation: 'moved' | 'approximate' | null };

/** Writes the anchors of one revision down for another, as `place` says; orphans keep their words. */
export function carryAnchors(
  { db, record }: WriteContext,
  from: string,
  to: string,
  place: (anchor: StoredAnchor) => StoredAnchor,
): void {
  const rows = db
    .prepare(
      `SELECT annotation_id, start, "end", exact, prefix, suffix, state, confirmation FROM anchors
       WHERE revision_id = ? AND deleted_at IS NULL`,
    )
    .all(from) as (StoredAnchor & { annotation_id: string })[];
  for (const { annotation_id, ...anchor } of rows) {
    const { start, end, exact, prefix, suffix, state, confirmation } = place(anchor);
    record.insert('anchors', {
      id: `${annotation_id}.${to}`,
      annotation_id,
      revision_id: to,
      start,
      end,
      exact,
      prefix,
      suffix,
      state,
      confirmation,
    });
  }
}

/** The anchor where its words stand in their old context, or as an orphan. */
function resolved(text: string, anchor: StoredAnchor): StoredAnchor {
  const { status, span } = resolveAnchor(text, anchor);
  if (span === undefined || status === 'approximate') return { ...anchor, state: 'orphan', confirmation: null };
  return { ...createAnchor(text, span), state: 'placed', confirmation: status === 'exact' ? null : 'moved' };
}

/** The role of each paragraph of the new text: that of the old paragraph in which it begins. */
function carryRoles(oldText: string, roles: readonly Role[], newText: string, net: readonly NetChange[]): Role[] {
  const old = paragraphsOf(oldText);
  const back = invertChanges(oldText, net);
  return paragraphsOf(newText).map(({ start }) => {
    let shift = 0;
    for (const change of back) {
      if (change.end <= start) shift += change.insert.length - (change.end - change.start);
      // A paragraph that begins inside what was put in takes the role of the one it was put into.
      else if (change.start < start) return roles[paragraphIndexAt(old, change.start + shift)] ?? 'body';
      else break;
    }
    return roles[paragraphIndexAt(old, Math.min(start + shift, oldText.length))] ?? 'body';
  });
}
