import { basename } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { connect, type Connection, databaseRefusal } from './connection.ts';
import { assertAlone } from './corpus-file.ts';

export interface Emptied {
  /** Things that were deleted for good, and those that a named state keeps in the bin. */
  deleted: number;
  kept: number;
}

/** What the researcher put into the bin; the rows that hang on these are not counted. */
const things = [
  'articles',
  'annotations',
  'codebooks',
  'categories',
  'memos',
  'named_states',
  'reference_texts',
  'formulas',
  'findings',
  'report_templates',
] as const;

// In this order, so that no row is left that points at none. `gone_…` are the ids of what goes.
const steps = [
  `CREATE TEMP TABLE gone_articles AS SELECT id FROM articles WHERE deleted_at <= @until`,
  `CREATE TEMP TABLE gone_revisions AS SELECT id FROM revisions WHERE article_id IN gone_articles`,
  `CREATE TEMP TABLE gone_originals AS SELECT id, seq FROM originals WHERE article_id IN gone_articles`,
  `CREATE TEMP TABLE gone_codebooks AS SELECT id FROM codebooks WHERE deleted_at <= @until`,
  `CREATE TEMP TABLE gone_categories AS SELECT id FROM categories
     WHERE deleted_at <= @until OR codebook_id IN gone_codebooks`,
  `CREATE TEMP TABLE gone_annotations AS SELECT id FROM annotations
     WHERE deleted_at <= @until OR article_id IN gone_articles`,
  `CREATE TEMP TABLE gone_links AS SELECT id FROM links
     WHERE deleted_at <= @until OR annotation_id IN gone_annotations OR category_id IN gone_categories`,
  `CREATE TEMP TABLE gone_article_links AS SELECT id FROM article_links
     WHERE deleted_at <= @until OR article_id IN gone_articles OR category_id IN gone_categories`,
  `CREATE TEMP TABLE gone_anchors AS SELECT id FROM anchors
     WHERE annotation_id IN gone_annotations OR revision_id IN gone_revisions`,
  `CREATE TEMP TABLE gone_memos AS SELECT id FROM memos
     WHERE deleted_at <= @until OR (subject = 'article' AND subject_id IN gone_articles)
       OR (subject = 'category' AND subject_id IN gone_categories)`,
  `CREATE TEMP TABLE gone_coding_statuses AS SELECT id FROM coding_statuses
     WHERE article_id IN gone_articles OR codebook_id IN gone_codebooks`,
  `CREATE TEMP TABLE gone_duplicates AS SELECT id FROM duplicates
     WHERE article_id IN gone_articles OR other_id IN gone_articles`,
  `CREATE TEMP TABLE gone_repairs AS SELECT id FROM repairs WHERE revision_id IN gone_revisions`,
  `CREATE TEMP TABLE gone_paragraph_roles AS SELECT id FROM paragraph_roles WHERE revision_id IN gone_revisions`,
  `CREATE TEMP TABLE gone_named_states AS SELECT id FROM named_states WHERE deleted_at <= @until`,
  `CREATE TEMP TABLE gone_reference_texts AS SELECT id FROM reference_texts WHERE deleted_at <= @until`,
  `CREATE TEMP TABLE gone_reference_divisions AS SELECT id FROM reference_divisions
     WHERE deleted_at <= @until OR reference_id IN gone_reference_texts`,
  `CREATE TEMP TABLE gone_refused_suggestions AS SELECT id FROM refused_suggestions
     WHERE deleted_at <= @until OR article_id IN gone_articles OR category_id IN gone_categories`,
  `CREATE TEMP TABLE gone_reference_links AS SELECT id FROM reference_links
     WHERE deleted_at <= @until OR annotation_id IN gone_annotations OR reference_id IN gone_reference_texts`,
  `CREATE TEMP TABLE gone_formulas AS SELECT id FROM formulas WHERE deleted_at <= @until`,
  `CREATE TEMP TABLE gone_findings AS SELECT id FROM findings WHERE deleted_at <= @until`,
  `CREATE TEMP TABLE gone_report_templates AS SELECT id FROM report_templates WHERE deleted_at <= @until`,
  `CREATE TEMP TABLE gone_codebook_revisions AS SELECT id FROM codebook_revisions WHERE codebook_id IN gone_codebooks`,
];
/** Tables whose rows the history knows; what it knows of those that go, goes with them. */
const recorded = [
  'links',
  'reference_links',
  'formulas',
  'findings',
  'report_templates',
  'article_links',
  'anchors',
  'memos',
  'coding_statuses',
  'duplicates',
  'repairs',
  'paragraph_roles',
  'named_states',
  'reference_divisions',
  'reference_texts',
  'refused_suggestions',
  'annotations',
  'articles',
  'categories',
  'codebook_revisions',
  'codebooks',
] as const;
const unrecorded = [
  'DELETE FROM flags WHERE revision_id IN gone_revisions',
  'DELETE FROM reuse_results WHERE revision_id IN gone_revisions',
  'UPDATE reference_divisions SET category_id = NULL WHERE category_id IN gone_categories',
  'DELETE FROM changes WHERE revision_id IN gone_revisions',
  'DELETE FROM fingerprint_bands WHERE original_seq IN (SELECT seq FROM gone_originals)',
  'DELETE FROM fingerprints WHERE original_seq IN (SELECT seq FROM gone_originals)',
  'UPDATE imported_files SET article_id = NULL WHERE article_id IN gone_articles',
  'UPDATE families SET source_id = NULL WHERE source_id IN gone_articles',
  'UPDATE formulas SET reference_id = NULL WHERE reference_id IN gone_reference_texts',
  'UPDATE findings SET codebook_revision_id = NULL WHERE codebook_revision_id IN gone_codebook_revisions',
  'UPDATE codebook_revisions SET category_id = NULL WHERE category_id IN gone_categories',
  'DELETE FROM originals WHERE id IN (SELECT id FROM gone_originals)',
  'DELETE FROM revisions WHERE id IN gone_revisions',
];

/**
 * Deletes for good what lay in the bin before the first named state, all of it when there is none, and ends undo there.
 * Nobody else may hold the corpus.
 */
export function emptyBin(file: string, coder: { id: string }, now: string): Emptied {
  const name = basename(file);
  try {
    const db = connect(file);
    try {
      assertAlone(db, name);
      // References are checked at the end: articles and revisions point at one another.
      db.pragma('foreign_keys = OFF');
      const emptied = db.transaction(() => remove(db, coder, now)).exclusive();
      db.exec('VACUUM');
      return emptied;
    } finally {
      db.close();
    }
  } catch (error) {
    throw databaseRefusal(error, name);
  }
}

function remove(db: Connection, coder: { id: string }, now: string): Emptied {
  const first = db.prepare('SELECT min(created_at) FROM named_states WHERE deleted_at IS NULL').pluck();
  const until = (first.get() as string | null) ?? now;
  const count = (condition: string) =>
    things.reduce(
      (sum, table) =>
        sum + (db.prepare(`SELECT count(*) FROM ${table} WHERE ${condition}`).pluck().get({ until }) as number),
      0,
    );
  const deleted = count('deleted_at <= @until');
  const kept = count('deleted_at > @until');
  for (const step of steps) {
    // `IN table` reads a table of one column.
    const made = db.prepare(step);
    if (step.includes('@until')) made.run({ until });
    else made.run();
  }
  for (const table of recorded)
    db.prepare(`DELETE FROM history_changes WHERE table_name = ? AND row_id IN gone_${table}`).run(table);
  for (const statement of unrecorded) db.prepare(statement).run();
  for (const table of recorded) db.prepare(`DELETE FROM ${table} WHERE id IN gone_${table}`).run();
  const entry = db.prepare(
    `INSERT INTO history_entries (id, coder_id, at, operation, article_id, subject, state)
     VALUES (?, ?, ?, 'bin.empty', NULL, ?, 'done')`,
  );
  const floor = entry.run(uuidv7(), coder.id, now, String(deleted)).lastInsertRowid;
  db.prepare('UPDATE settings SET undo_floor = ?').run(floor);
  const broken = db.pragma('foreign_key_check') as { table: string; parent: string }[];
  if (broken[0] !== undefined)
    throw new Error(`a row of ${broken[0].table} would point at none of ${broken[0].parent}`);
  return { deleted, kept };
}
