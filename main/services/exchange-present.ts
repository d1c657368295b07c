import type { RowKind } from '#domain/exchange/import-plan.ts';
import type { PresentCorpus } from '#domain/exchange/present-corpus.ts';
import { type Connection, prepared } from '../db/connection.ts';
import { listCodebooks } from './codebooks.ts';
import { getCodingRules } from './coding-rules.ts';
import { sha256 } from './insert-article.ts';
import { findCurrentText } from './live-article.ts';

/** The corpus as a plan of an import looks at it. */
export function presentCorpus(db: Connection): PresentCorpus {
  return {
    id: db.prepare('SELECT id FROM corpora').pluck().get() as string,
    coders: db.prepare('SELECT id, name FROM coders ORDER BY created_at, id').all() as PresentCorpus['coders'],
    codebooks: listCodebooks({ db }),
    codingRules: getCodingRules({ db }),
    state: (kind: RowKind, id) => {
      const row = prepared(db, `SELECT deleted_at FROM ${kind} WHERE id = ?`).get(id) as
        | { deleted_at: string | null }
        | undefined;
      return row === undefined ? 'free' : row.deleted_at === null ? 'live' : 'bin';
    },
    textOf: (id) => findCurrentText(db, id)?.text ?? null,
    articleWithText(text, outlet) {
      const rows = prepared(
        db,
        `SELECT a.id, a.outlet, r.text FROM articles a JOIN revisions r ON r.id = a.revision_id
         WHERE a.deleted_at IS NULL AND a.length = ? ORDER BY a.seq`,
      ).iterate(text.length) as Iterable<{ id: string; outlet: string | null; text: string }>;
      for (const each of rows)
        if (each.text === text && (outlet === null || each.outlet === null || each.outlet === outlet)) return each.id;
      return null;
    },
    referenceText: (id) =>
      (prepared(db, 'SELECT text FROM reference_texts WHERE id = ? AND deleted_at IS NULL').pluck().get(id) as
        | string
        | undefined) ?? null,
    referenceWithText: (text) =>
      (prepared(db, 'SELECT id FROM reference_texts WHERE text_sha256 = ? AND deleted_at IS NULL')
        .pluck()
        .get(sha256(text)) as string | undefined) ?? null,
  };
}
