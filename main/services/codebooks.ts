import { isFixedCategory } from '#domain/codebook/builtin-codebook.ts';
import { Refusal } from '#domain/contract/answer.ts';
import type { Category, Codebook, CodebookRevision } from '#domain/contract/codebook.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { v7 as uuidv7 } from 'uuid';
import { type Connection, prepared } from '../db/connection.ts';
import { findRow, type Row, versionChanged, wouldChange } from '../db/recorder.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { assertArticle } from './live-article.ts';

type Nothing = Record<string, never>;

interface CodebookRow extends Omit<Codebook, 'builtin' | 'categories'> {
  builtin: 0 | 1;
}

export function listCodebooks({ db }: { db: Connection }): Codebook[] {
  const books = db
    .prepare(
      `SELECT b.id, b.version, r.id AS revisionId, r.number AS revision, b.builtin, b.name_hant AS nameHant,
         b.name_hans AS nameHans, b.name_en AS nameEn, b.description
       FROM codebooks b
       JOIN codebook_revisions r ON r.codebook_id = b.id
         AND r.number = (SELECT max(number) FROM codebook_revisions WHERE codebook_id = b.id AND deleted_at IS NULL)
       WHERE b.deleted_at IS NULL ORDER BY b.position, b.id`,
    )
    .all() as CodebookRow[];
  return books.map((book) => ({ ...book, builtin: book.builtin === 1, categories: categoriesOf(db, book.id) }));
}

type CategoryRow = Omit<Category, 'retired' | 'fixed'> & { retired: 0 | 1 };

/** The live categories of a codebook: each followed by those below it, siblings in their order. */
export function categoriesOf(db: Connection, codebookId: string): Category[] {
  const rows = prepared(
    db,
    `SELECT id, codebook_id AS codebookId, parent_id AS parentId, position, number, title_hant AS titleHant,
       title_hans AS titleHans, title_en AS titleEn, colour, definition, rules_for AS rulesFor,
       rules_against AS rulesAgainst, boundary_cases AS boundaryCases, examples, retired, version
     FROM categories WHERE codebook_id = ? AND deleted_at IS NULL ORDER BY position, id`,
  ).all(codebookId) as CategoryRow[];
  const below = new Map<string | null, CategoryRow[]>();
  for (const row of rows) below.set(row.parentId, [...(below.get(row.parentId) ?? []), row]);
  const ordered: Category[] = [];
  const add = (parentId: string | null) => {
    for (const row of below.get(parentId) ?? []) {
      ordered.push({ ...row, retired: row.retired === 1, fixed: isFixedCategory(row.id) });
      add(row.id);
    }
  };
  add(null);
  return ordered;
}

export function createCodebook(context: WriteContext, input: Input<'codebook.create'>): Nothing {
  const { db, record } = context;
  if (findRow(db, 'codebooks', input.id) !== null) throw idTaken(input.id);
  record.insert('codebooks', {
    id: input.id,
    builtin: 0,
    name_hant: input.name,
    name_hans: input.name,
    name_en: input.name,
    description: input.description ?? '',
    position: db.prepare('SELECT coalesce(max(position), 0) + 1 FROM codebooks').pluck().get() as number,
  });
  reviseCodebook(context, input.id, 'codebook.create', null);
  context.note(null, input.name);
  return {};
}

export function updateCodebook(context: WriteContext, input: Input<'codebook.update'>): Nothing {
  const book = getCodebook(context.db, input.id);
  if (book.version !== input.version) throw versionChanged(input.version, book.version);
  const values: Row = {};
  if (input.name !== undefined) {
    if (book.builtin === 1) throw codebookBuiltin();
    Object.assign(values, { name_hant: input.name, name_hans: input.name, name_en: input.name });
  }
  if (input.description !== undefined) values.description = input.description;
  if (!wouldChange(book, values)) return {};
  context.record.update('codebooks', input.id, values, input.version);
  context.note(null, input.name ?? (book.name_hant as string));
  return {};
}

export function removeCodebook(context: WriteContext, input: Input<'codebook.remove'>): Nothing {
  const book = getCodebook(context.db, input.id);
  if (book.builtin === 1) throw codebookBuiltin();
  // Its categories count as gone with it, and so do the links to them.
  for (const { id } of categoriesOf(context.db, input.id)) context.record.remove('categories', id);
  context.record.remove('codebooks', input.id, input.version);
  context.note(null, book.name_hant as string);
  return {};
}

export function listCodebookRevisions({ db }: ReadContext, input: Input<'codebook.revisions'>): CodebookRevision[] {
  getCodebook(db, input.codebookId);
  return db
    .prepare(
      `SELECT r.id, r.number, r.created_at AS at, c.name AS coderName, r.cause, k.id AS categoryId
       FROM codebook_revisions r LEFT JOIN coders c ON c.id = r.coder_id
         LEFT JOIN categories k ON k.id = r.category_id AND k.deleted_at IS NULL
       WHERE r.codebook_id = ? AND r.deleted_at IS NULL ORDER BY r.number DESC`,
    )
    .all(input.codebookId) as CodebookRevision[];
}

export function countCategories({ db }: ReadContext, input: Input<'category.counts'>): Output<'category.counts'> {
  if (input.articleId !== undefined) assertArticle(db, input.articleId);
  const where = input.articleId === undefined ? '' : 'AND n.article_id = @articleId';
  return db
    .prepare(
      `SELECT l.category_id AS categoryId, count(DISTINCT n.id) AS annotations, count(DISTINCT n.article_id) AS articles
       FROM links l
       JOIN categories c ON c.id = l.category_id AND c.deleted_at IS NULL
       JOIN annotations n ON n.id = l.annotation_id AND n.deleted_at IS NULL
       JOIN articles a ON a.id = n.article_id AND a.deleted_at IS NULL
       WHERE l.deleted_at IS NULL ${where}
       GROUP BY l.category_id`,
    )
    .all(input.articleId === undefined ? {} : { articleId: input.articleId }) as Output<'category.counts'>;
}

/** The number that the next revision of a codebook will have. */
export function nextRevision(db: Connection, codebookId: string): number {
  return prepared(db, 'SELECT coalesce(max(number), 0) + 1 FROM codebook_revisions WHERE codebook_id = ?')
    .pluck()
    .get(codebookId) as number;
}

/** Writes the codebook down as it now is; answers with the id of the revision. */
export function reviseCodebook(
  { db, record, coder }: WriteContext,
  codebookId: string,
  cause: string,
  categoryId: string | null,
): string {
  const id = uuidv7();
  const contents = categoriesOf(db, codebookId).map((category) => ({
    ...category,
    codebookId: undefined,
    fixed: undefined,
    version: undefined,
  }));
  record.insert('codebook_revisions', {
    id,
    codebook_id: codebookId,
    number: nextRevision(db, codebookId),
    coder_id: coder.id,
    cause,
    category_id: categoryId,
    contents: JSON.stringify(contents),
  });
  return id;
}

/** The newest revision of the codebook that a live category belongs to. */
export function currentRevisionOf(db: Connection, categoryId: string): string {
  const revision = prepared(
    db,
    `SELECT r.id FROM categories c JOIN codebook_revisions r ON r.codebook_id = c.codebook_id AND r.deleted_at IS NULL
     WHERE c.id = ? AND c.deleted_at IS NULL ORDER BY r.number DESC LIMIT 1`,
  )
    .pluck()
    .get(categoryId) as string | undefined;
  if (revision === undefined) throw categoryMissing(categoryId);
  return revision;
}

export function getCodebook(db: Connection, id: string): Row {
  const row = findRow(db, 'codebooks', id);
  if (row === null || row.deleted_at !== null)
    throw new Refusal('not-found', 'codebook-missing', 'There is no such codebook in this corpus.', { codebookId: id });
  return row;
}

export function categoryMissing(categoryId: string): Refusal {
  return new Refusal('not-found', 'category-missing', 'There is no such category in this corpus.', { categoryId });
}

export function idTaken(id: string): Refusal {
  return new Refusal('conflict', 'id-taken', 'This id is already in use: make a new one.', { id });
}

function codebookBuiltin(): Refusal {
  return new Refusal(
    'invalid',
    'codebook-builtin',
    'The codebook of the Decision keeps its name and cannot be removed: retire what you do not use.',
  );
}
