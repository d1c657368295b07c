import type { Database } from 'better-sqlite3';
import type { Migration } from './index.ts';

const tracked = `
  version INTEGER NOT NULL CHECK (version >= 1),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  deleted_at TEXT`;

const added = `
-- A passage linked to a place of a reference text; offsets in UTF-16 units of that text.
CREATE TABLE reference_links (
  id TEXT PRIMARY KEY,
  annotation_id TEXT NOT NULL REFERENCES annotations (id),
  reference_id TEXT NOT NULL REFERENCES reference_texts (id),
  level TEXT NOT NULL CHECK (level IN ('part', 'lead-in', 'item', 'sentence')),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coders (id),
  relation TEXT CHECK (relation IN ('verbatim', 'adapted', 'local', 'mention')),
  origin TEXT NOT NULL CHECK (origin IN ('hand', 'suggestion', 'search', 'import')),
  ${tracked},
  CHECK (start < "end")
) STRICT;
CREATE INDEX reference_links_by_annotation ON reference_links (annotation_id);
CREATE INDEX reference_links_by_reference ON reference_links (reference_id, start);

-- Formulas that are followed through the corpus: fixed phrases of a reference, or the researcher's own.
CREATE TABLE formulas (
  id TEXT PRIMARY KEY,
  phrase TEXT NOT NULL CHECK (phrase <> ''),
  reference_id TEXT REFERENCES reference_texts (id),
  older INTEGER NOT NULL CHECK (older IN (0, 1)),
  note TEXT NOT NULL,
  ${tracked}
) STRICT;

-- A comparison that was kept: what was asked, the numbers it gave, and the state of the corpus it gave them in.
CREATE TABLE findings (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coders (id),
  question TEXT NOT NULL CHECK (json_valid(question)),
  numbers TEXT NOT NULL CHECK (json_valid(numbers)),
  entry_seq INTEGER NOT NULL,
  codebook_revision_id TEXT REFERENCES codebook_revisions (id),
  program_version TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  ${tracked}
) STRICT;

CREATE TABLE report_templates (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  composition TEXT NOT NULL CHECK (json_valid(composition)),
  ${tracked}
) STRICT;

-- The researcher's own translation of a passage, for quoting it.
ALTER TABLE annotations ADD COLUMN translation TEXT NOT NULL DEFAULT '';`;

export const findings: Migration = {
  to: 5,
  name: 'findings',
  migrate(db: Database) {
    db.exec(added);
    // Former states of rows say nothing about the column that came; they are given what was the case then.
    db.exec(`
      UPDATE history_changes SET
        before = CASE WHEN before IS NULL THEN NULL ELSE json_insert(before, '$.translation', '') END,
        after = json_insert(after, '$.translation', '')
      WHERE table_name = 'annotations'`);
  },
};
