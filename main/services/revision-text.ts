import { type Connection, prepared } from '../db/connection.ts';

/** The text of a revision. Read as bytes: decoding a long text here takes a fraction of what the driver takes for it. */
export function revisionText(db: Connection, revisionId: string): string {
  const bytes = prepared(db, 'SELECT CAST(text AS BLOB) FROM revisions WHERE id = ?').pluck().get(revisionId);
  if (!Buffer.isBuffer(bytes)) throw new Error(`there is no revision ${revisionId}`);
  return bytes.toString('utf8');
}
