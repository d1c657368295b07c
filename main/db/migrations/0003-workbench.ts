import type { Database } from 'better-sqlite3';
import type { Migration } from './index.ts';

const tracked = `
  version INTEGER NOT NULL CHECK (version >= 1),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  deleted_at TEXT`;

// What a category means, and the number of the codebook's revision in which that last changed: links made before are to
// be looked at again.
const codebooks = `
ALTER TABLE categories ADD COLUMN definition TEXT NOT NULL DEFAULT '';
ALTER TABLE categories ADD COLUMN rules_for TEXT NOT NULL DEFAULT '';
ALTER TABLE categories ADD COLUMN rules_against TEXT NOT NULL DEFAULT '';
ALTER TABLE categories ADD COLUMN boundary_cases TEXT NOT NULL DEFAULT '';
ALTER TABLE categories ADD COLUMN examples TEXT NOT NULL DEFAULT '';
ALTER TABLE categories ADD COLUMN retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1));
ALTER TABLE categories ADD COLUMN meant_since INTEGER NOT NULL DEFAULT 1 CHECK (meant_since >= 1);
ALTER TABLE codebooks ADD COLUMN description TEXT NOT NULL DEFAULT '';

CREATE TABLE renewed_codebook_revisions (
  id TEXT PRIMARY KEY,
  codebook_id TEXT NOT NULL REFERENCES codebooks (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  coder_id TEXT REFERENCES coders (id),
  -- The operation that made it and the category it was about; null for the first.
  cause TEXT,
  category_id TEXT REFERENCES categories (id),
  -- The categories as they were from then on.
  contents TEXT NOT NULL CHECK (json_valid(contents)),
  ${tracked},
  UNIQUE (codebook_id, number)
) STRICT;
INSERT INTO renewed_codebook_revisions
  SELECT r.id, r.codebook_id, r.number, NULL, NULL, NULL,
    (SELECT coalesce(json_group_array(json_object('id', c.id, 'parentId', c.parent_id, 'number', c.number,
       'titleHant', c.title_hant, 'titleHans', c.title_hans, 'titleEn', c.title_en)), '[]')
     FROM (SELECT * FROM categories WHERE codebook_id = r.codebook_id AND deleted_at IS NULL ORDER BY position, id) c),
    1, r.created_at, r.created_at, NULL
  FROM codebook_revisions r;
DROP TABLE codebook_revisions;
ALTER TABLE renewed_codebook_revisions RENAME TO codebook_revisions;`;

const added = `
CREATE TABLE article_links (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  category_id TEXT NOT NULL REFERENCES categories (id),
  codebook_revision_id TEXT NOT NULL REFERENCES codebook_revisions (id),
  coder_id TEXT NOT NULL REFERENCES coders (id),
  origin TEXT NOT NULL CHECK (origin IN ('hand', 'suggestion', 'search', 'import')),
  position INTEGER NOT NULL,
  ${tracked}
) STRICT;
CREATE INDEX article_links_by_article ON article_links (article_id);
CREATE INDEX article_links_by_category ON article_links (category_id);

-- About an article, a category, or the corpus (then the subject is the corpus's id).
CREATE TABLE memos (
  id TEXT PRIMARY KEY,
  subject TEXT NOT NULL CHECK (subject IN ('article', 'category', 'corpus')),
  subject_id TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coders (id),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  ${tracked}
) STRICT;
CREATE INDEX memos_by_subject ON memos (subject, subject_id);

-- States of the corpus that were given a name, and the last entry of the history that belongs to each.
CREATE TABLE named_states (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  note TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coders (id),
  entry_seq INTEGER NOT NULL,
  ${tracked}
) STRICT;

ALTER TABLE settings ADD COLUMN coding_rules TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(coding_rules));
-- Entries of the history up to this one can't be undone: what they touched may have left the bin for good.
ALTER TABLE settings ADD COLUMN undo_floor INTEGER NOT NULL DEFAULT 0;
CREATE INDEX annotations_in_bin ON annotations (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX history_entries_by_article ON history_entries (article_id, seq) WHERE article_id IS NOT NULL;`;

export const workbench: Migration = {
  to: 3,
  name: 'workbench',
  migrate(db: Database) {
    db.exec(codebooks);
    db.exec(added);
    // Former states of rows say nothing about the columns that came; they are given what was the case then.
    db.exec(`
      UPDATE history_changes SET
        before = CASE WHEN before IS NULL THEN NULL ELSE
          json_insert(before, '$.definition', '', '$.rules_for', '', '$.rules_against', '', '$.boundary_cases', '', '$.examples', '', '$.retired', 0, '$.meant_since', 1) END,
        after = json_insert(after, '$.definition', '', '$.rules_for', '', '$.rules_against', '', '$.boundary_cases', '', '$.examples', '', '$.retired', 0, '$.meant_since', 1)
      WHERE table_name = 'categories'`);
  },
};
