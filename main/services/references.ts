import { builtinCategories } from '#domain/codebook/builtin-codebook.ts';
import { Refusal } from '#domain/contract/answer.ts';
import type { Input } from '#domain/contract/index.ts';
import type { ReferenceDivision, ReferenceRow, ReferenceText } from '#domain/contract/reference.ts';
import { FEWEST_ITEMS } from '#domain/reference/decision-divisions.ts';
import { layEnds, splitReference } from '#domain/reference/split-reference.ts';
import { sentencesOf } from '#domain/text/sentences.ts';
import type { Connection } from '../db/connection.ts';
import { findRow, type Row, versionChanged } from '../db/recorder.ts';
import type { ReadContext, WriteContext } from './context.ts';

type StoredDivision = Omit<ReferenceDivision, 'end'>;

const builtinItems = new Set(builtinCategories.flatMap(({ id, item }) => (item === null ? [] : [id])));

export function listReferences({ db }: Pick<ReadContext, 'db'>): ReferenceRow[] {
  const rows = db.prepare('SELECT * FROM reference_texts WHERE deleted_at IS NULL ORDER BY created_at, id').all();
  return (rows as Row[]).map((row) => rowOf(row, divisionsOf(db, row.id as string)));
}

export function readReference({ db }: ReadContext, { referenceId }: Input<'reference.get'>): ReferenceText {
  const row = getReference(db, referenceId);
  const text = row.text as string;
  const divisions = dividedOf(db, referenceId, text);
  const found = rowOf(row, divisions);
  const tied = new Set(divisions.map(({ categoryId }) => categoryId));
  const divided = new Set(divisions.map(({ start }) => start));
  return {
    ...found,
    text,
    divisions,
    sentences: sentencesOf(text),
    // What she has divided by hand fits since.
    misfits: splitReference(text).misfits.filter(
      ({ start, reason }) => reason === 'no-text' || reason === 'no-numbering' || !divided.has(start),
    ),
    missing: found.isDecision ? builtinCategories.flatMap(({ id }) => (tied.has(id) ? [] : [id])) : [],
  };
}

export function updateReference(context: WriteContext, input: Input<'reference.update'>): ReferenceRow {
  getReference(context.db, input.id, input.version);
  context.record.update('reference_texts', input.id, { name: input.name }, input.version);
  context.note(null, input.name);
  return rowOf(getReference(context.db, input.id), divisionsOf(context.db, input.id));
}

export function removeReference(context: WriteContext, input: Input<'reference.remove'>): Record<string, never> {
  const row = getReference(context.db, input.id, input.version);
  context.record.remove('reference_texts', input.id, input.version);
  context.note(null, row.name as string);
  return {};
}

/** The divisions of a reference text, by start. */
export function divisionsOf(db: Connection, referenceId: string): StoredDivision[] {
  return db
    .prepare(
      `SELECT id, kind, depth, start, body_start AS bodyStart, label, title, category_id AS categoryId
       FROM reference_divisions d WHERE reference_id = ? AND deleted_at IS NULL ORDER BY start, depth`,
    )
    .all(referenceId) as StoredDivision[];
}

/** The divisions of a reference text with their ends, by start. */
export function dividedOf(db: Connection, referenceId: string, text: string): ReferenceDivision[] {
  const divisions = divisionsOf(db, referenceId).map((division) => ({ ...division, end: text.length }));
  layEnds(divisions, text.length);
  return divisions;
}

export function getReference(db: Connection, id: string, expected?: number): Row {
  const row = findRow(db, 'reference_texts', id);
  if (row === null || row.deleted_at !== null)
    throw new Refusal('not-found', 'reference-missing', 'There is no such reference text; it may be in the bin.', {
      referenceId: id,
    });
  if (expected !== undefined && row.version !== expected) throw versionChanged(expected, row.version);
  return row;
}

export function rowOf(row: Row, divisions: readonly Pick<ReferenceDivision, 'kind' | 'categoryId'>[]): ReferenceRow {
  const count = (kind: ReferenceDivision['kind']) => divisions.filter((each) => each.kind === kind).length;
  const items = new Set(
    divisions.flatMap(({ categoryId }) => (builtinItems.has(categoryId ?? '') ? [categoryId] : [])),
  );
  return {
    id: row.id as string,
    version: row.version as number,
    name: row.name as string,
    fileName: row.file_name as string,
    length: (row.text as string).length,
    counts: { parts: count('part'), leadIns: count('lead-in'), items: count('item'), closings: count('closing') },
    isDecision: items.size >= FEWEST_ITEMS,
  };
}
