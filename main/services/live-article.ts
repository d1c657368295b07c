import { Refusal } from '#domain/contract/answer.ts';
import type { Connection } from '../db/connection.ts';
import { findRow, type Row } from '../db/recorder.ts';

export function assertArticle(db: Connection, articleId: string): void {
  if (db.prepare('SELECT 1 FROM articles WHERE id = ? AND deleted_at IS NULL').get(articleId) === undefined)
    throw articleMissing(articleId);
}

export function getLive(db: Connection, id: string): Row {
  const row = findRow(db, 'articles', id);
  if (row === null || row.deleted_at !== null) throw articleMissing(id);
  return row;
}

export interface CurrentText {
  text: string;
  revisionId: string;
}

export function currentText(db: Connection, articleId: string): CurrentText {
  const found = findCurrentText(db, articleId);
  if (found === null) throw articleMissing(articleId);
  return found;
}

/** Null where the article is not there, or in the bin. */
export function findCurrentText(db: Connection, articleId: string): CurrentText | null {
  const row = db
    .prepare(
      'SELECT r.text, r.id AS revisionId FROM articles a JOIN revisions r ON r.id = a.revision_id WHERE a.id = ? AND a.deleted_at IS NULL',
    )
    .get(articleId) as CurrentText | undefined;
  return row ?? null;
}

/** How an article is named in the history: its title, or how it begins. */
export function subjectOf(article: Row): string {
  return (article.title as string | null) ?? (article.opening as string);
}

export function articleMissing(articleId: string): Refusal {
  return new Refusal('not-found', 'article-missing', 'There is no such article in this corpus; it may be in the bin.', {
    articleId,
  });
}
