import { Refusal } from '#domain/contract/answer.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { countMatrix } from '#domain/matrix/count-matrix.ts';
import { type Connection, prepared } from '../db/connection.ts';
import type { ReadContext } from './context.ts';
import { countedArticles } from './counted-articles.ts';

type Question = Input<'matrix.count'>;

export function answerMatrix({ db }: ReadContext, question: Question): Output<'matrix.count'> {
  const { codebookId, columns, columnOf } = findColumns(db, question.columns);
  const complete = completeArticles(db, codebookId, question.filter.coderIds);
  return countMatrix(question, {
    articles: countedArticles(db),
    columns,
    columnOf,
    isComplete: ({ id }) => complete.has(id),
  });
}

interface CategoryPlace {
  id: string;
  codebookId: string;
  parentId: string | null;
}

/** The columns in the order of the codebook, and the column of each category that is one or stands below one. */
function findColumns(db: Connection, wanted: Question['columns']) {
  const all = prepared(
    db,
    `SELECT c.id, c.codebook_id AS codebookId, c.parent_id AS parentId FROM categories c
     JOIN codebooks b ON b.id = c.codebook_id AND b.deleted_at IS NULL WHERE c.deleted_at IS NULL ORDER BY c.position, c.id`,
  ).all() as CategoryPlace[];
  const byId = new Map(all.map((each) => [each.id, each]));
  const codebookId = wanted.of === 'below' ? getCategory(byId, wanted.categoryId).codebookId : wanted.codebookId;
  assertCodebook(db, codebookId);
  const own = all.filter((each) => each.codebookId === codebookId);
  const below = (parents: readonly (string | null)[]) =>
    parents.flatMap((parent) => own.filter(({ parentId }) => parentId === parent).map(({ id }) => id));
  const columns =
    wanted.of === 'below' ? below([wanted.categoryId]) : wanted.of === 'parts' ? below([null]) : below(below([null]));
  const columnOf = new Map(columns.map((id, index) => [id, index]));
  for (const { id } of own) {
    let at = byId.get(id);
    while (at !== undefined && !columnOf.has(at.id)) at = byId.get(at.parentId ?? '');
    const column = at === undefined ? undefined : columnOf.get(at.id);
    if (column !== undefined) columnOf.set(id, column);
  }
  return { codebookId, columns, columnOf };
}

function getCategory(byId: ReadonlyMap<string, CategoryPlace>, categoryId: string): CategoryPlace {
  const category = byId.get(categoryId);
  if (category === undefined)
    throw new Refusal('not-found', 'category-missing', 'There is no such category in this corpus.', { categoryId });
  return category;
}

export function assertCodebook(db: Connection, codebookId: string): void {
  if (prepared(db, 'SELECT 1 FROM codebooks WHERE id = ? AND deleted_at IS NULL').get(codebookId) !== undefined) return;
  throw new Refusal('not-found', 'codebook-missing', 'There is no such codebook in this corpus.', { codebookId });
}

/** The articles that somebody, or one of these coders, has declared completely coded. */
export function completeArticles(
  db: Connection,
  codebookId: string,
  coderIds: readonly string[] | undefined,
): ReadonlySet<string> {
  const ofCoders = coderIds === undefined ? '' : 'AND coder_id IN (SELECT value FROM json_each(?))';
  const values = coderIds === undefined ? [codebookId] : [codebookId, JSON.stringify(coderIds)];
  return new Set(
    prepared(
      db,
      `SELECT article_id FROM coding_statuses
       WHERE codebook_id = ? AND state = 'complete' AND deleted_at IS NULL ${ofCoders}`,
    )
      .pluck()
      .all(values) as string[],
  );
}
