import { createHash } from 'node:crypto';
import type { Output } from '#domain/contract/index.ts';
import { type Anchor, checkAnchor } from '#domain/text/anchor.ts';
import { applyChanges, type TextChange } from '#domain/text/well-formed.ts';
import { type Connection, schemaVersion } from '../db/connection.ts';
import type { ReadContext } from './context.ts';
import { changesOf } from './revise-article.ts';

const counted = ['articles', 'annotations', 'links', 'categories', 'coders', 'history_entries'] as const;
const MOST_PROBLEMS = 100;

/** Everything about a corpus that a program can prove right or wrong. */
export function checkCorpus({ db }: ReadContext): Output<'corpus.check'> {
  const problems = [
    ...(db.pragma('integrity_check') as { integrity_check: string }[])
      .map((row) => row.integrity_check)
      .filter((found) => found !== 'ok'),
    ...(db.pragma('foreign_key_check') as { table: string; parent: string; rowid: number }[]).map(
      (row) => `a row of ${row.table} (${row.rowid}) points at no row of ${row.parent}`,
    ),
    ...wrongOriginals(db),
    ...wrongRevisions(db),
    ...wrongRepairs(db),
  ];
  const counts = Object.fromEntries(
    counted.map((table) => {
      const live = table === 'coders' || table === 'history_entries' ? '' : ' WHERE deleted_at IS NULL';
      return [table, db.prepare(`SELECT count(*) FROM ${table}${live}`).pluck().get() as number];
    }),
  );
  return { ok: problems.length === 0, problems: problems.slice(0, MOST_PROBLEMS), counts, schema: schemaVersion(db) };
}

/** That the bytes are those imported, and that the logged changes lead from the original to the text of each revision. */
function wrongOriginals(db: Connection): string[] {
  const problems: string[] = [];
  const revisions = db.prepare(
    `SELECT r.id, r.number, r.text, p.text AS before FROM revisions r LEFT JOIN revisions p ON p.id = r.parent_id
     WHERE r.original_id = ?`,
  );
  const rows = db
    .prepare('SELECT id, article_id, bytes_sha256, text_sha256, bytes, text_utf16 FROM originals')
    .iterate() as Iterable<{
    id: string;
    article_id: string;
    bytes_sha256: string;
    text_sha256: string;
    bytes: Buffer;
    text_utf16: Buffer;
  }>;
  for (const row of rows) {
    const article = row.article_id;
    if (sha256(row.bytes) !== row.bytes_sha256) problems.push(`the original of article ${article} was altered`);
    const made = revisions.all(row.id) as { id: string; number: number; text: string; before: string | null }[];
    const imported = made.filter(({ before }) => before === null);
    if (imported.length !== 1) problems.push(`article ${article} has ${imported.length} texts made of one original`);
    for (const { id, number, text, before } of made) {
      if (before === null && sha256(text) !== row.text_sha256)
        problems.push(`the text of article ${article} was altered`);
      if (!leadsTo(before ?? row.text_utf16.toString('utf16le'), changesOf(db, id), text))
        problems.push(`the changes of article ${article} do not lead to its revision ${number}`);
    }
  }
  return problems;
}

function leadsTo(original: string, changes: TextChange[], text: string): boolean {
  try {
    return applyChanges(original, changes) === text;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** That every annotation quotes what stands at its place, and every paragraph has a role. */
function wrongRevisions(db: Connection): string[] {
  const problems: string[] = [];
  const anchors = db.prepare(
    `SELECT annotation_id, start, "end", exact, prefix, suffix FROM anchors WHERE revision_id = ? AND state = 'placed'`,
  );
  const roles = db.prepare('SELECT count(*) FROM paragraph_roles WHERE revision_id = ?').pluck();
  const revisions = db.prepare('SELECT id, text FROM revisions').iterate() as Iterable<{ id: string; text: string }>;
  for (const { id, text } of revisions) {
    for (const anchor of anchors.all(id) as (Anchor & { annotation_id: string })[]) {
      if (!checkAnchor(text, anchor))
        problems.push(`annotation ${anchor.annotation_id} does not quote what stands at ${anchor.start}–${anchor.end}`);
    }
    const paragraphs = text.split('\n').length;
    const found = roles.get(id) as number;
    if (found !== paragraphs) problems.push(`revision ${id} has ${paragraphs} paragraphs but ${found} roles`);
  }
  return problems;
}

/** That every repair quotes what stands at its place, and that articles count theirs rightly. */
function wrongRepairs(db: Connection): string[] {
  const problems: string[] = [];
  const texts = db.prepare('SELECT text FROM revisions WHERE id = ?').pluck();
  const repairs = db
    .prepare('SELECT id, revision_id, start, "end", before FROM repairs ORDER BY revision_id')
    .iterate() as Iterable<{ id: string; revision_id: string; start: number; end: number; before: string }>;
  let revision = '';
  let text = '';
  for (const repair of repairs) {
    if (repair.revision_id !== revision) {
      revision = repair.revision_id;
      text = texts.get(revision) as string;
    }
    if (text.slice(repair.start, repair.end) !== repair.before)
      problems.push(`repair ${repair.id} does not quote what stands at ${repair.start}–${repair.end}`);
  }
  const miscounted = db
    .prepare(
      `SELECT a.id FROM articles a JOIN revisions c ON c.id = a.revision_id
         JOIN revisions i ON i.original_id = c.original_id AND i.parent_id IS NULL
       WHERE a.repairs_applied <> (SELECT count(*) FROM repairs WHERE revision_id = i.id AND decision = 'accepted')
          OR a.repairs_open <> (SELECT count(*) FROM repairs WHERE revision_id = i.id AND decision = 'open')`,
    )
    .pluck()
    .all() as string[];
  return [...problems, ...miscounted.map((id) => `the repairs of article ${id} are miscounted`)];
}

function sha256(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
