import { Refusal } from '#domain/contract/answer.ts';
import type { ArticleRow, ArticleText, Exclusion } from '#domain/contract/article.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { BUILTIN_CODEBOOK_ID } from '#domain/codebook/builtin-codebook.ts';
import { type Row, versionChanged, wouldChange } from '../db/recorder.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { articleMissing, currentText, getLive, subjectOf } from './live-article.ts';
import { metadataColumns } from './metadata-columns.ts';
import { standingRepairs } from './repairs.ts';
import { changesOf, getRevision, rolesOf } from './revise-article.ts';

const SELECT = `
  SELECT a.*,
    (SELECT count(*) FROM annotations n WHERE n.article_id = a.id AND n.deleted_at IS NULL) AS annotations,
    coalesce((SELECT s.state FROM coding_statuses s
      WHERE s.article_id = a.id AND s.coder_id = @coder AND s.codebook_id = @codebook AND s.deleted_at IS NULL), 'not-begun') AS coding_state
  FROM articles a WHERE a.deleted_at IS NULL`;

export function listArticles({ db, coder }: ReadContext): ArticleRow[] {
  const rows = db.prepare(`${SELECT} ORDER BY a.seq DESC`).all(asker(coder)) as Row[];
  return rows.map(toArticleRow);
}

export function getArticle({ db, coder }: ReadContext, input: Input<'article.get'>): ArticleText {
  const row = db.prepare(`${SELECT} AND a.id = @article`).get({ ...asker(coder), article: input.articleId }) as
    | Row
    | undefined;
  if (row === undefined) throw articleMissing(input.articleId);
  const { id, number, text } = getRevision(db, row.revision_id as string);
  return { ...toArticleRow(row), revisionId: id, revision: number, text, roles: rolesOf(db, id) };
}

export function getOriginal({ db }: ReadContext, input: Input<'article.original'>): Output<'article.original'> {
  const article = getLive(db, input.articleId);
  const { originalId } = getRevision(db, article.revision_id as string);
  const row = db
    .prepare(
      `SELECT o.text_utf16, o.encoding, length(o.bytes) AS bytes, o.file_name, o.bytes_sha256, o.text_sha256, r.id AS revision
       FROM originals o JOIN revisions r ON r.original_id = o.id AND r.parent_id IS NULL WHERE o.id = ?`,
    )
    .get(originalId) as {
    text_utf16: Buffer;
    encoding: string;
    bytes: number;
    file_name: string;
    bytes_sha256: string;
    text_sha256: string;
    revision: string;
  };
  return {
    text: row.text_utf16.toString('utf16le'),
    fileName: row.file_name,
    encoding: row.encoding,
    bytes: row.bytes,
    bytesSha256: row.bytes_sha256,
    textSha256: row.text_sha256,
    changes: changesOf(db, row.revision),
    repairs: standingRepairs(db, article),
  };
}

export function updateArticle(context: WriteContext, input: Input<'article.update'>): Output<'article.update'> {
  const present = getLive(context.db, input.articleId);
  if (present.version !== input.version) throw versionChanged(input.version, present.version);
  const seen = new Set<string>([...Object.keys(input.metadata), ...(input.confirm ?? [])]);
  const unconfirmed = (JSON.parse(present.unconfirmed as string) as string[]).filter((field) => !seen.has(field));
  const values = { ...metadataColumns(input.metadata), unconfirmed: JSON.stringify(unconfirmed) };
  if (!wouldChange(present, values)) return { version: input.version };
  const after = context.record.update('articles', input.articleId, values);
  context.note(input.articleId, subjectOf(after));
  return { version: after.version as number };
}

export function setExclusion(
  context: WriteContext,
  input: Input<'article.setExclusion'>,
): Output<'article.setExclusion'> {
  const present = getLive(context.db, input.articleId);
  if (present.version !== input.version) throw versionChanged(input.version, present.version);
  const values = { exclusion: input.exclusion?.reason ?? null, exclusion_note: input.exclusion?.note ?? '' };
  if (!wouldChange(present, values)) return { version: input.version };
  const after = context.record.update('articles', input.articleId, values);
  context.note(input.articleId, subjectOf(after));
  return { version: after.version as number };
}

export function setRole(context: WriteContext, input: Input<'article.setRole'>): Record<string, never> {
  const { db, record } = context;
  const { revisionId } = currentText(db, input.articleId);
  if (revisionId !== input.revisionId) {
    throw new Refusal(
      'conflict',
      'revision-missing',
      'The text of this article was changed meanwhile: look at it again.',
      { found: revisionId },
    );
  }
  const row = db
    .prepare('SELECT id, role FROM paragraph_roles WHERE revision_id = ? AND paragraph = ?')
    .get(revisionId, input.paragraph) as { id: string; role: string } | undefined;
  if (row === undefined) {
    throw new Refusal(
      'not-found',
      'span-outside',
      `The text has no paragraph ${input.paragraph}; they are counted from 0.`,
      { paragraph: input.paragraph },
    );
  }
  if (row.role !== input.role) record.update('paragraph_roles', row.id, { role: input.role });
  context.note(input.articleId, subjectOf(getLive(db, input.articleId)));
  return {};
}

export function removeArticle(context: WriteContext, input: Input<'article.remove'>): Record<string, never> {
  const present = getLive(context.db, input.articleId);
  context.record.remove('articles', input.articleId, input.version);
  context.note(input.articleId, subjectOf(present));
  return {};
}

function asker(coder: ReadContext['coder']) {
  return { coder: coder?.id ?? '', codebook: BUILTIN_CODEBOOK_ID };
}

export function toArticleRow(row: Row): ArticleRow {
  return {
    id: row.id as string,
    version: row.version as number,
    title: row.title as string | null,
    outlet: row.outlet as string | null,
    outletProvince: row.outlet_province as string | null,
    places: JSON.parse(row.places as string) as string[],
    publishedOn: row.published_on as string | null,
    reporters: JSON.parse(row.reporters as string) as string[],
    editor: row.editor as string | null,
    source: row.source as string | null,
    address: row.address as string | null,
    genre: row.genre as string | null,
    script: row.script as ArticleRow['script'],
    fileName: row.file_name as string,
    opening: row.opening as string,
    length: row.length as number,
    annotations: row.annotations as number,
    codingState: row.coding_state as ArticleRow['codingState'],
    unconfirmed: JSON.parse(row.unconfirmed as string) as ArticleRow['unconfirmed'],
    exclusion:
      row.exclusion === null
        ? null
        : { reason: row.exclusion as Exclusion['reason'], note: row.exclusion_note as string },
    repairs: { applied: row.repairs_applied as number, open: row.repairs_open as number },
    flags: row.flags as number,
    familyId: row.family_id as string | null,
    createdAt: row.created_at as string,
    changedAt: row.changed_at as string,
  };
}
