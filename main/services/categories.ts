import { isFixedCategory } from '#domain/codebook/builtin-codebook.ts';
import { Refusal } from '#domain/contract/answer.ts';
import type { CategoryMeaning } from '#domain/contract/codebook.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { type Connection, prepared } from '../db/connection.ts';
import { findRow, type Row, versionChanged, wouldChange } from '../db/recorder.ts';
import { categoriesOf, categoryMissing, getCodebook, idTaken, nextRevision, reviseCodebook } from './codebooks.ts';
import type { ReadContext, WriteContext } from './context.ts';

type Nothing = Record<string, never>;

const COLOURS = 15;
/** Between the positions of siblings that are numbered anew, so that others fit between them. */
const GAP = 1024;
const meaningColumns = {
  definition: 'definition',
  rulesFor: 'rules_for',
  rulesAgainst: 'rules_against',
  boundaryCases: 'boundary_cases',
  examples: 'examples',
} as const satisfies Record<keyof CategoryMeaning, string>;

export function createCategory(context: WriteContext, input: Input<'category.create'>): Nothing {
  getCodebook(context.db, input.codebookId);
  insertCategory(context, input);
  reviseCodebook(context, input.codebookId, 'category.create', input.id);
  context.note(null, input.title);
  return {};
}

export function updateCategory(context: WriteContext, input: Input<'category.update'>): Nothing {
  const { db, record } = context;
  const category = getCategory(db, input.id, input.version);
  const titled = input.title !== undefined || input.number !== undefined;
  if (titled && isFixedCategory(input.id)) throw categoryFixed();
  const naming: Row = {};
  if (input.title !== undefined)
    Object.assign(naming, { title_hant: input.title, title_hans: input.title, title_en: input.title });
  if (input.number !== undefined) naming.number = input.number;
  if (input.retired !== undefined) naming.retired = Number(input.retired);
  const meaning = meaningOf(input.meaning ?? {});
  const means = wouldChange(category, meaning);
  if (means) meaning.meant_since = nextRevision(db, category.codebook_id as string);
  const colour: Row = input.colour === undefined ? {} : { colour: input.colour };
  const values = { ...naming, ...meaning, ...colour };
  if (!wouldChange(category, values)) return {};
  record.update('categories', input.id, values, input.version);
  if (means || wouldChange(category, naming))
    reviseCodebook(context, category.codebook_id as string, 'category.update', input.id);
  context.note(null, input.title ?? titleOf(category));
  return {};
}

export function moveCategory(context: WriteContext, input: Input<'category.move'>): Nothing {
  const { db, record } = context;
  const category = getCategory(db, input.id, input.version);
  if (isFixedCategory(input.id)) throw categoryFixed();
  const codebookId = category.codebook_id as string;
  for (let above = input.parentId; above !== null; above = getCategory(db, above).parent_id as string | null) {
    if (above === input.id)
      throw new Refusal('invalid', 'category-circular', 'A category cannot stand below itself: choose another place.', {
        categoryId: input.id,
      });
  }
  assertSameCodebook(db, codebookId, input.parentId);
  const position = makeRoom(context, codebookId, input.parentId, input.beforeId, input.id);
  const values = { parent_id: input.parentId, position };
  if (!wouldChange(category, values) && record.changes.length === 0) return {};
  record.update('categories', input.id, values, input.version);
  if (category.parent_id !== input.parentId) reviseCodebook(context, codebookId, 'category.move', input.id);
  context.note(null, titleOf(category));
  return {};
}

export function mergeCategory(context: WriteContext, input: Input<'category.merge'>): Nothing {
  const { db, record } = context;
  const category = getCategory(db, input.id, input.version);
  if (isFixedCategory(input.id)) throw categoryFixed();
  const into = getCategory(db, input.intoId);
  const codebookId = category.codebook_id as string;
  assertSameCodebook(db, codebookId, input.intoId);
  const inside = withBelow(db, codebookId, input.id);
  if (inside.includes(input.intoId))
    throw new Refusal(
      'invalid',
      'category-circular',
      'A category cannot be merged into itself or what stands below it.',
      {
        categoryId: input.id,
      },
    );
  for (const table of ['links', 'article_links'] as const) {
    const owner = table === 'links' ? 'annotation_id' : 'article_id';
    const other = table === 'links' ? '' : 'AND o.coder_id = l.coder_id';
    const links = db
      .prepare(
        `SELECT l.id, l.deleted_at IS NULL AND EXISTS (
           SELECT 1 FROM ${table} o
           WHERE o.${owner} = l.${owner} AND o.category_id = @into AND o.deleted_at IS NULL ${other}) AS twice
         FROM ${table} l WHERE l.category_id = @from ORDER BY l.id`,
      )
      .all({ from: input.id, into: input.intoId }) as { id: string; twice: 0 | 1 }[];
    // Also those in the bin, which would otherwise come out of it with a category that is gone.
    for (const { id, twice } of links) {
      if (twice === 1) record.remove(table, id);
      else record.update(table, id, { category_id: input.intoId });
    }
  }
  let last = siblings(db, codebookId, input.intoId).at(-1)?.position ?? 0;
  for (const child of siblings(db, codebookId, input.id))
    record.update('categories', child.id, { parent_id: input.intoId, position: (last += GAP) });
  const divisions = db
    .prepare('SELECT id FROM reference_divisions WHERE category_id = ? AND deleted_at IS NULL')
    .pluck();
  for (const id of divisions.all(input.id) as string[])
    record.update('reference_divisions', id, { category_id: input.intoId });
  const memos = db.prepare(`SELECT id FROM memos WHERE subject = 'category' AND subject_id = ?`).pluck();
  for (const id of memos.all(input.id) as string[]) record.update('memos', id, { subject_id: input.intoId });
  record.remove('categories', input.id, input.version);
  reviseCodebook(context, codebookId, 'category.merge', input.intoId);
  context.note(null, `${titleOf(category)} → ${titleOf(into)}`);
  return {};
}

export function splitCategory(context: WriteContext, input: Input<'category.split'>): Nothing {
  const { db, record } = context;
  const category = getCategory(db, input.id, input.version);
  const codebookId = category.codebook_id as string;
  const linked = db.prepare('SELECT 1 FROM links WHERE id = ? AND category_id = ? AND deleted_at IS NULL');
  const taken = new Set<string>();
  for (const { id, title, below, linkIds } of input.into) {
    insertCategory(context, {
      id,
      codebookId,
      parentId: below ? input.id : (category.parent_id as string | null),
      title,
      colour: category.colour as number,
    });
    for (const linkId of linkIds) {
      if (taken.has(linkId) || linked.get(linkId, input.id) === undefined)
        throw new Refusal(
          'conflict',
          'link-missing',
          'One of these passages is no longer linked to this category: look at the list again.',
          {
            linkId,
          },
        );
      taken.add(linkId);
      record.update('links', linkId, { category_id: id });
    }
  }
  // A version, so that nobody splits a category that was split meanwhile.
  record.update('categories', input.id, {}, input.version);
  reviseCodebook(context, codebookId, 'category.split', input.id);
  context.note(null, `${titleOf(category)} → ${input.into.map(({ title }) => title).join('、')}`);
  return {};
}

export function removeCategory(context: WriteContext, input: Input<'category.remove'>): Nothing {
  const { db, record } = context;
  const category = getCategory(db, input.id, input.version);
  const codebookId = category.codebook_id as string;
  const gone = withBelow(db, codebookId, input.id);
  if (gone.some(isFixedCategory)) throw categoryFixed();
  // Links to a category in the bin count as gone and come back with it.
  for (const id of gone.filter((each) => each !== input.id)) record.remove('categories', id);
  record.remove('categories', input.id, input.version);
  reviseCodebook(context, codebookId, 'category.remove', null);
  context.note(null, titleOf(category));
  return {};
}

export function usesOfCategory({ db }: ReadContext, input: Input<'category.uses'>): Output<'category.uses'> {
  const category = getCategory(db, input.categoryId);
  const ids = JSON.stringify(withBelow(db, category.codebook_id as string, input.categoryId));
  const used = db
    .prepare(
      `WITH own AS (
         SELECT l.annotation_id, n.article_id, l.coder_id FROM links l
         JOIN annotations n ON n.id = l.annotation_id AND n.deleted_at IS NULL
         JOIN articles a ON a.id = n.article_id AND a.deleted_at IS NULL
         WHERE l.deleted_at IS NULL AND l.category_id IN (SELECT value FROM json_each(@ids)))
       SELECT count(DISTINCT annotation_id) AS annotations, count(DISTINCT article_id) AS articles,
         count(DISTINCT coder_id) AS coders FROM own`,
    )
    .get({ ids }) as { annotations: number; articles: number; coders: number };
  const count = (sql: string) => db.prepare(sql).pluck().get({ ids }) as number;
  return {
    categories: (JSON.parse(ids) as string[]).length,
    ...used,
    onlyThese: count(
      `SELECT count(DISTINCT l.annotation_id) FROM links l
       JOIN annotations n ON n.id = l.annotation_id AND n.deleted_at IS NULL
       JOIN articles a ON a.id = n.article_id AND a.deleted_at IS NULL
       WHERE l.deleted_at IS NULL AND l.category_id IN (SELECT value FROM json_each(@ids)) AND NOT EXISTS (
         SELECT 1 FROM links o JOIN categories c ON c.id = o.category_id AND c.deleted_at IS NULL
         WHERE o.annotation_id = l.annotation_id AND o.deleted_at IS NULL
           AND o.category_id NOT IN (SELECT value FROM json_each(@ids)))`,
    ),
    wholeArticles: count(
      `SELECT count(DISTINCT l.article_id) FROM article_links l JOIN articles a ON a.id = l.article_id AND a.deleted_at IS NULL
       WHERE l.deleted_at IS NULL AND l.category_id IN (SELECT value FROM json_each(@ids))`,
    ),
    memos: count(
      `SELECT count(*) FROM memos WHERE deleted_at IS NULL AND subject = 'category'
         AND subject_id IN (SELECT value FROM json_each(@ids))`,
    ),
  };
}

/** A live category, in the version expected if one is. */
export function getCategory(db: Connection, id: string, expected?: number): Row {
  const row = findRow(db, 'categories', id);
  if (row === null || row.deleted_at !== null) throw categoryMissing(id);
  if (expected !== undefined && row.version !== expected) throw versionChanged(expected, row.version);
  return row;
}

export function titleOf(category: Row): string {
  return `${category.number as string} ${category.title_hant as string}`.trim();
}

/** The category and all live ones below it. */
export function withBelow(db: Connection, codebookId: string, categoryId: string): string[] {
  const found = [categoryId];
  for (const { id, parentId } of categoriesOf(db, codebookId))
    if (parentId !== null && found.includes(parentId)) found.push(id);
  return found;
}

type NewCategory = Pick<
  Input<'category.create'>,
  'id' | 'codebookId' | 'parentId' | 'beforeId' | 'number' | 'title' | 'colour' | 'meaning'
>;

export function insertCategory(context: WriteContext, input: NewCategory): void {
  const { db, record } = context;
  if (findRow(db, 'categories', input.id) !== null) throw idTaken(input.id);
  assertSameCodebook(db, input.codebookId, input.parentId);
  const parent = input.parentId === null ? null : getCategory(db, input.parentId);
  record.insert('categories', {
    id: input.id,
    codebook_id: input.codebookId,
    parent_id: input.parentId,
    position: makeRoom(context, input.codebookId, input.parentId, input.beforeId ?? null, input.id),
    number: input.number ?? '',
    title_hant: input.title,
    title_hans: input.title,
    title_en: input.title,
    colour: input.colour ?? (parent?.colour as number | undefined) ?? leastUsedColour(db, input.codebookId),
    ...meaningOf({ definition: '', rulesFor: '', rulesAgainst: '', boundaryCases: '', examples: '', ...input.meaning }),
    retired: 0,
    meant_since: 1,
  });
}

function leastUsedColour(db: Connection, codebookId: string): number {
  const used = db
    .prepare('SELECT colour FROM categories WHERE codebook_id = ? AND parent_id IS NULL AND deleted_at IS NULL')
    .pluck()
    .all(codebookId) as number[];
  const times = Array.from({ length: COLOURS }, (_, i) => used.filter((colour) => colour === i + 1).length);
  return times.indexOf(Math.min(...times)) + 1;
}

function meaningOf(meaning: { [Field in keyof CategoryMeaning]?: string | undefined }): Row {
  const values: Row = {};
  for (const [field, column] of Object.entries(meaningColumns) as [keyof CategoryMeaning, string][]) {
    const text = meaning[field];
    if (text !== undefined) values[column] = text;
  }
  return values;
}

interface Sibling {
  id: string;
  position: number;
}

function siblings(db: Connection, codebookId: string, parentId: string | null): Sibling[] {
  return prepared(
    db,
    `SELECT id, position FROM categories
     WHERE codebook_id = ? AND parent_id IS ? AND deleted_at IS NULL ORDER BY position, id`,
  ).all(codebookId, parentId) as Sibling[];
}

/** A position before a sibling (null: behind the last); where there is none, the siblings are numbered anew. */
function makeRoom(
  { db, record }: WriteContext,
  codebookId: string,
  parentId: string | null,
  beforeId: string | null,
  movedId: string,
): number {
  const others = siblings(db, codebookId, parentId).filter(({ id }) => id !== movedId);
  const at = beforeId === null ? others.length : others.findIndex(({ id }) => id === beforeId);
  if (at < 0) throw categoryMissing(beforeId ?? '');
  const before = others[at - 1]?.position;
  const after = others[at]?.position;
  if (after === undefined) return before === undefined ? 0 : before + GAP;
  if (before === undefined) return after - GAP;
  if (after - before > 1) return Math.floor((before + after) / 2);
  const start = others[0]?.position ?? 0;
  others.forEach(({ id, position }, index) => {
    const next = start + (index < at ? index : index + 1) * GAP;
    if (position !== next) record.update('categories', id, { position: next });
  });
  return start + at * GAP;
}

function assertSameCodebook(db: Connection, codebookId: string, categoryId: string | null): void {
  if (categoryId !== null && getCategory(db, categoryId).codebook_id !== codebookId)
    throw new Refusal(
      'invalid',
      'category-elsewhere',
      'This category belongs to another codebook: choose one of the same.',
      {
        categoryId,
      },
    );
}

function categoryFixed(): Refusal {
  return new Refusal(
    'invalid',
    'category-fixed',
    'The parts and items of the Decision keep their numbers, titles and places: define, recolour or retire them, or make a category of your own beside or below.',
  );
}
