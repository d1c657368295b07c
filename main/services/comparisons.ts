import type { Input, Output } from '#domain/contract/index.ts';
import type { ComparedText } from '#domain/contract/comparison.ts';
import { countMatrix } from '#domain/matrix/count-matrix.ts';
import { spreadRows } from '#domain/matrix/row-lists.ts';
import type { CountedArticle } from '#domain/matrix/counted-article.ts';
import { indexText, type ReferenceIndex } from '#domain/reuse/reference-index.ts';
import { sharedWording, type SharedWording, stretchesByCount } from '#domain/reuse/shared-wording.ts';
import { type Connection, prepared } from '../db/connection.ts';
import type { ReadContext } from './context.ts';
import { countedArticles } from './counted-articles.ts';
import { assertArticle, currentText } from './live-article.ts';
import { assertCodebook, completeArticles } from './matrix.ts';
import { getReference } from './references.ts';

/** Of the texts and of the pairs that were compared last; a revision never changes. */
const MOST_KEPT = 24;
const indexes = new Map<string, ReferenceIndex>();
const compared = new Map<string, SharedWording>();

export function wordingInCommon(
  { db }: ReadContext,
  { texts, least }: Input<'comparison.runs'>,
): Output<'comparison.runs'> {
  const read = texts.map((each) => textOf(db, each));
  const pairs = read.flatMap((one, a) =>
    read.slice(a + 1).map((other, at) => ({ a, b: a + 1 + at, shared: compare(one, other, least) })),
  );
  return {
    texts: read.map(({ revisionId }, index) => ({
      revisionId,
      stretches: stretchesByCount(
        pairs.flatMap(({ a, b, shared }) => (a === index ? [shared.inA] : b === index ? [shared.inB] : [])),
      ),
    })),
    pairs: pairs.map(({ a, b, shared }) => ({
      a,
      b,
      runs: shared.runs.map((run) => ({ ...run, pieces: [...run.pieces] })),
    })),
  };
}

interface ReadText {
  revisionId: string;
  text: string;
}

function textOf(db: Connection, { kind, id }: ComparedText): ReadText {
  return kind === 'article' ? currentText(db, id) : { revisionId: id, text: getReference(db, id).text as string };
}

function compare(one: ReadText, other: ReadText, least: number): SharedWording {
  return keptIn(compared, `${one.revisionId} ${other.revisionId} ${least}`, () =>
    sharedWording(indexOf(one), indexOf(other), least),
  );
}

function indexOf({ revisionId, text }: ReadText): ReferenceIndex {
  return keptIn(indexes, revisionId, () => indexText(revisionId, text));
}

/** What was asked for longest ago is forgotten first. */
function keptIn<Made>(kept: Map<string, Made>, key: string, make: () => Made): Made {
  const made = kept.get(key) ?? make();
  kept.delete(key);
  kept.set(key, made);
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  return made;
}

export function countComparison(
  { db }: Pick<ReadContext, 'db'>,
  { articleIds, codebookId, coderIds }: Input<'comparison.count'>,
): Output<'comparison.count'> {
  assertCodebook(db, codebookId);
  for (const id of articleIds) assertArticle(db, id);
  const wanted = new Set(articleIds);
  const articles = [...countedArticles(db)].filter(({ id }) => wanted.has(id));
  const columns = usedCategories(db, codebookId, articles, coderIds);
  const complete = completeArticles(db, codebookId, coderIds);
  const { rows, ...matrix } = spreadRows(
    countMatrix(
      {
        rows: 'articles',
        columns: { of: 'parts', codebookId },
        filter: coderIds === undefined ? {} : { coderIds },
        measure: 'passages',
        weighing: 'pooled',
      },
      {
        articles,
        columns,
        columnOf: new Map(columns.map((id, index) => [id, index])),
        isComplete: ({ id }) => complete.has(id),
      },
    ),
  );
  return { ...matrix, rows: articleIds.flatMap((id) => rows.find(({ key }) => key === id) ?? []) };
}

/** The categories of a codebook that any of the articles is linked to, in the order of its tree. */
function usedCategories(
  db: Connection,
  codebookId: string,
  articles: readonly CountedArticle[],
  coderIds: readonly string[] | undefined,
): string[] {
  const used = new Set(
    articles.flatMap(({ annotations }) =>
      annotations
        .filter(({ coderId }) => coderIds?.includes(coderId) ?? true)
        .flatMap(({ links }) => links.map(({ categoryId }) => categoryId)),
    ),
  );
  const all = prepared(
    db,
    'SELECT id, parent_id AS parentId FROM categories WHERE codebook_id = ? AND deleted_at IS NULL ORDER BY position, id',
  ).all(codebookId) as { id: string; parentId: string | null }[];
  const below = (parent: string | null): string[] =>
    all.filter(({ parentId }) => parentId === parent).flatMap(({ id }) => [id, ...below(id)]);
  return below(null).filter((id) => used.has(id));
}
