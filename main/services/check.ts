import type { Output } from '#domain/contract/index.ts';
import { checkAnchor } from '#domain/text/anchor.ts';
import { schemaVersion } from '../db/connection.ts';
import type { ReadContext } from './context.ts';

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
    ...misquotes(db),
    ...roleGaps(db),
  ];
  const counts = Object.fromEntries(
    counted.map((table) => {
      const live = table === 'coders' || table === 'history_entries' ? '' : ' WHERE deleted_at IS NULL';
      return [table, db.prepare(`SELECT count(*) FROM ${table}${live}`).pluck().get() as number];
    }),
  );
  return { ok: problems.length === 0, problems: problems.slice(0, MOST_PROBLEMS), counts, schema: schemaVersion(db) };
}

function misquotes(db: ReadContext['db']): string[] {
  const problems: string[] = [];
  const anchors = db.prepare(
    `SELECT annotation_id, start, "end", exact, prefix, suffix FROM anchors WHERE revision_id = ? AND state = 'placed'`,
  );
  for (const revision of db.prepare('SELECT id, text FROM revisions').iterate() as Iterable<{
    id: string;
    text: string;
  }>) {
    for (const anchor of anchors.all(revision.id) as {
      annotation_id: string;
      start: number;
      end: number;
      exact: string;
      prefix: string;
      suffix: string;
    }[]) {
      if (!checkAnchor(revision.text, anchor))
        problems.push(`annotation ${anchor.annotation_id} does not quote what stands at ${anchor.start}–${anchor.end}`);
    }
  }
  return problems;
}

function roleGaps(db: ReadContext['db']): string[] {
  const problems: string[] = [];
  const roles = db.prepare('SELECT count(*) FROM paragraph_roles WHERE revision_id = ?').pluck();
  for (const revision of db.prepare('SELECT id, text FROM revisions').iterate() as Iterable<{
    id: string;
    text: string;
  }>) {
    const paragraphs = revision.text.split('\n').length;
    const found = roles.get(revision.id) as number;
    if (found !== paragraphs) problems.push(`revision ${revision.id} has ${paragraphs} paragraphs but ${found} roles`);
  }
  return problems;
}
