import { createHash } from 'node:crypto';
import type { InternalWrites, NewArticle, WriteContext } from './context.ts';
import { metadataColumns } from './metadata-columns.ts';

/** What is shown of an article without a title: at most so many characters as a reader counts them, and UTF-16 units. */
const OPENING = { graphemes: 60, units: 240 };

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
    ...metadataColumns(article.metadata),
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
  const line = (text.trim().split('\n', 1)[0] ?? '').slice(0, OPENING.units * 4);
  let opening = '';
  let graphemes = 0;
  for (const { segment } of new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(line)) {
    if (graphemes === OPENING.graphemes || opening.length + segment.length > OPENING.units) break;
    opening += segment;
    graphemes += 1;
  }
  return opening;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
