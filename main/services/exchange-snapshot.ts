import { LossReport } from '#domain/exchange/losses.ts';
import type {
  CorpusSnapshot,
  LinkOrigin,
  SnapshotAnnotation,
  SnapshotArticle,
  SnapshotLink,
  SnapshotReference,
  SnapshotReferenceLink,
} from '#domain/exchange/snapshot.ts';
import { tieToDecision } from '#domain/reference/decision-divisions.ts';
import { splitReference } from '#domain/reference/split-reference.ts';
import { proposeRoles } from '#domain/text/roles.ts';
import type { Connection } from '../db/connection.ts';
import type { Row } from '../db/recorder.ts';
import { toArticleRow } from './articles.ts';
import { voiceOf } from './annotations.ts';
import { categoriesOf, listCodebooks } from './codebooks.ts';
import { getCodingRules } from './coding-rules.ts';
import { divisionsOf } from './references.ts';
import { rolesOf } from './revise-article.ts';

export interface Wanted {
  /** Null for all of them. */
  articleIds: readonly string[] | null;
  references: boolean;
}

/** What goes out of a corpus; to be called in a transaction. `step` hears after every article how far it is. */
export function takeSnapshot(
  db: Connection,
  { articleIds, references }: Wanted,
  step: (done: number, total: number) => void = () => {},
): CorpusSnapshot {
  const wanted = JSON.stringify(articleIds ?? []);
  const all = articleIds === null ? 1 : 0;
  const rows = db
    .prepare(
      `SELECT a.*, 0 AS annotations, 'not-begun' AS coding_state FROM articles a
       WHERE a.deleted_at IS NULL AND (@all OR a.id IN (SELECT value FROM json_each(@wanted))) ORDER BY a.seq`,
    )
    .all({ all, wanted }) as Row[];
  const left = new LossReport();
  const reader = new ArticleSnapshots(db, references, left);
  const articles = rows.map((row, index) => {
    const article = reader.read(row);
    step(index + 1, rows.length);
    return article;
  });
  const corpus = db.prepare('SELECT id, name FROM corpora').get() as CorpusSnapshot['corpus'];
  const ids = new Set(articles.map(({ id }) => id));
  const memos = (
    db
      .prepare(
        `SELECT id, subject, subject_id AS subjectId, coder_id AS coderId, title, body, created_at AS createdAt,
           changed_at AS changedAt FROM memos WHERE deleted_at IS NULL ORDER BY created_at, id`,
      )
      .all() as CorpusSnapshot['memos'][number][]
  ).filter(({ subject, subjectId }) => subject !== 'article' || ids.has(subjectId));
  const kept = references ? keptReferences(db, left) : [];
  if (!references) tellReferences(db, left);
  leaveBehind(db, left);
  const statuses = db
    .prepare(
      `SELECT article_id AS articleId, coder_id AS coderId, codebook_id AS codebookId, state FROM coding_statuses
       WHERE deleted_at IS NULL AND state <> 'not-begun' ORDER BY id`,
    )
    .all() as CorpusSnapshot['codingStatuses'][number][];
  const codingStatuses = statuses.filter(({ articleId }) => ids.has(articleId));
  const codebooks = listCodebooks({ db });
  const live = new Set(codebooks.flatMap(({ id }) => categoriesOf(db, id).map((category) => category.id)));
  return {
    corpus,
    coders: db
      .prepare('SELECT id, name FROM coders ORDER BY created_at, id')
      .all() as CorpusSnapshot['coders'][number][],
    codebooks,
    codingRules: getCodingRules({ db }),
    articles,
    memos: memos.filter(({ subject, subjectId }) => subject !== 'category' || live.has(subjectId)),
    references: kept,
    codingStatuses,
    leftBehind: left.list(),
  };
}

class ArticleSnapshots {
  readonly #annotations;
  readonly #links;
  readonly #referenceLinks;
  readonly #wholeLinks;
  readonly #revision;
  readonly #findings;
  readonly #db: Connection;
  readonly #references: boolean;
  readonly #left: LossReport;

  constructor(db: Connection, references: boolean, left: LossReport) {
    this.#db = db;
    this.#references = references;
    this.#left = left;
    this.#annotations = db.prepare(
      `SELECT n.*, k.start, k."end", k.exact, k.prefix, k.suffix, k.state, k.confirmation
       FROM annotations n JOIN anchors k ON k.annotation_id = n.id AND k.revision_id = @revision AND k.deleted_at IS NULL
       WHERE n.article_id = @article AND n.deleted_at IS NULL ORDER BY k.start, k."end" DESC, n.id`,
    );
    this.#links = db.prepare(
      `SELECT l.*, v.number < c.meant_since AS recheck FROM links l
       JOIN annotations n ON n.id = l.annotation_id
       JOIN categories c ON c.id = l.category_id AND c.deleted_at IS NULL
       JOIN codebook_revisions v ON v.id = l.codebook_revision_id
       WHERE n.article_id = ? AND l.deleted_at IS NULL ORDER BY l.position, l.id`,
    );
    this.#referenceLinks = db.prepare(
      `SELECT l.* FROM reference_links l JOIN annotations n ON n.id = l.annotation_id
       JOIN reference_texts t ON t.id = l.reference_id AND t.deleted_at IS NULL
       WHERE n.article_id = ? AND l.deleted_at IS NULL ORDER BY l.start, l.id`,
    );
    this.#wholeLinks = db.prepare(
      `SELECT l.id, l.category_id AS categoryId, l.coder_id AS coderId, l.created_at AS at, l.origin FROM article_links l
       JOIN categories c ON c.id = l.category_id AND c.deleted_at IS NULL
       WHERE l.article_id = ? AND l.deleted_at IS NULL ORDER BY l.coder_id, l.position, l.id`,
    );
    this.#revision = db.prepare('SELECT text, parent_id FROM revisions WHERE id = ?');
    this.#findings = db.prepare(
      `SELECT o.text_utf16, o.encoding, (SELECT count(*) FROM revisions WHERE article_id = o.article_id) AS revisions
       FROM originals o JOIN revisions r ON r.original_id = o.id WHERE r.id = ?`,
    );
  }

  read(row: Row): SnapshotArticle {
    const id = row.id as string;
    const revisionId = row.revision_id as string;
    const { text } = this.#revision.get(revisionId) as { text: string };
    const { annotations: _a, codingState: _s, ...known } = toArticleRow(row);
    this.#tellOf(known.title ?? known.opening, row, text);
    const links = grouped(this.#links.all(id) as Row[], 'annotation_id', toLink);
    const references = grouped(this.#referenceLinks.all(id) as Row[], 'annotation_id', toReferenceLink);
    const rows = this.#annotations.all({ revision: revisionId, article: id }) as Row[];
    return {
      id,
      metadata: metadataOf(known),
      fileName: known.fileName,
      opening: known.opening,
      exclusion: known.exclusion,
      createdAt: known.createdAt,
      changedAt: known.changedAt,
      text,
      annotations: rows.map((each) =>
        toAnnotation(
          each,
          links.get(each.id as string) ?? [],
          this.#references ? (references.get(each.id as string) ?? []) : [],
        ),
      ),
      wholeLinks: this.#wholeLinks.all(id) as SnapshotArticle['wholeLinks'],
    };
  }

  /** What a text in a file cannot say of its article. */
  #tellOf(name: string, row: Row, text: string): void {
    const {
      text_utf16: original,
      encoding,
      revisions,
    } = this.#findings.get(row.revision_id) as {
      text_utf16: Buffer;
      encoding: string;
      revisions: number;
    };
    if (revisions > 1 || encoding !== 'utf-8' || original.toString('utf16le') !== text)
      this.#left.add('originals', name);
    const roles = rolesOf(this.#db, row.revision_id as string);
    const proposed = proposeRoles(text);
    if (roles.length !== proposed.length || roles.some((role, at) => role !== proposed[at]))
      this.#left.add('roles', name);
    if (row.unconfirmed !== '[]') this.#left.add('evidence', name);
    if (row.family_id !== null) this.#left.add('families', name);
  }
}

/** The reference texts; divisions made by hand are told, since they follow from the text otherwise. */
function keptReferences(db: Connection, left: LossReport): SnapshotReference[] {
  const rows = db
    .prepare(
      `SELECT id, name, file_name AS fileName, text, created_at AS createdAt FROM reference_texts
       WHERE deleted_at IS NULL ORDER BY created_at, id`,
    )
    .all() as SnapshotReference[];
  for (const { id, name, text } of rows) {
    const { divisions } = splitReference(text);
    const tie = tieToDecision(divisions)?.categoryIds;
    const made = divisions.map((each, at) => [each.kind, each.depth, each.start, tie?.[at] ?? null].join(' '));
    const stored = divisionsOf(db, id).map((each) => [each.kind, each.depth, each.start, each.categoryId].join(' '));
    if (made.join('\n') !== stored.join('\n')) left.add('divisions', name);
  }
  return rows;
}

function tellReferences(db: Connection, left: LossReport): void {
  const names = db.prepare('SELECT name FROM reference_texts WHERE deleted_at IS NULL').pluck().all() as string[];
  for (const name of names) left.add('references', name);
}

/** What only a copy of the corpus holds. */
function leaveBehind(db: Connection, left: LossReport): void {
  const count = (sql: string) => db.prepare(sql).pluck().get() as number;
  left.add('history', '', count('SELECT count(*) FROM history_entries'));
  left.add(
    'codebook-history',
    '',
    count('SELECT count(*) FROM codebook_revisions WHERE deleted_at IS NULL AND number > 1'),
  );
  left.add('findings', '', count('SELECT count(*) FROM findings WHERE deleted_at IS NULL'));
  left.add('formulas', '', count('SELECT count(*) FROM formulas WHERE deleted_at IS NULL'));
  left.add('templates', '', count('SELECT count(*) FROM report_templates WHERE deleted_at IS NULL'));
  left.add('states', '', count('SELECT count(*) FROM named_states WHERE deleted_at IS NULL'));
  left.add('refusals', '', count('SELECT count(*) FROM refused_suggestions WHERE deleted_at IS NULL'));
}

function grouped<Item>(rows: readonly Row[], column: string, read: (row: Row) => Item): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const key = row[column] as string;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [read(row)]);
    else group.push(read(row));
  }
  return groups;
}

function toLink(row: Row): SnapshotLink {
  return {
    id: row.id as string,
    categoryId: row.category_id as string,
    coderId: row.coder_id as string,
    relation: row.relation as SnapshotLink['relation'],
    origin: row.origin as LinkOrigin,
    suggested: row.suggestion !== null,
    recheck: row.recheck === 1,
    at: row.created_at as string,
  };
}

function toReferenceLink(row: Row): SnapshotReferenceLink {
  return {
    id: row.id as string,
    referenceId: row.reference_id as string,
    level: row.level as SnapshotReferenceLink['level'],
    start: row.start as number,
    end: row.end as number,
    coderId: row.coder_id as string,
    relation: row.relation as SnapshotLink['relation'],
    origin: row.origin as LinkOrigin,
  };
}

function toAnnotation(
  row: Row,
  links: readonly SnapshotLink[],
  referenceLinks: readonly SnapshotReferenceLink[],
): SnapshotAnnotation {
  return {
    id: row.id as string,
    coderId: row.coder_id as string,
    start: row.start as number,
    end: row.end as number,
    exact: row.exact as string,
    prefix: row.prefix as string,
    suffix: row.suffix as string,
    orphan: row.state === 'orphan',
    toConfirm: row.state !== 'orphan' && row.confirmation !== null,
    note: row.note as string,
    translation: row.translation as string,
    voice: voiceOf(row as Row & Parameters<typeof voiceOf>[0]),
    status: row.status as SnapshotAnnotation['status'],
    createdAt: row.created_at as string,
    changedAt: row.changed_at as string,
    links,
    referenceLinks,
  };
}

function metadataOf(row: SnapshotArticle['metadata']): SnapshotArticle['metadata'] {
  const { title, outlet, outletProvince, places, publishedOn, reporters, editor, source, address, genre, script } = row;
  return { title, outlet, outletProvince, places, publishedOn, reporters, editor, source, address, genre, script };
}
