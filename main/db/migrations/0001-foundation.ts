import type { Migration } from './index.ts';

// Instants are UTC in ISO 8601; `deleted_at` is the mark of deletion; offsets are UTF-16 and never used in SQL functions,
// which count code points.
const tracked = `
  version INTEGER NOT NULL CHECK (version >= 1),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  deleted_at TEXT`;

const schema = `
CREATE TABLE corpora (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  program_version TEXT NOT NULL
) STRICT;

CREATE TABLE coders (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;

CREATE TABLE codebooks (
  id TEXT PRIMARY KEY,
  builtin INTEGER NOT NULL CHECK (builtin IN (0, 1)),
  name_hant TEXT NOT NULL,
  name_hans TEXT NOT NULL,
  name_en TEXT NOT NULL,
  position INTEGER NOT NULL,
  ${tracked}
) STRICT;

CREATE TABLE codebook_revisions (
  id TEXT PRIMARY KEY,
  codebook_id TEXT NOT NULL REFERENCES codebooks (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  created_at TEXT NOT NULL,
  UNIQUE (codebook_id, number)
) STRICT;

CREATE TABLE categories (
  id TEXT PRIMARY KEY,
  codebook_id TEXT NOT NULL REFERENCES codebooks (id),
  parent_id TEXT REFERENCES categories (id),
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  title_hant TEXT NOT NULL,
  title_hans TEXT NOT NULL,
  title_en TEXT NOT NULL,
  colour INTEGER NOT NULL CHECK (colour BETWEEN 1 AND 15),
  ${tracked}
) STRICT;
CREATE INDEX categories_by_codebook ON categories (codebook_id, position);
CREATE INDEX categories_by_parent ON categories (parent_id);

CREATE TABLE articles (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT,
  outlet TEXT,
  outlet_province TEXT,
  places TEXT NOT NULL CHECK (json_valid(places)),
  published_on TEXT,
  reporters TEXT NOT NULL CHECK (json_valid(reporters)),
  editor TEXT,
  source TEXT,
  address TEXT,
  genre TEXT,
  script TEXT CHECK (script IN ('hant', 'hans', 'mixed')),
  file_name TEXT NOT NULL,
  revision_id TEXT NOT NULL REFERENCES revisions (id) DEFERRABLE INITIALLY DEFERRED,
  bytes_sha256 TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  opening TEXT NOT NULL,
  length INTEGER NOT NULL CHECK (length >= 0),
  ${tracked}
) STRICT;
CREATE INDEX articles_by_bytes ON articles (bytes_sha256);
CREATE INDEX articles_by_text ON articles (text_sha256);
CREATE INDEX articles_by_revision ON articles (revision_id);

-- The bytes as imported and the text they were decoded to. The text is UTF-16LE in a BLOB, because a lone surrogate or a
-- NUL in it could not be given back from TEXT.
CREATE TABLE originals (
  article_id TEXT PRIMARY KEY REFERENCES articles (id),
  bytes BLOB NOT NULL,
  encoding TEXT NOT NULL,
  text_utf16 BLOB NOT NULL
) STRICT;

-- Revision 0 is the original and stands in originals; the text here is always well-formed.
CREATE TABLE revisions (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK (number >= 1),
  text TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coders (id),
  created_at TEXT NOT NULL,
  UNIQUE (article_id, number)
) STRICT;

-- What made a revision out of its parent, in the parent's offsets.
CREATE TABLE changes (
  revision_id TEXT NOT NULL REFERENCES revisions (id),
  position INTEGER NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  "insert" TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('repair', 'correction')),
  reason TEXT NOT NULL,
  PRIMARY KEY (revision_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE paragraph_roles (
  id TEXT PRIMARY KEY,
  revision_id TEXT NOT NULL REFERENCES revisions (id),
  paragraph INTEGER NOT NULL CHECK (paragraph >= 0),
  role TEXT NOT NULL CHECK (role IN ('title', 'subhead', 'body', 'caption', 'byline', 'source', 'editor', 'boilerplate')),
  ${tracked},
  UNIQUE (revision_id, paragraph)
) STRICT;

CREATE TABLE annotations (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES articles (id),
  coder_id TEXT NOT NULL REFERENCES coders (id),
  note TEXT NOT NULL,
  voice TEXT CHECK (voice IN ('journalist', 'decision', 'official', 'citizen', 'unattributed')),
  voice_name TEXT,
  voice_office TEXT,
  voice_level TEXT CHECK (voice_level IN ('central', 'provincial', 'prefectural', 'county', 'township', 'grassroots')),
  voice_place TEXT,
  status TEXT NOT NULL CHECK (status IN ('draft', 'settled', 'doubtful')),
  ${tracked}
) STRICT;
CREATE INDEX annotations_by_article ON annotations (article_id);
CREATE INDEX annotations_by_coder ON annotations (coder_id);

CREATE TABLE anchors (
  id TEXT PRIMARY KEY,
  annotation_id TEXT NOT NULL REFERENCES annotations (id),
  revision_id TEXT NOT NULL REFERENCES revisions (id),
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK (start < "end"),
  exact TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('placed', 'orphan')),
  ${tracked},
  UNIQUE (annotation_id, revision_id)
) STRICT;
CREATE INDEX anchors_by_revision ON anchors (revision_id, start);

CREATE TABLE links (
  id TEXT PRIMARY KEY,
  annotation_id TEXT NOT NULL REFERENCES annotations (id),
  category_id TEXT NOT NULL REFERENCES categories (id),
  codebook_revision_id TEXT NOT NULL REFERENCES codebook_revisions (id),
  coder_id TEXT NOT NULL REFERENCES coders (id),
  relation TEXT CHECK (relation IN ('verbatim', 'adapted', 'local', 'mention')),
  origin TEXT NOT NULL CHECK (origin IN ('hand', 'suggestion', 'search', 'import')),
  position INTEGER NOT NULL,
  ${tracked}
) STRICT;
CREATE INDEX links_by_annotation ON links (annotation_id);
CREATE INDEX links_by_category ON links (category_id);

CREATE TABLE coding_statuses (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  coder_id TEXT NOT NULL REFERENCES coders (id),
  codebook_id TEXT NOT NULL REFERENCES codebooks (id),
  state TEXT NOT NULL CHECK (state IN ('not-begun', 'in-progress', 'complete')),
  ${tracked},
  UNIQUE (article_id, coder_id, codebook_id)
) STRICT;

CREATE TABLE history_entries (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  coder_id TEXT NOT NULL REFERENCES coders (id),
  at TEXT NOT NULL,
  operation TEXT NOT NULL,
  article_id TEXT,
  subject TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'undone')),
  -- For an undo or a redo: the entry it turned. Such an entry is itself never undone.
  turned TEXT REFERENCES history_entries (id)
) STRICT;
CREATE INDEX history_entries_by_coder ON history_entries (coder_id, state, seq);
CREATE INDEX history_entries_by_turned ON history_entries (turned);

-- The rows an entry touched, as they were before (null: the row was made) and after.
CREATE TABLE history_changes (
  entry_seq INTEGER NOT NULL REFERENCES history_entries (seq),
  position INTEGER NOT NULL,
  table_name TEXT NOT NULL,
  row_id TEXT NOT NULL,
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  PRIMARY KEY (entry_seq, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_changes_by_row ON history_changes (table_name, row_id);
`;

export const foundation: Migration = {
  to: 1,
  name: 'foundation',
  migrate(db) {
    db.exec(schema);
  },
};
