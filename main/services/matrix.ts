import { Refusal } from '#domain/contract/answer.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import type { Matrix } from '#domain/contract/matrix.ts';
import { countMatrix, keyOf } from '#domain/matrix/count-matrix.ts';
import { countPairs } from '#domain/matrix/count-pairs.ts';
import { countTaken } from '#domain/matrix/count-taken.ts';
import { conditionsOf, type CountedArticle } from '#domain/matrix/counted-article.ts';
import { listSequences } from '#domain/matrix/list-sequences.ts';
import { packMatrix } from '#domain/matrix/pack-matrix.ts';
import { type CountedMatrix, spreadRows } from '#domain/matrix/row-lists.ts';
import { type Connection, prepared } from '../db/connection.ts';
import type { ReadContext } from './context.ts';
import { countedArticles, type StoredArticle } from './counted-articles.ts';
import { readReferences } from './counted-reuse.ts';
import { uncountedArticles } from './families.ts';

type Question = Input<'matrix.count'>;

export function answerMatrix(context: ReadContext, question: Question): Output<'matrix.count'> {
  return packMatrix(countFor(context, question), (bytes) => Buffer.from(bytes).toString('base64'));
}

/** The matrix that answers the question. Asked inside a transaction. */
export function matrixFor(context: ReadContext, question: Question): Matrix {
  return spreadRows(countFor(context, question));
}

function countFor({ db }: ReadContext, question: Question): CountedMatrix {
  const counted = openCorpus(db, question);
  if (question.measure !== 'taken') return countMatrix(question, counted);
  const references = readReferences(db);
  const sentencesOf: number[][] = counted.columns.map(() => []);
  for (const { index, categoryId } of references.sentences) {
    const column = counted.columnOf.get(categoryId ?? '');
    if (column !== undefined) sentencesOf[column]?.push(index);
  }
  return countTaken(question, counted, sentencesOf);
}

export function answerPairs({ db }: ReadContext, question: Input<'matrix.pairs'>): Output<'matrix.pairs'> {
  return countPairs(question, openCorpus(db, question));
}

export function answerSequences({ db }: ReadContext, question: Input<'matrix.sequences'>): Output<'matrix.sequences'> {
  return listSequences(question, openCorpus(db, question));
}

/** The sentences of a category, and of those below it, in the order of the references. */
export function answerSentences(
  { db }: ReadContext,
  { rows, key, categoryId, filter }: Input<'matrix.sentences'>,
): Output<'matrix.sentences'> {
  const { all, own } = findCategories(db, categoryId);
  const belongs = new Set([own.id]);
  for (let before = 0; before < belongs.size; ) {
    before = belongs.size;
    for (const { id, parentId } of all) if (belongs.has(parentId ?? '')) belongs.add(id);
  }
  const references = readReferences(db);
  const wanted = new Map(
    references.sentences.flatMap((each) =>
      belongs.has(each.categoryId ?? '') ? [[each.index, { ...each, articles: 0 }]] : [],
    ),
  );
  const conditions = conditionsOf(filter);
  const uncounted = uncountedArticles(db);
  let articles = 0;
  let waiting = 0;
  for (const article of countedArticles(db)) {
    if (!conditions.article(article) || uncounted.has(article.id)) continue;
    if (key !== null && rows !== 'voices' && keyOf(rows, article) !== key) continue;
    const reuse = references.reuseOf(article);
    if (reuse === null) waiting += 1;
    else articles += 1;
    for (const index of reuse?.sentences ?? []) {
      const sentence = wanted.get(index);
      if (sentence !== undefined) sentence.articles += 1;
    }
  }
  const sentences = [...wanted.values()].map(({ referenceId, span, text, articles: often }) => ({
    referenceId,
    span,
    text,
    articles: often,
  }));
  return { sentences, articles, waiting };
}

/** What counting asks of the corpus: its articles, the columns, and what is known of each article. */
function openCorpus(db: Connection, { columns: wanted, filter }: Pick<Question, 'columns' | 'filter'>) {
  const { codebookId, columns, columnOf } = findColumns(db, wanted);
  const complete = completeArticles(db, codebookId, filter.coderIds);
  const uncounted = uncountedArticles(db);
  let references: ReturnType<typeof readReferences> | null = null;
  return {
    articles: countedArticles(db) as Iterable<CountedArticle>,
    columns,
    columnOf,
    isComplete: ({ id }: CountedArticle) => complete.has(id),
    isReprint: ({ id }: CountedArticle) => uncounted.has(id),
    reuseOf: (article: CountedArticle) => (references ??= readReferences(db)).reuseOf(article as StoredArticle),
  };
}

interface CategoryPlace {
  id: string;
  codebookId: string;
  parentId: string | null;
}

function allCategories(db: Connection): CategoryPlace[] {
  return prepared(
    db,
    `SELECT c.id, c.codebook_id AS codebookId, c.parent_id AS parentId FROM categories c
     JOIN codebooks b ON b.id = c.codebook_id AND b.deleted_at IS NULL WHERE c.deleted_at IS NULL ORDER BY c.position, c.id`,
  ).all() as CategoryPlace[];
}

function findCategories(db: Connection, categoryId: string): { all: CategoryPlace[]; own: CategoryPlace } {
  const all = allCategories(db);
  return { all, own: getCategory(new Map(all.map((each) => [each.id, each])), categoryId) };
}

/** The columns in the order of the codebook, and the column of each category that is one or stands below one. */
function findColumns(db: Connection, wanted: Question['columns']) {
  const all = allCategories(db);
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
