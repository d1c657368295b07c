import type { Category, Codebook } from '#domain/contract/codebook.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import type { Connection } from '../db/connection.ts';
import type { ReadContext } from './context.ts';
import { assertArticle } from './live-article.ts';

interface CodebookRow extends Omit<Codebook, 'builtin' | 'categories'> {
  builtin: 0 | 1;
}

export function listCodebooks({ db }: { db: Connection }): Codebook[] {
  const books = db
    .prepare(
      `SELECT b.id, r.id AS revisionId, r.number AS revision, b.builtin, b.name_hant AS nameHant, b.name_hans AS nameHans, b.name_en AS nameEn
       FROM codebooks b
       JOIN codebook_revisions r ON r.codebook_id = b.id
         AND r.number = (SELECT max(number) FROM codebook_revisions WHERE codebook_id = b.id)
       WHERE b.deleted_at IS NULL ORDER BY b.position, b.id`,
    )
    .all() as CodebookRow[];
  const categories = db.prepare(
    `SELECT id, codebook_id AS codebookId, parent_id AS parentId, position, number, title_hant AS titleHant,
       title_hans AS titleHans, title_en AS titleEn, colour, version
     FROM categories WHERE codebook_id = ? AND deleted_at IS NULL ORDER BY position, id`,
  );
  return books.map((book) => ({
    ...book,
    builtin: book.builtin === 1,
    categories: categories.all(book.id) as Category[],
  }));
}

export function countCategories({ db }: ReadContext, input: Input<'category.counts'>): Output<'category.counts'> {
  if (input.articleId !== undefined) assertArticle(db, input.articleId);
  const where = input.articleId === undefined ? '' : 'AND n.article_id = @articleId';
  return db
    .prepare(
      `SELECT l.category_id AS categoryId, count(DISTINCT n.id) AS annotations, count(DISTINCT n.article_id) AS articles
       FROM links l
       JOIN annotations n ON n.id = l.annotation_id AND n.deleted_at IS NULL
       JOIN articles a ON a.id = n.article_id AND a.deleted_at IS NULL
       WHERE l.deleted_at IS NULL ${where}
       GROUP BY l.category_id`,
    )
    .all(input.articleId === undefined ? {} : { articleId: input.articleId }) as Output<'category.counts'>;
}
