import type { Input, Output } from '#domain/contract/index.ts';
import { v7 as uuidv7 } from 'uuid';
import { getCategory } from './categories.ts';
import { currentRevisionOf } from './codebooks.ts';
import { beginCoding } from './coding-status.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { assertArticle, getLive, subjectOf } from './live-article.ts';

export function listArticleLinks({ db }: ReadContext, input: Input<'articleLink.list'>): Output<'articleLink.list'> {
  assertArticle(db, input.articleId);
  return db
    .prepare(
      `SELECT l.id, l.category_id AS categoryId, l.coder_id AS coderId, o.name AS coderName, l.created_at AS at
       FROM article_links l JOIN coders o ON o.id = l.coder_id
         JOIN categories c ON c.id = l.category_id AND c.deleted_at IS NULL
       WHERE l.article_id = ? AND l.deleted_at IS NULL ORDER BY l.coder_id, l.position, l.id`,
    )
    .all(input.articleId) as Output<'articleLink.list'>;
}

export function setArticleLinks(context: WriteContext, input: Input<'articleLink.set'>): Record<string, never> {
  const { db, record, coder } = context;
  const article = getLive(db, input.articleId);
  const wanted = [...new Set(input.categoryIds)];
  const codebooks = new Set(wanted.map((id) => getCategory(db, id).codebook_id as string));
  const present = listArticleLinks({ db, coder }, input).filter(({ coderId }) => coderId === coder.id);
  for (const { id, categoryId } of present) if (!wanted.includes(categoryId)) record.remove('article_links', id);
  wanted.forEach((categoryId, position) => {
    const old = present.find((link) => link.categoryId === categoryId);
    if (old !== undefined) {
      if (present.indexOf(old) !== position) record.update('article_links', old.id, { position });
      return;
    }
    record.insert('article_links', {
      id: uuidv7(),
      article_id: input.articleId,
      category_id: categoryId,
      codebook_revision_id: currentRevisionOf(db, categoryId),
      coder_id: coder.id,
      origin: 'hand',
      position,
    });
  });
  if (record.changes.length > 0) for (const id of codebooks) beginCoding(context, input.articleId, id);
  context.note(input.articleId, subjectOf(article));
  return {};
}
