import type { Database } from 'better-sqlite3';
import type { Migration } from './index.ts';

const tracked = `
  version INTEGER NOT NULL CHECK (version >= 1),
  created_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  deleted_at TEXT`;

// An article may be imported again from a better copy: its texts then come from more than one original.
const originals = `
CREATE TABLE renewed_originals (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES articles (id),
  file_name TEXT NOT NULL,
  bytes BLOB NOT NULL,
  bytes_sha256 TEXT NOT NULL,
  encoding TEXT NOT NULL,
  text_utf16 BLOB NOT NULL,
  -- Of the text made well-formed.
  text_sha256 TEXT NOT NULL,
  -- What was proposed about the metadata, with evidence in offsets of the revision named in it.
  proposal TEXT NOT NULL CHECK (json_valid(proposal))
) STRICT;
INSERT INTO renewed_originals (id, article_id, file_name, bytes, bytes_sha256, encoding, text_utf16, text_sha256, proposal)
  SELECT a.id, a.id, a.file_name, o.bytes, a.bytes_sha256, o.encoding, o.text_utf16, a.text_sha256, '{}'
  FROM originals o JOIN articles a ON a.id = o.article_id ORDER BY a.seq;
DROP TABLE originals;
ALTER TABLE renewed_originals RENAME TO originals;
CREATE INDEX originals_by_article ON originals (article_id);
CREATE INDEX originals_by_bytes ON originals (bytes_sha256);
CREATE INDEX originals_by_text ON originals (text_sha256);`;

const revisions = `
CREATE TABLE renewed_revisions (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
  number INTEGER NOT NULL CHECK (number >= 1),
  original_id TEXT NOT NULL REFERENCES originals (id) DEFERRABLE INITIALLY DEFERRED,
  -- What its changes were made to: null for the text of the original.
  parent_id TEXT REFERENCES revisions (id),
  text TEXT NOT NULL,
  coder_id TEXT NOT NULL REFERENCES coders (id),
  created_at TEXT NOT NULL,
  UNIQUE (article_id, number)
) STRICT;
INSERT INTO renewed_revisions SELECT id, article_id, number, article_id, NULL, text, coder_id, created_at FROM revisions;
DROP TABLE revisions;
ALTER TABLE renewed_revisions RENAME TO revisions;
CREATE INDEX revisions_by_original ON revisions (original_id);
CREATE INDEX revisions_by_parent ON revisions (parent_id);`;

const articles = `
ALTER TABLE articles ADD COLUMN unconfirmed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(unconfirmed));
ALTER TABLE articles ADD COLUMN exclusion TEXT
  CHECK (exclusion IN ('duplicate', 'off-topic', 'no-article', 'out-of-period', 'other'));
ALTER TABLE articles ADD COLUMN exclusion_note TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN repairs_applied INTEGER NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN repairs_open INTEGER NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN flags INTEGER NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN family_id TEXT REFERENCES families (id);
CREATE INDEX articles_by_family ON articles (family_id) WHERE family_id IS NOT NULL;
DROP INDEX articles_by_bytes;
DROP INDEX articles_by_text;
ALTER TABLE articles DROP COLUMN bytes_sha256;
ALTER TABLE articles DROP COLUMN text_sha256;
ALTER TABLE anchors ADD COLUMN confirmation TEXT CHECK (confirmation IN ('moved', 'approximate'));`;

const added = `
-- Offsets are those of the text as imported: the revision named, whose parent is null.
CREATE TABLE repairs (
  id TEXT PRIMARY KEY,
  revision_id TEXT NOT NULL REFERENCES revisions (id),
  position INTEGER NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  before TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('inline-pinyin', 'gbk-shift', 'html-residue', 'punctuation')),
  certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
  reason TEXT NOT NULL,
  place INTEGER,
  candidates TEXT NOT NULL CHECK (json_valid(candidates)),
  decision TEXT NOT NULL CHECK (decision IN ('open', 'accepted', 'refused')),
  "insert" TEXT,
  ${tracked},
  CHECK ((decision = 'accepted') = ("insert" IS NOT NULL)),
  UNIQUE (revision_id, position)
) STRICT;

CREATE TABLE flags (
  revision_id TEXT NOT NULL REFERENCES revisions (id),
  position INTEGER NOT NULL,
  start INTEGER NOT NULL CHECK (start >= 0),
  "end" INTEGER NOT NULL CHECK ("end" >= start),
  kind TEXT NOT NULL,
  evidence TEXT NOT NULL CHECK (json_valid(evidence)),
  PRIMARY KEY (revision_id, position)
) STRICT, WITHOUT ROWID;

-- 128 unsigned 32-bit numbers, little-endian; an original keeps its own for good.
CREATE TABLE fingerprints (
  original_seq INTEGER PRIMARY KEY REFERENCES originals (seq),
  print BLOB NOT NULL
) STRICT;
CREATE TABLE fingerprint_bands (
  band INTEGER NOT NULL,
  original_seq INTEGER NOT NULL,
  PRIMARY KEY (band, original_seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE duplicates (
  id TEXT PRIMARY KEY,
  -- The later article, and the one that was there before.
  article_id TEXT NOT NULL REFERENCES articles (id),
  other_id TEXT NOT NULL REFERENCES articles (id),
  kind TEXT NOT NULL CHECK (kind IN ('exact', 'near')),
  share REAL NOT NULL,
  resemblance REAL NOT NULL,
  longest_run INTEGER NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('open', 'kept', 'excluded', 'replaced')),
  ${tracked},
  UNIQUE (article_id, other_id)
) STRICT;
CREATE INDEX duplicates_by_other ON duplicates (other_id);

CREATE TABLE families (
  id TEXT PRIMARY KEY,
  source_id TEXT REFERENCES articles (id),
  ${tracked}
) STRICT;

-- One row, with the settings that belong to the corpus and not to a machine.
CREATE TABLE settings (
  id TEXT PRIMARY KEY CHECK (id = 'corpus'),
  reprint_counting TEXT NOT NULL CHECK (reprint_counting IN ('once', 'per-outlet', 'none')),
  ${tracked}
) STRICT;

CREATE TABLE imports (
  id TEXT PRIMARY KEY,
  coder_id TEXT NOT NULL REFERENCES coders (id),
  at TEXT NOT NULL
) STRICT;
CREATE TABLE imported_files (
  import_id TEXT NOT NULL REFERENCES imports (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  bytes_sha256 TEXT,
  outcome TEXT NOT NULL CHECK (outcome IN ('imported', 'duplicate', 'refused')),
  article_id TEXT REFERENCES articles (id),
  encoding TEXT,
  reason TEXT,
  message TEXT,
  PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX imported_files_by_article ON imported_files (article_id);`;

export const imports: Migration = {
  to: 2,
  name: 'import',
  migrate(db: Database) {
    db.exec(originals);
    db.exec(revisions);
    db.exec(added);
    db.exec(articles);
    db.prepare(
      `INSERT INTO settings (id, reprint_counting, version, created_at, changed_at)
       SELECT 'corpus', 'once', 1, created_at, created_at FROM corpora`,
    ).run();
    // Each article there was is one that was found and imported.
    db.exec(
      `INSERT INTO imports SELECT a.id, r.coder_id, a.created_at FROM articles a JOIN revisions r ON r.id = a.revision_id;
       INSERT INTO imported_files
         SELECT a.id, 0, o.file_name, o.bytes_sha256, 'imported', a.id, o.encoding, NULL, NULL
         FROM articles a JOIN originals o ON o.id = a.id`,
    );
    // What history knows of the columns that went would not fit the rows any more.
    db.exec(
      `UPDATE history_changes SET
         before = CASE WHEN before IS NULL THEN NULL ELSE json_remove(before, '$.bytes_sha256', '$.text_sha256') END,
         after = json_remove(after, '$.bytes_sha256', '$.text_sha256')
       WHERE table_name = 'articles'`,
    );
  },
};
