import { Refusal } from '#domain/contract/answer.ts';
import type { Input } from '#domain/contract/index.ts';
import type { LinkedPassage, ReferenceLink } from '#domain/contract/reference-link.ts';
import { sentencesOf } from '#domain/text/sentences.ts';
import { type Connection, prepared } from '../db/connection.ts';
import { findRow, getRow, type Row, versionChanged } from '../db/recorder.ts';
import { findAnnotation, subjectOf } from './annotations.ts';
import { idTaken } from './codebooks.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { assertArticle } from './live-article.ts';
import { dividedOf, getReference } from './references.ts';

const MOST_PASSAGES = 500;

// Links of an annotation, or to a reference, in the bin count as gone, and come back with it.
const COLUMNS =
  'l.id, l.version, l.annotation_id, l.reference_id, l.level, l.start, l."end", l.relation, l.origin, l.coder_id';
const SELECT = `
  SELECT ${COLUMNS}
  FROM reference_links l
  JOIN annotations n ON n.id = l.annotation_id AND n.deleted_at IS NULL
  JOIN reference_texts r ON r.id = l.reference_id AND r.deleted_at IS NULL`;

export function listReferenceLinks({ db }: ReadContext, { articleId }: Input<'referenceLink.list'>): ReferenceLink[] {
  assertArticle(db, articleId);
  const rows = prepared(db, `${SELECT} WHERE n.article_id = ? AND l.deleted_at IS NULL ORDER BY l.start, l.id`);
  return (rows.all(articleId) as Row[]).map(toReferenceLink);
}

export function listLinkedPassages({ db }: ReadContext, input: Input<'referenceLink.passages'>): LinkedPassage[] {
  const { referenceId, place } = input;
  const rows = db
    .prepare(
      `SELECT ${COLUMNS}, a.id AS articleId, a.title AS articleTitle, a.opening AS articleOpening, a.outlet_province AS outletProvince,
         a.published_on AS publishedOn, k.exact
       FROM reference_links l
       JOIN annotations n ON n.id = l.annotation_id AND n.deleted_at IS NULL
       JOIN articles a ON a.id = n.article_id AND a.deleted_at IS NULL AND a.exclusion IS NULL
       JOIN anchors k ON k.annotation_id = n.id AND k.revision_id = a.revision_id AND k.deleted_at IS NULL
       WHERE l.reference_id = @referenceId AND l.deleted_at IS NULL AND l.start < @end AND l."end" > @start
       ORDER BY a.seq, k.start, l.id LIMIT ${MOST_PASSAGES}`,
    )
    .all({ referenceId, ...place }) as (Row & Omit<LinkedPassage, keyof ReferenceLink>)[];
  return rows.map((row) => ({
    ...toReferenceLink(row),
    articleId: row.articleId,
    articleTitle: row.articleTitle,
    articleOpening: row.articleOpening,
    outletProvince: row.outletProvince,
    publishedOn: row.publishedOn,
    exact: row.exact,
  }));
}

export function createReferenceLink(context: WriteContext, input: Input<'referenceLink.create'>): ReferenceLink {
  const { db, record, coder } = context;
  if (findRow(db, 'reference_links', input.id) !== null) throw idTaken(input.id);
  const annotation = findAnnotation(db, input.annotationId);
  if (annotation === null)
    throw new Refusal('not-found', 'annotation-missing', 'There is no such annotation; it may be in the bin.', {
      id: input.annotationId,
    });
  const reference = getReference(db, input.referenceId);
  const { level, place } = input;
  if (!isPlace(db, input.referenceId, reference.text as string, level, place))
    throw new Refusal(
      'invalid',
      'reference-place-missing',
      'The reference text has no such place: it may have been divided anew. Look at it again and choose the place there.',
      { referenceId: input.referenceId, level, ...place },
    );
  const same = prepared(
    db,
    `SELECT 1 FROM reference_links WHERE annotation_id = ? AND reference_id = ? AND level = ? AND start = ? AND "end" = ?
       AND deleted_at IS NULL`,
  ).get(input.annotationId, input.referenceId, level, place.start, place.end);
  if (same !== undefined)
    throw new Refusal('conflict', 'reference-linked', 'The passage is linked to this place already.', {
      level,
      ...place,
    });
  record.insert('reference_links', {
    id: input.id,
    annotation_id: input.annotationId,
    reference_id: input.referenceId,
    level,
    ...place,
    coder_id: coder.id,
    relation: input.relation,
    origin: 'hand',
  });
  context.note(annotation.articleId, subjectOf(annotation.exact));
  return toReferenceLink(getRow(db, 'reference_links', input.id));
}

export function updateReferenceLink(context: WriteContext, input: Input<'referenceLink.update'>): ReferenceLink {
  const { db, record } = context;
  const { row, articleId, exact } = getLiveLink(db, input.id);
  if (row.version !== input.version) throw versionChanged(input.version, row.version);
  if (row.relation === input.relation) return toReferenceLink(row);
  record.update('reference_links', input.id, { relation: input.relation }, input.version);
  context.note(articleId, subjectOf(exact));
  return toReferenceLink(getRow(db, 'reference_links', input.id));
}

export function removeReferenceLink(
  context: WriteContext,
  input: Input<'referenceLink.remove'>,
): Record<string, never> {
  const { articleId, exact } = getLiveLink(context.db, input.id);
  context.record.remove('reference_links', input.id, input.version);
  context.note(articleId, subjectOf(exact));
  return {};
}

function getLiveLink(db: Connection, id: string): { row: Row; articleId: string; exact: string } {
  const row = findRow(db, 'reference_links', id);
  const annotation = row === null ? null : findAnnotation(db, row.annotation_id as string);
  if (row === null || row.deleted_at !== null || annotation === null)
    throw new Refusal('not-found', 'reference-link-missing', 'There is no such link; its passage may be in the bin.', {
      id,
    });
  return { row, articleId: annotation.articleId, exact: annotation.exact };
}

function isPlace(
  db: Connection,
  referenceId: string,
  text: string,
  level: ReferenceLink['level'],
  place: ReferenceLink['place'],
): boolean {
  const at = ({ start, end }: ReferenceLink['place']) => start === place.start && end === place.end;
  if (level === 'sentence') return sentencesOf(text).some(at);
  return dividedOf(db, referenceId, text).some((division) => division.kind === level && at(division));
}

function toReferenceLink(row: Row): ReferenceLink {
  return {
    id: row.id as string,
    version: row.version as number,
    annotationId: row.annotation_id as string,
    referenceId: row.reference_id as string,
    level: row.level as ReferenceLink['level'],
    place: { start: row.start as number, end: row.end as number },
    relation: row.relation as ReferenceLink['relation'],
    origin: row.origin as ReferenceLink['origin'],
    coderId: row.coder_id as string,
  };
}
