import { v7 as uuidv7 } from 'uuid';
import { type Connection, connect } from '../../main/db/connection.ts';
import { createCorpus } from '../../main/db/corpus-file.ts';

/** Articles in a transaction. */
const PORTION = 100;

const ofArticle = 'JOIN articles a ON a.id =';
/** The tables that an import fills, in an order that keeps references whole, each with the way to its article. */
const filled: readonly [table: string, owner: string][] = [
  ['revisions', `${ofArticle} t.article_id`],
  ['articles', `${ofArticle} t.id`],
  ['originals', `${ofArticle} t.article_id`],
  ['changes', `JOIN revisions r ON r.id = t.revision_id ${ofArticle} r.article_id`],
  ['paragraph_roles', `JOIN revisions r ON r.id = t.revision_id ${ofArticle} r.article_id`],
  ['repairs', `JOIN revisions r ON r.id = t.revision_id ${ofArticle} r.article_id`],
  ['flags', `JOIN revisions r ON r.id = t.revision_id ${ofArticle} r.article_id`],
  ['fingerprints', `JOIN originals o ON o.seq = t.original_seq ${ofArticle} o.article_id`],
  ['fingerprint_bands', `JOIN originals o ON o.seq = t.original_seq ${ofArticle} o.article_id`],
  ['duplicates', `${ofArticle} t.article_id`],
  ['imported_files', `${ofArticle} t.article_id`],
  ['history_entries', `${ofArticle} t.article_id`],
  ['history_changes', `JOIN history_entries e ON e.seq = t.entry_seq ${ofArticle} e.article_id`],
];

/** Inserts the rows of one corpus into an empty one in transactions of 100 articles; answers with the time in ms. */
export function insertBare(from: string, to: string): number {
  createCorpus(to, { id: uuidv7(), name: 'bare' }, new Date().toISOString());
  const source = connect(from, { readonly: true });
  const target = connect(to);
  try {
    for (const table of ['coders', 'imports', 'families']) {
      const insert = insertInto(target, table);
      for (const row of source.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][]) insert.run(row);
    }
    const portions = portionsOf(source, target);
    const began = performance.now();
    for (const portion of portions) {
      target
        .transaction(() => {
          for (const { insert, rows } of portion) for (const row of rows) insert.run(row);
        })
        .immediate();
    }
    return performance.now() - began;
  } finally {
    source.close();
    target.close();
  }
}

type Portion = { insert: ReturnType<Connection['prepare']>; rows: unknown[][] }[];

function portionsOf(source: Connection, target: Connection): Portion[] {
  const portions: Portion[] = [];
  for (const [table, owner] of filled) {
    const insert = insertInto(target, table);
    const rows = source.prepare(`SELECT a.seq, t.* FROM ${table} t ${owner} ORDER BY a.seq`).raw().all() as unknown[][];
    for (const [seq, ...row] of rows) {
      const portion = (portions[Math.floor((Number(seq) - 1) / PORTION)] ??= []);
      let own = portion.find((each) => each.insert === insert);
      if (own === undefined) portion.push((own = { insert, rows: [] }));
      own.rows.push(row);
    }
  }
  return portions;
}

function insertInto(db: Connection, table: string) {
  const columns = db.pragma(`table_info(${table})`) as unknown[];
  return db.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`);
}
