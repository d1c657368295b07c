import { Refusal } from '#domain/contract/answer.ts';
import type { BinItem, BinKind } from '#domain/contract/history.ts';
import type { Input } from '#domain/contract/index.ts';
import type { Connection } from '../db/connection.ts';
import { findRow, getRow, type RecordedTable, type Row } from '../db/recorder.ts';
import type { ReadContext, WriteContext } from './context.ts';

const MOST = 5000;

const tables: Record<BinKind, RecordedTable> = {
  article: 'articles',
  annotation: 'annotations',
  codebook: 'codebooks',
  category: 'categories',
  memo: 'memos',
  state: 'named_states',
  reference: 'reference_texts',
  formula: 'formulas',
  finding: 'findings',
  template: 'report_templates',
};

// What lies in a thing that is itself in the bin comes back with that, and is not listed.
const SELECTS: Record<BinKind, string> = {
  article: `SELECT 'article' AS kind, id, coalesce(title, opening) AS subject, id AS articleId, deleted_at AS deletedAt
    FROM articles WHERE deleted_at IS NOT NULL`,
  // One whose making was undone has no place of its own: it comes back by redo.
  annotation: `SELECT 'annotation', n.id, k.exact, n.article_id, n.deleted_at
    FROM annotations n JOIN articles a ON a.id = n.article_id AND a.deleted_at IS NULL
      JOIN anchors k ON k.annotation_id = n.id AND k.revision_id = a.revision_id AND k.deleted_at IS NULL
    WHERE n.deleted_at IS NOT NULL`,
  codebook: `SELECT 'codebook', id, name_hant, NULL, deleted_at FROM codebooks WHERE deleted_at IS NOT NULL`,
  category: `SELECT 'category', c.id, trim(c.number || ' ' || c.title_hant), NULL, c.deleted_at FROM categories c
      JOIN codebooks b ON b.id = c.codebook_id AND b.deleted_at IS NULL
      LEFT JOIN categories p ON p.id = c.parent_id
    WHERE c.deleted_at IS NOT NULL AND p.deleted_at IS NULL`,
  memo: `SELECT 'memo', id, CASE title WHEN '' THEN substr(body, 1, 60) ELSE title END,
      CASE subject WHEN 'article' THEN subject_id END, deleted_at
    FROM memos m WHERE deleted_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM articles a WHERE m.subject = 'article' AND a.id = m.subject_id AND a.deleted_at IS NOT NULL)
      AND NOT EXISTS (SELECT 1 FROM categories c WHERE m.subject = 'category' AND c.id = m.subject_id AND c.deleted_at IS NOT NULL)`,
  state: `SELECT 'state', id, name, NULL, deleted_at FROM named_states WHERE deleted_at IS NOT NULL`,
  reference: `SELECT 'reference', id, name, NULL, deleted_at FROM reference_texts WHERE deleted_at IS NOT NULL`,
  formula: `SELECT 'formula', id, phrase, NULL, deleted_at FROM formulas WHERE deleted_at IS NOT NULL`,
  finding: `SELECT 'finding', id, name, NULL, deleted_at FROM findings WHERE deleted_at IS NOT NULL`,
  template: `SELECT 'template', id, name, NULL, deleted_at FROM report_templates WHERE deleted_at IS NOT NULL`,
};

interface StateName {
  name: string;
  at: string;
}

export function listBin({ db }: Pick<ReadContext, 'db'>): BinItem[] {
  const rows = db
    .prepare(`${Object.values(SELECTS).join(' UNION ALL ')} ORDER BY deletedAt DESC, id DESC LIMIT ${MOST}`)
    .all() as Omit<BinItem, 'coderName' | 'keptFor'>[];
  const coder = db
    .prepare(
      `SELECT c.name FROM history_changes k JOIN history_entries h ON h.seq = k.entry_seq JOIN coders c ON c.id = h.coder_id
       WHERE k.table_name = ? AND k.row_id = ? AND h.at = ? ORDER BY h.seq DESC LIMIT 1`,
    )
    .pluck();
  const first = firstState(db);
  return rows.map((row) => ({
    ...row,
    subject: row.subject ?? '',
    coderName: (coder.get(tables[row.kind], row.id, row.deletedAt) as string | undefined) ?? null,
    keptFor: first !== null && row.deletedAt > first.at ? first.name : null,
  }));
}

/** The oldest named state: whatever was put into the bin after it may belong to it or to a later one. */
export function firstState(db: Connection): StateName | null {
  return (
    (db
      .prepare(
        'SELECT name, created_at AS at FROM named_states WHERE deleted_at IS NULL ORDER BY created_at, id LIMIT 1',
      )
      .get() as StateName | undefined) ?? null
  );
}

/** Takes a row out of the bin with all that went into it in the same step. */
export function restoreFromBin(context: WriteContext, input: Input<'bin.restore'>): Record<string, never> {
  const { db, record } = context;
  const table = tables[input.kind];
  const row = findRow(db, table, input.id);
  const item = listBinItem(db, input.kind, input.id);
  if (row === null || item === null)
    throw new Refusal(
      'not-found',
      'bin-missing',
      'This is not in the bin, or lies in something that is: take that out first.',
      {
        ...input,
      },
    );
  const together = db
    .prepare(
      `SELECT DISTINCT k.table_name AS name, k.row_id AS id FROM history_changes k
       WHERE k.entry_seq = (
         SELECT o.entry_seq FROM history_changes o WHERE o.table_name = @table AND o.row_id = @id
           AND o.after ->> 'deleted_at' IS NOT NULL AND (o.before IS NULL OR o.before ->> 'deleted_at' IS NULL)
         ORDER BY o.entry_seq DESC LIMIT 1)`,
    )
    .all({ table, id: input.id }) as { name: RecordedTable; id: string }[];
  record.update(table, input.id, { deleted_at: null });
  for (const { name, id } of together) {
    if (name === table && id === input.id) continue;
    const other = getRow(db, name, id);
    // A step may have put many things into the bin: only what belongs to this one comes with it.
    if (other.deleted_at === row.deleted_at && belongs(db, input, name, other))
      record.update(name, id, { deleted_at: null });
  }
  context.note(item.articleId, item.subject);
  return {};
}

function listBinItem(db: Connection, kind: BinKind, id: string): BinItem | null {
  return (
    (db.prepare(`SELECT * FROM (${SELECTS.article} AND 0 UNION ALL ${SELECTS[kind]}) WHERE id = ?`).get(id) as
      | BinItem
      | undefined) ?? null
  );
}

function belongs(db: Connection, { kind, id }: Input<'bin.restore'>, table: RecordedTable, row: Row): boolean {
  if (kind === 'annotation') {
    if (table !== 'links' || row.annotation_id !== id) return false;
    const again = db.prepare('SELECT 1 FROM links WHERE annotation_id = ? AND category_id = ? AND deleted_at IS NULL');
    return again.get(id, row.category_id) === undefined;
  }
  if (kind === 'codebook') return table === 'categories' && row.codebook_id === id;
  if (kind === 'category') return table === 'categories' && isBelow(db, row, id);
  return false;
}

function isBelow(db: Connection, category: Row, id: string): boolean {
  for (
    let above = category.parent_id;
    above !== null;
    above = getRow(db, 'categories', above as string).parent_id ?? null
  )
    if (above === id) return true;
  return false;
}
