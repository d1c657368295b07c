import { BUILTIN_CODEBOOK_ID } from '#domain/codebook/builtin-codebook.ts';
import { Refusal } from '#domain/contract/answer.ts';
import type { Annotation, Link } from '#domain/contract/annotation.ts';
import type { Input } from '#domain/contract/index.ts';
import type { Voice } from '#domain/contract/values.ts';
import { type Anchor, createAnchor } from '#domain/text/anchor.ts';
import { type Span, splitsPair } from '#domain/text/span.ts';
import { type Connection, prepared } from '../db/connection.ts';
import { findRow, getRow, type Row, versionChanged, wouldChange } from '../db/recorder.ts';
import { currentRevisionOf, idTaken } from './codebooks.ts';
import { beginCoding } from './coding-status.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { withFormerPlace } from './former-place.ts';
import { assertArticle, currentText } from './live-article.ts';

/** In UTF-16 units. */
const LONGEST_SUBJECT = 120;

interface AnnotationRow {
  id: string;
  version: number;
  article_id: string;
  coder_id: string;
  coder_name: string;
  note: string;
  translation: string;
  voice: Voice['kind'] | null;
  voice_name: string | null;
  voice_office: string | null;
  voice_level: Voice['level'];
  voice_place: string | null;
  status: Annotation['status'];
  created_at: string;
  changed_at: string;
  revision_id: string;
  start: number;
  end: number;
  exact: string;
  prefix: string;
  suffix: string;
  state: Annotation['anchorState'];
  confirmation: Annotation['toConfirm'];
}

const SELECT = `
  SELECT n.id, n.version, n.article_id, n.coder_id, c.name AS coder_name, n.note, n.translation, n.voice, n.voice_name, n.voice_office,
    n.voice_level, n.voice_place, n.status, n.created_at, n.changed_at,
    k.revision_id, k.start, k."end", k.exact, k.prefix, k.suffix, k.state, k.confirmation
  FROM annotations n
  JOIN articles a ON a.id = n.article_id
  JOIN anchors k ON k.annotation_id = n.id AND k.revision_id = a.revision_id AND k.deleted_at IS NULL
  JOIN coders c ON c.id = n.coder_id
  WHERE n.deleted_at IS NULL AND a.deleted_at IS NULL`;

// Links to a category in the bin count as gone, and come back with it.
const LINKS = `
  SELECT l.*, v.number < c.meant_since AS recheck FROM links l
  JOIN categories c ON c.id = l.category_id AND c.deleted_at IS NULL
  JOIN codebook_revisions v ON v.id = l.codebook_revision_id`;

export function listAnnotations({ db }: ReadContext, input: Input<'annotation.list'>): Annotation[] {
  assertArticle(db, input.articleId);
  const rows = db.prepare(`${SELECT} AND n.article_id = ? ORDER BY k.start, k."end" DESC, n.id`).all(input.articleId);
  const links = linksByAnnotation(
    db
      .prepare(
        `${LINKS} JOIN annotations n ON n.id = l.annotation_id
         WHERE n.article_id = ? AND l.deleted_at IS NULL ORDER BY l.position, l.id`,
      )
      .all(input.articleId) as Row[],
  );
  return (rows as AnnotationRow[]).map((row) => withFormerPlace(db, toAnnotation(row, links.get(row.id) ?? [])));
}

export function createAnnotation(context: WriteContext, input: Input<'annotation.create'>): Annotation {
  const { db } = context;
  if (findRow(db, 'annotations', input.id) !== null) throw idTaken(input.id);
  const { text, revisionId } = currentText(db, input.articleId);
  if (revisionId !== input.revisionId) {
    throw new Refusal(
      'conflict',
      'revision-missing',
      'The text of this article was changed meanwhile: look at it again and mark the passage there.',
      { found: revisionId },
    );
  }
  const anchor = anchorAt(text, input.span);
  if (anchor.exact !== input.exact) {
    throw new Refusal(
      'conflict',
      'quote-mismatch',
      'The passage is not what stands at this place of the text: look at the article again and mark it anew.',
      { expected: input.exact.slice(0, 200), found: anchor.exact.slice(0, 200) },
    );
  }
  insertAnnotation(context, input, anchor, 'hand');
  context.note(input.articleId, subjectOf(anchor.exact));
  return getAnnotation(db, input.id);
}

/** Stores an annotation whose anchor is sound; its links come about as `origin` says, unless they were suggested. */
export function insertAnnotation(
  context: WriteContext,
  input: Omit<Input<'annotation.create'>, 'span' | 'exact'>,
  anchor: Anchor,
  origin: Link['origin'],
): void {
  const { db, record, coder } = context;
  record.insert('annotations', {
    id: input.id,
    article_id: input.articleId,
    coder_id: coder.id,
    note: input.note ?? '',
    translation: input.translation ?? '',
    ...voiceColumns(input.voice ?? null),
    status: input.status ?? 'settled',
  });
  record.insert('anchors', {
    id: `${input.id}.${input.revisionId}`,
    annotation_id: input.id,
    revision_id: input.revisionId,
    ...anchor,
    state: 'placed',
    confirmation: null,
  });
  input.links.forEach((link, position) => insertLink(context, input.id, link, position, origin));
  for (const codebookId of codebooksOf(db, input.links)) beginCoding(context, input.articleId, codebookId);
}

export function updateAnnotation(context: WriteContext, input: Input<'annotation.update'>): Annotation {
  const { db, record } = context;
  const present = getAnnotation(db, input.id);
  if (present.version !== input.version) throw versionChanged(input.version, present.version);
  const row = getRow(db, 'annotations', input.id);
  const values: Row = {};
  if (input.note !== undefined) values.note = input.note;
  if (input.translation !== undefined) values.translation = input.translation;
  if (input.voice !== undefined) Object.assign(values, voiceColumns(input.voice));
  if (input.status !== undefined) values.status = input.status;
  let quote = present.exact;
  if (input.span !== undefined) {
    const anchor = anchorAt(currentText(db, present.articleId).text, input.span);
    const { id } = db
      .prepare('SELECT id FROM anchors WHERE annotation_id = ? AND revision_id = ? AND deleted_at IS NULL')
      .get(present.id, present.revisionId) as { id: string };
    const placed: Row = { ...anchor, state: 'placed', confirmation: null };
    if (wouldChange(getRow(db, 'anchors', id), placed)) record.update('anchors', id, placed);
    quote = anchor.exact;
  }
  if (input.links !== undefined) replaceLinks(context, present, input.links);
  if (record.changes.length === 0 && !wouldChange(row, values)) return present;
  // Also when only they changed: the annotation's version tells of its anchor and links too.
  record.update('annotations', input.id, values, input.version);
  context.note(present.articleId, subjectOf(quote));
  return getAnnotation(db, input.id);
}

export function removeAnnotation(context: WriteContext, input: Input<'annotation.remove'>): Record<string, never> {
  const present = getAnnotation(context.db, input.id);
  if (present.version !== input.version) throw versionChanged(input.version, present.version);
  for (const link of present.links) context.record.remove('links', link.id);
  context.record.remove('annotations', input.id, input.version);
  context.note(present.articleId, subjectOf(present.exact));
  return {};
}

/** The beginning of a quote, to name its annotation in the history. */
export function subjectOf(exact: string): string {
  return exact.slice(0, splitsPair(exact, LONGEST_SUBJECT) ? LONGEST_SUBJECT - 1 : LONGEST_SUBJECT);
}

function replaceLinks(context: WriteContext, present: Annotation, wanted: NewLink[]): void {
  const { db, record } = context;
  for (const link of present.links) {
    if (!wanted.some((each) => each.id === link.id)) record.remove('links', link.id);
  }
  wanted.forEach((link, position) => {
    const old = findRow(db, 'links', link.id);
    if (old === null) return insertLink(context, present.id, link, position);
    if (old.annotation_id !== present.id || old.deleted_at !== null || old.category_id !== link.categoryId)
      throw idTaken(link.id);
    if (old.relation !== link.relation || old.position !== position)
      record.update('links', link.id, { relation: link.relation, position });
  });
}

/** The codebooks of the categories linked to; a passage without a category yet belongs to the built-in one. */
function codebooksOf(db: Connection, links: readonly { categoryId: string }[]): Set<string> {
  const statement = db.prepare('SELECT codebook_id FROM categories WHERE id = ?').pluck();
  const found = links.map((link) => statement.get(link.categoryId) as string);
  return new Set(found.length === 0 ? [BUILTIN_CODEBOOK_ID] : found);
}

type NewLink = Input<'annotation.create'>['links'][number];

export function insertLink(
  context: WriteContext,
  annotationId: string,
  link: NewLink,
  position: number,
  origin: Link['origin'] = 'hand',
): void {
  const { db, record, coder } = context;
  if (findRow(db, 'links', link.id) !== null) throw idTaken(link.id);
  record.insert('links', {
    id: link.id,
    annotation_id: annotationId,
    category_id: link.categoryId,
    codebook_revision_id: currentRevisionOf(db, link.categoryId),
    coder_id: coder.id,
    relation: link.relation,
    origin: link.suggestion === undefined ? origin : 'suggestion',
    suggestion: link.suggestion === undefined ? null : JSON.stringify(link.suggestion),
    position,
  });
}

function anchorAt(text: string, span: Span): Anchor {
  if (span.end > text.length) {
    throw new Refusal(
      'invalid',
      'span-outside',
      `The passage ends at ${span.end}, but the text has ${text.length} units.`,
      { end: span.end, length: text.length },
    );
  }
  if (span.start >= span.end)
    throw new Refusal('invalid', 'span-empty', 'The passage is empty: select at least one character.', { ...span });
  if (splitsPair(text, span.start) || splitsPair(text, span.end))
    throw new Refusal('invalid', 'span-outside', 'The passage cuts a character in two: select whole characters.', {
      ...span,
    });
  return createAnchor(text, span);
}

function getAnnotation(db: Connection, id: string): Annotation {
  const found = findAnnotation(db, id);
  if (found === null)
    throw new Refusal('not-found', 'annotation-missing', 'There is no such annotation; it may be in the bin.', { id });
  return found;
}

export function findAnnotation(db: Connection, id: string): Annotation | null {
  const row = prepared(db, `${SELECT} AND n.id = ?`).get(id) as AnnotationRow | undefined;
  if (row === undefined) return null;
  const links = prepared(
    db,
    `${LINKS} WHERE l.annotation_id = ? AND l.deleted_at IS NULL ORDER BY l.position, l.id`,
  ).all(id) as Row[];
  return withFormerPlace(db, toAnnotation(row, links.map(toLink)));
}

function linksByAnnotation(rows: Row[]): Map<string, Link[]> {
  const grouped = new Map<string, Link[]>();
  for (const row of rows) {
    const id = row.annotation_id as string;
    const links = grouped.get(id);
    if (links === undefined) grouped.set(id, [toLink(row)]);
    else links.push(toLink(row));
  }
  return grouped;
}

export function toLink(row: Row): Link {
  return {
    id: row.id as string,
    categoryId: row.category_id as string,
    relation: row.relation as Link['relation'],
    origin: row.origin as Link['origin'],
    codebookRevisionId: row.codebook_revision_id as string,
    recheck: row.recheck === 1,
    ...(row.suggestion === null ? {} : { suggestion: JSON.parse(row.suggestion as string) as Link['suggestion'] }),
  };
}

export function voiceColumns(voice: Voice | null): Row {
  return {
    voice: voice?.kind ?? null,
    voice_name: voice?.name ?? null,
    voice_office: voice?.office ?? null,
    voice_level: voice?.level ?? null,
    voice_place: voice?.place ?? null,
  };
}

export function voiceOf(
  row: Pick<AnnotationRow, 'voice' | 'voice_name' | 'voice_office' | 'voice_level' | 'voice_place'>,
): Voice | null {
  if (row.voice === null) return null;
  return {
    kind: row.voice,
    name: row.voice_name,
    office: row.voice_office,
    level: row.voice_level,
    place: row.voice_place,
  };
}

export function toAnnotation(row: AnnotationRow, links: Link[]): Annotation {
  return {
    id: row.id,
    version: row.version,
    articleId: row.article_id,
    revisionId: row.revision_id,
    start: row.start,
    end: row.end,
    exact: row.exact,
    prefix: row.prefix,
    suffix: row.suffix,
    anchorState: row.state,
    toConfirm: row.confirmation,
    note: row.note,
    translation: row.translation,
    voice: voiceOf(row),
    status: row.status,
    coderId: row.coder_id,
    coderName: row.coder_name,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    links,
  };
}
