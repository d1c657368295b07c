import { createHash } from 'node:crypto';
import { bandsOf } from '#domain/duplicates/fingerprint.ts';
import { v7 as uuidv7 } from 'uuid';
import { type Connection, prepared } from '../db/connection.ts';
import { Recorder } from '../db/recorder.ts';
import { insertRevision } from './revise-article.ts';
import type { FileWithoutArticle, ImportPortion, InternalWrites, NewArticle, WriteContext } from './context.ts';
import { joinFamily } from './families.ts';
import { metadataColumns } from './metadata-columns.ts';
import { openingOf } from './opening.ts';

/** Tables that an import fills and no recorder knows of. */
export const filledByImport = [
  'originals',
  'revisions',
  'changes',
  'paragraph_roles',
  'repairs',
  'flags',
  'imports',
  'imported_files',
];

/** Stores a portion of an import; each article is an entry of the history of its own. */
export function storeImport(context: WriteContext, portion: ImportPortion): InternalWrites['import.store']['output'] {
  const { db, coder, now } = context;
  const tables = new Set([...filledByImport, 'history_entries']);
  prepared(db, 'INSERT OR IGNORE INTO imports (id, coder_id, at) VALUES (?, ?, ?)').run(
    portion.importId,
    coder.id,
    now,
  );
  const stored: { articleId: string; duplicate: boolean }[] = [];
  /** Articles of this portion that were there already, by the ids they would have had. */
  const instead = new Map<string, string>();
  for (const [index, file] of portion.files.entries()) {
    const at = { importId: portion.importId, position: portion.position + index };
    if ('refused' in file) {
      logFile(db, at, { outcome: 'refused', articleId: null, ...file.refused });
      continue;
    }
    const { article } = file;
    const record = new Recorder(db, now);
    const sha = sha256(article.bytes);
    const present = findSame(db, article, sha);
    if (present === null) {
      insertArticle({ ...context, record }, withPresent(article, instead), sha);
      record.commit(coder.id, {
        operation: 'article.import',
        articleId: article.id,
        subject: article.metadata.title ?? openingOf(textOf(article)),
      });
      for (const change of record.changes) tables.add(change.table);
    }
    const articleId = present ?? article.id;
    if (present !== null) instead.set(article.id, present);
    const { fileName: name, encoding } = article;
    const outcome = present === null ? 'imported' : 'duplicate';
    logFile(db, at, { outcome, articleId, name, encoding, bytesSha256: sha, reason: null, message: null });
    stored.push({ articleId, duplicate: present !== null });
  }
  context.touched([...tables]);
  return stored;
}

/** What an article was found to resemble, by the ids under which it is stored, each once. */
function withPresent(article: NewArticle, instead: ReadonlyMap<string, string>): NewArticle {
  const found = new Map<string, NewArticle['resembling'][number]>();
  for (const each of article.resembling) {
    const articleId = instead.get(each.articleId) ?? each.articleId;
    if (!found.has(articleId)) found.set(articleId, { ...each, articleId });
  }
  return { ...article, resembling: [...found.values()] };
}

function textOf({ repaired, imported }: NewArticle): string {
  return (repaired ?? imported).text;
}

/** The live article made from the same bytes, or from the same text where no other outlet is known to have printed it. */
export function findSame(db: Connection, article: NewArticle, bytesSha256: string): string | null {
  const live = 'FROM originals o JOIN articles a ON a.id = o.article_id WHERE a.deleted_at IS NULL';
  const sameBytes = prepared(db, `SELECT a.id ${live} AND o.bytes_sha256 = ? ORDER BY o.seq LIMIT 1`)
    .pluck()
    .get(bytesSha256) as string | undefined;
  if (sameBytes !== undefined) return sameBytes;
  const { outlet } = article.metadata;
  const sameText = prepared(db, `SELECT a.id, a.outlet ${live} AND o.text_sha256 = ? ORDER BY o.seq`).all(
    sha256(article.imported.text),
  ) as { id: string; outlet: string | null }[];
  return sameText.find((each) => each.outlet === null || outlet === null || each.outlet === outlet)?.id ?? null;
}

export function insertArticle(context: WriteContext, article: NewArticle, bytesSha256: string): void {
  const { db, record } = context;
  const { imported, repaired, repairs } = article;
  const current = repaired ?? imported;
  const accepted = repairs.filter((repair) => repair.accepted).length;
  const of = { articleId: article.id, originalId: article.id };
  insertRevision(context, { ...of, ...imported, parentId: null });
  if (repaired !== null) insertRevision(context, { ...of, ...repaired, parentId: imported.id });
  record.insert('articles', {
    id: article.id,
    ...metadataColumns(article.metadata),
    file_name: article.fileName,
    revision_id: current.id,
    opening: openingOf(current.text),
    length: current.text.length,
    unconfirmed: JSON.stringify(
      article.proposal.fields.filter(({ confidence }) => confidence === 'likely').map(({ field }) => field),
    ),
    exclusion: null,
    exclusion_note: '',
    repairs_applied: accepted,
    repairs_open: repairs.length - accepted,
    flags: article.flags.length,
    family_id: null,
  });
  insertOriginal(db, article, article.id, bytesSha256);
  insertFindings(context, article);
  insertResembling(context, article);
}

/** The file behind a text, and by what it is found to resemble others. */
export function insertOriginal(db: Connection, article: NewArticle, id: string, bytesSha256: string): void {
  const { lastInsertRowid: seq } = prepared(
    db,
    `INSERT INTO originals (id, article_id, file_name, bytes, bytes_sha256, encoding, text_utf16, text_sha256, proposal)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    article.id,
    article.fileName,
    article.bytes,
    bytesSha256,
    article.encoding,
    Buffer.from(article.originalText, 'utf16le'),
    sha256(article.imported.text),
    JSON.stringify(article.proposal),
  );
  const print = Buffer.from(article.fingerprint.buffer, article.fingerprint.byteOffset, article.fingerprint.byteLength);
  prepared(db, 'INSERT INTO fingerprints (original_seq, print) VALUES (?, ?)').run(seq, print);
  const band = prepared(db, 'INSERT INTO fingerprint_bands (band, original_seq) VALUES (?, ?)');
  for (const key of bandsOf(article.fingerprint)) band.run(key, seq);
}

function insertFindings({ db, now }: WriteContext, { imported, repairs, flags }: NewArticle): void {
  const insertRepair = prepared(
    db,
    `INSERT INTO repairs (id, revision_id, position, start, "end", before, kind, certain, reason, place, candidates, decision, "insert",
       version, created_at, changed_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`,
  );
  repairs.forEach((repair, position) =>
    insertRepair.run(
      `${imported.id}.${position}`,
      imported.id,
      position,
      repair.start,
      repair.end,
      repair.before,
      repair.kind,
      Number(repair.certain),
      repair.reason,
      repair.place,
      JSON.stringify(repair.candidates),
      repair.accepted ? 'accepted' : 'open',
      repair.accepted ? (repair.candidates[0]?.insert ?? '') : null,
      now,
      now,
    ),
  );
  const insertFlag = prepared(
    db,
    'INSERT INTO flags (revision_id, position, start, "end", kind, evidence) VALUES (?, ?, ?, ?, ?, ?)',
  );
  flags.forEach(({ start, end, kind, evidence }, position) =>
    insertFlag.run(imported.id, position, start, end, kind, JSON.stringify(evidence)),
  );
}

function insertResembling(context: WriteContext, { id, resembling }: NewArticle): void {
  for (const { kind, articleId, share, resemblance, longestRun } of resembling) {
    if (kind === 'reprint') {
      joinFamily(context, id, articleId);
      continue;
    }
    context.record.insert('duplicates', {
      id: uuidv7(),
      article_id: id,
      other_id: articleId,
      kind,
      share,
      resemblance,
      longest_run: longestRun,
      decision: 'open',
    });
  }
}

export function logFile(
  db: Connection,
  at: { importId: string; position: number },
  file: FileWithoutArticle & { outcome: 'imported' | 'duplicate' | 'refused'; articleId: string | null },
): void {
  prepared(
    db,
    `INSERT INTO imported_files (import_id, position, name, bytes_sha256, outcome, article_id, encoding, reason, message)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    at.importId,
    at.position,
    file.name,
    file.bytesSha256,
    file.outcome,
    file.articleId,
    file.encoding,
    file.reason,
    file.message,
  );
}

export function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
