import { Refusal } from '#domain/contract/answer.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import type { ReferenceRow } from '#domain/contract/reference.ts';
import { headingAt } from '#domain/reference/split-reference.ts';
import { v7 as uuidv7 } from 'uuid';
import { createCategory, getCategory } from './categories.ts';
import { createCodebook } from './codebooks.ts';
import type { WriteContext } from './context.ts';
import { divisionsOf, getReference, rowOf } from './references.ts';

/** The text of a reference stays; only where it is divided changes. */
export function setDivision(context: WriteContext, input: Input<'reference.setDivision'>): ReferenceRow {
  const { db, record } = context;
  const { referenceId, division } = input;
  const row = getReference(db, referenceId, input.version);
  const heading = headingAt(row.text as string, input.at);
  if (heading === null || input.at > (row.text as string).length)
    throw new Refusal(
      'invalid',
      'division-outside',
      'There are no words in this paragraph that could head a division: choose another one.',
      { at: input.at },
    );
  if (division !== null && division.categoryId !== null) getCategory(db, division.categoryId);
  const present = divisionsOf(db, referenceId).find(({ start }) => start === heading.start);
  if (division === null) {
    if (present === undefined)
      throw new Refusal('not-found', 'division-missing', 'No division begins in this paragraph.', { at: input.at });
    record.remove('reference_divisions', present.id);
  } else {
    const { kind, depth, categoryId } = division;
    const isHeaded = kind === 'part' || kind === 'item';
    const values = {
      kind,
      depth,
      body_start: isHeaded ? heading.bodyStart : heading.start,
      label: isHeaded ? heading.label : '',
      title: isHeaded ? heading.title : '',
      category_id: categoryId,
    };
    if (present === undefined)
      record.insert('reference_divisions', {
        id: uuidv7(),
        reference_id: referenceId,
        start: heading.start,
        ...values,
      });
    else record.update('reference_divisions', present.id, values);
  }
  // The version of a reference text tells of its divisions too: what was computed from them is out of date.
  record.update('reference_texts', referenceId, {}, input.version);
  context.note(null, row.name as string);
  return rowOf(getReference(db, referenceId), divisionsOf(db, referenceId));
}

/** Parts and items become categories in their order, each below the one it stands in. */
export function makeCodebookOf(
  context: WriteContext,
  input: Input<'reference.makeCodebook'>,
): Output<'reference.makeCodebook'> {
  const { db, record } = context;
  const row = getReference(db, input.referenceId, input.version);
  const name = row.name as string;
  const divisions = divisionsOf(db, input.referenceId);
  const headed = divisions.filter(({ kind }) => kind === 'part' || kind === 'item');
  if (headed.length === 0)
    throw new Refusal(
      'invalid',
      'reference-undivided',
      `${name} has no parts or items: divide it first, then make a codebook of it.`,
      { referenceId: input.referenceId },
    );
  createCodebook(context, { id: input.codebookId, name });
  const above: { depth: number; categoryId: string }[] = [];
  for (const division of divisions) {
    while ((above.at(-1)?.depth ?? 0) >= division.depth) above.pop();
    const parentId = above.at(-1)?.categoryId ?? null;
    if (division.kind === 'part' || division.kind === 'item') {
      const id = uuidv7();
      const text = row.text as string;
      const opening = text.slice(division.bodyStart, division.bodyStart + 40).split('\n')[0] ?? '';
      createCategory(context, {
        id,
        codebookId: input.codebookId,
        parentId,
        number: division.label.slice(0, 100),
        title: (division.title || opening.trim() || division.label).slice(0, 200),
      });
      above.push({ depth: division.depth, categoryId: id });
      record.update('reference_divisions', division.id, { category_id: id });
    } else if (division.kind === 'lead-in' && parentId !== null)
      record.update('reference_divisions', division.id, { category_id: parentId });
  }
  record.update('reference_texts', input.referenceId, {}, input.version);
  context.note(null, name);
  return { categories: headed.length };
}
