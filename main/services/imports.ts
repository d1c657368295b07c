import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { Refusal } from '#domain/contract/answer.ts';
import type { ImportedFile } from '#domain/contract/article.ts';
import type { Output } from '#domain/contract/index.ts';
import { proposeRoles } from '#domain/text/roles.ts';
import { recognizeScript } from '#domain/text/script.ts';
import { makeWellFormed } from '#domain/text/well-formed.ts';
import { v7 as uuidv7 } from 'uuid';
import { decodeText } from '../files/decode-text.ts';
import type { InternalWrites, JobContext, NewArticle, ResolvedSource, WriteContext } from './context.ts';

/** Larger files are refused; an article of a newspaper has some thousand characters. In bytes. */
const LARGEST_FILE = 20 * 1024 * 1024;
const READABLE = new Set(['.txt', '.text', '.md', '.markdown']);
const OPENING = 60;

/** Reads each source and hands it to the writer; what cannot be read is reported and the rest goes on. */
export async function importArticles(
  context: JobContext,
  input: { sources: ResolvedSource[] },
): Promise<Output<'article.import'>> {
  const files: ImportedFile[] = [];
  context.progress(0, input.sources.length);
  for (const source of input.sources) {
    if (context.cancelled()) break;
    files.push(await importOne(context, source));
    context.progress(files.length, input.sources.length);
  }
  return { files };
}

async function importOne(context: JobContext, source: ResolvedSource): Promise<ImportedFile> {
  try {
    const { bytes, text, encoding } =
      'path' in source ? await readSource(source.path, source.name) : pasted(source.text);
    const wellFormed = makeWellFormed(text);
    if (wellFormed.text.trim() === '')
      throw new Refusal('invalid', 'file-empty', `${source.name} contains no text.`, { file: source.name });
    const { articleId, duplicate } = await context.write('article.insert', {
      id: uuidv7(),
      revisionId: uuidv7(),
      fileName: source.name,
      bytes,
      encoding,
      originalText: text,
      text: wellFormed.text,
      changes: wellFormed.changes,
      roles: proposeRoles(wellFormed.text),
      script: recognizeScript(wellFormed.text),
    });
    return {
      name: source.name,
      outcome: duplicate ? 'duplicate' : 'imported',
      articleId,
      encoding,
      repairs: wellFormed.changes.length,
      reason: null,
      message: null,
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return {
      name: source.name,
      outcome: 'refused',
      articleId: null,
      encoding: null,
      repairs: 0,
      reason: error.details.reason,
      message: error.message,
    };
  }
}

async function readSource(path: string, name: string): Promise<{ bytes: Uint8Array; text: string; encoding: string }> {
  const details = { file: name };
  if (!READABLE.has(extname(path).toLowerCase())) {
    throw new Refusal(
      'invalid',
      'format-unknown',
      `${name} is of a kind that cannot be read: give a text file (.txt or .md).`,
      details,
    );
  }
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new Refusal('invalid', 'file-unreadable', `${name} is not a file.`, details);
    if (found.size > LARGEST_FILE) {
      throw new Refusal(
        'invalid',
        'file-too-large',
        `${name} has ${Math.round(found.size / 1048576)} MB; up to 20 MB can be one article: cut it into articles first.`,
        { ...details, megabytes: Math.round(found.size / 1048576) },
      );
    }
    const bytes = await readFile(path);
    return { bytes, ...decodeText(bytes, name) };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new Refusal(
      'not-found',
      'file-unreadable',
      `${name} cannot be read (${code}): is it still there, and may you read it?`,
      { ...details, system: code },
    );
  }
}

/** Pasted text has no bytes of its own: UTF-8 when that can hold it, else UTF-16. */
function pasted(text: string): { bytes: Uint8Array; text: string; encoding: string } {
  if (text.isWellFormed()) return { bytes: Buffer.from(text, 'utf8'), text, encoding: 'utf-8' };
  return { bytes: Buffer.from(text, 'utf16le'), text, encoding: 'utf-16le' };
}

/** Puts an article into the corpus unless one of the same bytes is there. */
export function insertArticle(context: WriteContext, article: NewArticle): InternalWrites['article.insert']['output'] {
  const { db, record, coder, now } = context;
  const bytesSha256 = sha256(article.bytes);
  const present = db
    .prepare('SELECT id FROM articles WHERE bytes_sha256 = ? AND deleted_at IS NULL')
    .pluck()
    .get(bytesSha256) as string | undefined;
  if (present !== undefined) return { articleId: present, duplicate: true };
  const opening = openingOf(article.text);
  db.prepare(
    'INSERT INTO revisions (id, article_id, number, text, coder_id, created_at) VALUES (?, ?, 1, ?, ?, ?)',
  ).run(article.revisionId, article.id, article.text, coder.id, now);
  const insertChange = db.prepare(
    'INSERT INTO changes (revision_id, position, start, "end", "insert", kind, reason) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  article.changes.forEach((change, position) =>
    insertChange.run(article.revisionId, position, change.start, change.end, change.insert, change.kind, change.reason),
  );
  record.insert('articles', {
    id: article.id,
    title: null,
    outlet: null,
    outlet_province: null,
    places: '[]',
    published_on: null,
    reporters: '[]',
    editor: null,
    source: null,
    address: null,
    genre: null,
    script: article.script,
    file_name: article.fileName,
    revision_id: article.revisionId,
    bytes_sha256: bytesSha256,
    text_sha256: sha256(Buffer.from(article.text, 'utf8')),
    opening,
    length: article.text.length,
  });
  db.prepare('INSERT INTO originals (article_id, bytes, encoding, text_utf16) VALUES (?, ?, ?, ?)').run(
    article.id,
    article.bytes,
    article.encoding,
    Buffer.from(article.originalText, 'utf16le'),
  );
  const insertRole = db.prepare(
    'INSERT INTO paragraph_roles (id, revision_id, paragraph, role, version, created_at, changed_at) VALUES (?, ?, ?, ?, 1, ?, ?)',
  );
  article.roles.forEach((role, paragraph) =>
    insertRole.run(`${article.revisionId}.${paragraph}`, article.revisionId, paragraph, role, now, now),
  );
  context.note(article.id, opening);
  return { articleId: article.id, duplicate: false };
}

function openingOf(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? '';
  return [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(line.slice(0, OPENING * 2))]
    .slice(0, OPENING)
    .map((each) => each.segment)
    .join('');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
