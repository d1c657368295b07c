import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import type { ImportRow } from '#domain/contract/import.ts';
import { importTable } from '#domain/languages/import-table.ts';
import Papa from 'papaparse';
import { v7 as uuidv7 } from 'uuid';
import { makeFolder } from '../files/make-folder.ts';
import type { JobContext, JobInput, JobOutput, ReadContext } from './context.ts';

export function listImports({ db }: ReadContext): ImportRow[] {
  return db
    .prepare(
      `SELECT i.id, i.at, c.name AS coderName,
         count(*) FILTER (WHERE f.outcome = 'imported') AS imported,
         count(*) FILTER (WHERE f.outcome = 'duplicate') AS duplicate,
         count(*) FILTER (WHERE f.outcome = 'refused') AS refused
       FROM imports i JOIN coders c ON c.id = i.coder_id LEFT JOIN imported_files f ON f.import_id = i.id
       GROUP BY i.id ORDER BY i.at DESC, i.id DESC`,
    )
    .all() as ImportRow[];
}

interface LoggedFile {
  name: string;
  outcome: 'imported' | 'duplicate' | 'refused';
  encoding: string | null;
  sha: string | null;
  applied: number | null;
  open: number | null;
  flags: number | null;
  title: string | null;
  outlet: string | null;
  province: string | null;
  day: string | null;
  message: string | null;
  article: string | null;
}

/** The table of an import, as a spreadsheet program opens it: with a byte order mark, and no cell that is a formula. */
export async function exportImport(
  context: JobContext,
  { importId, language }: JobInput<'import.export'>,
): Promise<JobOutput<'import.export'>> {
  const { db } = context;
  const at = db.prepare('SELECT at FROM imports WHERE id = ?').pluck().get(importId) as string | undefined;
  if (at === undefined)
    throw new Refusal('not-found', 'import-missing', 'There is no such import in this corpus.', { importId });
  const files = db
    .prepare(
      `SELECT f.name, f.outcome, f.encoding, f.bytes_sha256 AS sha, a.repairs_applied AS applied, a.repairs_open AS open, a.flags,
         a.title, a.outlet, a.outlet_province AS province, a.published_on AS day, f.message, f.article_id AS article
       FROM imported_files f LEFT JOIN articles a ON a.id = f.article_id AND f.outcome = 'imported'
       WHERE f.import_id = ? ORDER BY f.position`,
    )
    .all(importId) as LoggedFile[];
  const { columns, outcomes } = importTable[language];
  const rows = files.map((file) => ({ ...file, outcome: outcomes[file.outcome] }));
  const keys = Object.keys(columns) as (keyof LoggedFile)[];
  const table = Papa.unparse(
    { fields: keys.map((key) => columns[key]), data: rows.map((row) => keys.map((key) => row[key] ?? '')) },
    { escapeFormulae: true },
  );
  const bytes = Buffer.from(`\uFEFF${table}\r\n`, 'utf8');
  makeFolder(context.outbox);
  const path = join(context.outbox, `${uuidv7()}.csv`);
  await writeFile(`${path}.part`, bytes);
  await rename(`${path}.part`, path);
  return { path, name: `import-${at.slice(0, 10)}.csv`, bytes: bytes.byteLength };
}
