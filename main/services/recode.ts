import { v7 as uuidv7 } from 'uuid';
import type { Annotation, Recoding } from '#domain/contract/annotation.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { prepared } from '../db/connection.ts';
import { findRow, type Row, wouldChange } from '../db/recorder.ts';
import { findAnnotation, insertLink, voiceColumns } from './annotations.ts';
import { getCategory, titleOf } from './categories.ts';
import { currentRevisionOf } from './codebooks.ts';
import type { WriteContext } from './context.ts';

export function recodeAnnotations(
  context: WriteContext,
  input: Input<'annotation.recode'>,
): Output<'annotation.recode'> {
  const { db, record } = context;
  const { change } = input;
  const category = 'categoryId' in change && change.categoryId !== null ? getCategory(db, change.categoryId) : null;
  if (change.do === 'replace') getCategory(db, change.byId);
  let changed = 0;
  for (const id of new Set(input.ids)) {
    const annotation = findAnnotation(db, id);
    // Somebody may have put it into the bin since it was listed.
    if (annotation === null) continue;
    const before = record.changes.length;
    recode(context, annotation, change);
    if (record.changes.length === before) continue;
    changed += 1;
    const own = record.changes.slice(before).some((each) => each.table === 'annotations');
    // The version of an annotation tells of its links too.
    if (!own) record.update('annotations', id, {});
  }
  context.note(null, category === null ? '' : titleOf(category));
  return { changed };
}

function recode(context: WriteContext, annotation: Annotation, change: Recoding): void {
  const { db, record } = context;
  const { id, links } = annotation;
  const linked = (categoryId: string) => links.find((link) => link.categoryId === categoryId);
  switch (change.do) {
    case 'add':
      if (linked(change.categoryId) === undefined) add(context, annotation, change.categoryId, change.relation);
      return;
    case 'remove': {
      const link = linked(change.categoryId);
      if (link !== undefined) record.remove('links', link.id);
      return;
    }
    case 'replace': {
      const link = linked(change.categoryId);
      if (link === undefined || change.categoryId === change.byId) return;
      if (linked(change.byId) !== undefined) record.remove('links', link.id);
      else
        record.update('links', link.id, {
          category_id: change.byId,
          codebook_revision_id: currentRevisionOf(db, change.byId),
        });
      return;
    }
    case 'relate':
      for (const link of links) {
        const meant = change.categoryId === null || link.categoryId === change.categoryId;
        if (meant && link.relation !== change.relation) record.update('links', link.id, { relation: change.relation });
      }
      return;
    case 'set-status':
      set(context, id, { status: change.status });
      return;
    case 'set-voice':
      set(context, id, voiceColumns(change.voice));
      return;
    case 'bin':
      for (const link of links) record.remove('links', link.id);
      record.remove('annotations', id);
  }
}

function add(
  context: WriteContext,
  { id }: Annotation,
  categoryId: string,
  relation: Annotation['links'][number]['relation'],
): void {
  const last = prepared(
    context.db,
    'SELECT max(position) FROM links WHERE annotation_id = ? AND deleted_at IS NULL',
  ).pluck();
  const position = ((last.get(id) as number | null) ?? -1) + 1;
  insertLink(context, id, { id: uuidv7(), categoryId, relation }, position);
}

function set({ db, record }: WriteContext, id: string, values: Row): void {
  const row = findRow(db, 'annotations', id);
  if (row !== null && wouldChange(row, values)) record.update('annotations', id, values);
}

export function confirmLinks(context: WriteContext, input: Input<'link.confirm'>): Output<'link.confirm'> {
  const { db, record } = context;
  let subject = '';
  for (const id of new Set(input.linkIds)) {
    const link = findRow(db, 'links', id);
    if (link === null || link.deleted_at !== null) continue;
    const category = getCategory(db, link.category_id as string);
    const revision = currentRevisionOf(db, link.category_id as string);
    subject ||= titleOf(category);
    if (link.codebook_revision_id !== revision) record.update('links', id, { codebook_revision_id: revision });
  }
  context.note(null, subject);
  return { confirmed: record.changes.length };
}
