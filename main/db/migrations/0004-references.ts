import type { Database } from 'better-sqlite3';
import type { Migration } from './index.ts';

const tracked = `
  version INTEGER NOT NULL CHECK (version >= 1),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  deleted_at TEXT`;

const added = `
-- Texts that articles are compared against; well-formed, and never changed.
CREATE TABLE reference_texts (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  file_name TEXT NOT NULL,
  text TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  ${tracked}
) STRICT;

-- Where a reference text is divided; the sentences below follow from its text. Offsets in UTF-16 units.
CREATE TABLE reference_divisions (
  id TEXT PRIMARY KEY,
  reference_id TEXT NOT NULL REFERENCES reference_texts (id),
  kind TEXT NOT NULL CHECK (kind IN ('front', 'preamble', 'text', 'part', 'lead-in', 'item', 'closing')),
  depth INTEGER NOT NULL CHECK (depth >= 1),
  start INTEGER NOT NULL CHECK (start >= 0),
  body_start INTEGER NOT NULL,
  label TEXT NOT NULL,
  title TEXT NOT NULL,
  category_id TEXT REFERENCES categories (id),
  ${tracked},
  CHECK (start <= body_start)
) STRICT;
CREATE INDEX reference_divisions_by_reference ON reference_divisions (reference_id, start);
CREATE INDEX reference_divisions_by_category ON reference_divisions (category_id) WHERE category_id IS NOT NULL;

-- What a text shares with the references; computed, and good as long as the references and the method are the same.
CREATE TABLE reuse_results (
  revision_id TEXT PRIMARY KEY REFERENCES revisions (id),
  basis TEXT NOT NULL,
  runs TEXT NOT NULL CHECK (json_valid(runs))
) STRICT, WITHOUT ROWID;

-- A category that was suggested for a passage and is not meant.
CREATE TABLE refused_suggestions (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  category_id TEXT NOT NULL REFERENCES categories (id),
  coder_id TEXT NOT NULL REFERENCES coders (id),
  exact TEXT NOT NULL,
  method TEXT NOT NULL,
  ${tracked}
) STRICT;
CREATE INDEX refused_suggestions_by_article ON refused_suggestions (article_id);
CREATE INDEX refused_suggestions_by_category ON refused_suggestions (category_id);

-- Of a link that was suggested: its rank, how sure, and the method; null otherwise.
ALTER TABLE links ADD COLUMN suggestion TEXT CHECK (suggestion IS NULL OR json_valid(suggestion));
-- The instant up to which links teach suggestions; null where they go on learning.
ALTER TABLE settings ADD COLUMN suggestions_until TEXT;`;

export const references: Migration = {
  to: 4,
  name: 'references',
  migrate(db: Database) {
    db.exec(added);
    // Former states of rows say nothing about the columns that came; they are given what was the case then.
    for (const [table, column] of [
      ['links', 'suggestion'],
      ['settings', 'suggestions_until'],
    ] as const)
      db.exec(`
        UPDATE history_changes SET
          before = CASE WHEN before IS NULL THEN NULL ELSE json_insert(before, '$.${column}', NULL) END,
          after = json_insert(after, '$.${column}', NULL)
        WHERE table_name = '${table}'`);
  },
};
