import { createBodyLayout } from '#domain/matrix/body-layout.ts';
import type { CountedAnnotation, CountedArticle, CountedLink } from '#domain/matrix/counted-article.ts';
import type { Role } from '#domain/text/roles.ts';
import { type Connection, prepared } from '../db/connection.ts';

/** An article that counts, and where its text is stored. */
export interface StoredArticle extends CountedArticle {
  revisionId: string;
}

interface Kept {
  /** What SQLite says of the corpus's state. */
  dataVersion: unknown;
  /** The last entry of the history that is taken in. */
  seq: number;
  articles: Map<string, StoredArticle>;
}

/** From so many changed articles on, all are read again. */
const FEW = 200;

// Reading 100,000 annotations takes longer than a matrix may: a connection keeps them and reads again only what changed.
const keptBy = new WeakMap<Connection, Kept>();

/** The articles that count, with their annotations and links, as they are now. Asked inside a transaction. */
export function countedArticles(db: Connection): Iterable<StoredArticle> {
  const dataVersion = db.pragma('data_version', { simple: true });
  const kept = keptBy.get(db);
  if (kept !== undefined && kept.dataVersion === dataVersion) return kept.articles.values();
  const seq = (prepared(db, 'SELECT max(seq) FROM history_entries').pluck().get() as number | null) ?? 0;
  const changed = kept === undefined ? null : changedArticles(db, kept.seq);
  const articles =
    kept === undefined || changed === null || changed.length > FEW
      ? readAll(db)
      : readAgain(db, kept.articles, changed);
  keptBy.set(db, { dataVersion, seq, articles });
  return articles.values();
}

/** Every change to what counts is in the history; null when the history does not go on from there. */
function changedArticles(db: Connection, since: number): string[] | null {
  if (prepared(db, 'SELECT 1 FROM history_entries WHERE seq = ?').get(since) === undefined) return null;
  return prepared(
    db,
    `SELECT DISTINCT CASE table_name
       WHEN 'articles' THEN row_id
       WHEN 'annotations' THEN json_extract(after, '$.article_id')
       WHEN 'paragraph_roles' THEN (SELECT article_id FROM revisions WHERE id = json_extract(after, '$.revision_id'))
       ELSE (SELECT article_id FROM annotations WHERE id = json_extract(after, '$.annotation_id')) END
     FROM history_changes WHERE entry_seq > ? AND table_name IN ('articles', 'annotations', 'paragraph_roles', 'anchors', 'links')
     LIMIT ?`,
  )
    .pluck()
    .all(since, FEW + 1) as string[];
}

function readAgain(
  db: Connection,
  articles: Map<string, StoredArticle>,
  changed: readonly string[],
): Map<string, StoredArticle> {
  for (const id of changed) {
    const rows = prepared(db, `${ARTICLES} AND a.id = ?`).raw().all(id) as ArticleValues[];
    if (rows.length === 0) {
      articles.delete(id);
      continue;
    }
    const annotations = prepared(db, `${ANNOTATIONS} AND a.id = ?`).raw().all(id) as AnnotationValues[];
    for (const article of assemble(db, rows, annotations)) articles.set(id, article);
  }
  return articles;
}

function readAll(db: Connection): Map<string, StoredArticle> {
  const all = (sql: string): unknown => prepared(db, sql).raw().all();
  const rows = all(`${ARTICLES} ORDER BY a.seq`) as ArticleValues[];
  return new Map(assemble(db, rows, all(ANNOTATIONS) as AnnotationValues[]).map((article) => [article.id, article]));
}

const ARTICLES = `
  SELECT a.seq, a.id, coalesce(nullif(trim(a.title), ''), a.opening), a.outlet, a.outlet_province, a.genre, a.published_on,
    a.length, a.revision_id
  FROM articles a WHERE a.deleted_at IS NULL AND a.exclusion IS NULL`;
type ArticleValues = [
  seq: number,
  id: string,
  name: string,
  outlet: string | null,
  province: string | null,
  genre: string | null,
  publishedOn: string | null,
  length: number,
  revisionId: string,
];
// All but the place in one text of words: strings are what reading takes longest with, and most annotations have the words of
// others. Null without any link.
const ANNOTATIONS = `
  SELECT a.seq, k.start, k."end", k.state || ' ' || n.coder_id || ' ' || n.status || ' ' || coalesce(n.voice, '-') || ' ' || (
    SELECT group_concat(l.category_id || ' ' || coalesce(l.relation, '-') || ' ' || l.origin, ' ')
    FROM links l WHERE l.annotation_id = n.id AND l.deleted_at IS NULL)
  FROM annotations n
  JOIN articles a ON a.id = n.article_id
  JOIN anchors k ON k.annotation_id = n.id AND k.revision_id = a.revision_id AND k.deleted_at IS NULL
  WHERE n.deleted_at IS NULL`;
type AnnotationValues = [seq: number, start: number, end: number, words: string | null];

function assemble(
  db: Connection,
  articleRows: readonly ArticleValues[],
  annotationRows: readonly AnnotationValues[],
): StoredArticle[] {
  const known = new Map<string, Coded>();
  const annotations = new Map<number, CountedAnnotation[]>(articleRows.map(([seq]) => [seq, []]));
  for (const [seq, start, end, words] of annotationRows) {
    if (words === null) continue;
    let coded = known.get(words);
    if (coded === undefined) known.set(words, (coded = readCoded(words)));
    const { placed, coderId, voice, status, links } = coded;
    annotations.get(seq)?.push({ start, end, placed, coderId, voice, status, links });
  }
  return articleRows.map(([seq, id, name, outlet, province, genre, publishedOn, length, revisionId]) => ({
    id,
    name,
    outlet,
    province,
    genre,
    publishedOn,
    length,
    revisionId,
    annotations: (annotations.get(seq) ?? []).toSorted((a, b) => a.start - b.start),
    body: createBodyLayout(() => readText(db, revisionId)),
  }));
}

type Coded = Omit<CountedAnnotation, 'start' | 'end'>;

function readCoded(words: string): Coded {
  const [state, coderId = '', status = '', voice = '-', ...rest] = words.split(' ');
  const links: CountedLink[] = [];
  for (let at = 0; at < rest.length; at += 3) {
    const [categoryId = '', relation = '-', origin = ''] = rest.slice(at, at + 3);
    links.push({ categoryId, relation: relation === '-' ? null : relation, origin });
  }
  return { placed: state === 'placed', coderId, status, voice: voice === '-' ? null : voice, links };
}

function readText(db: Connection, revisionId: string): { text: string; roles: Role[] } {
  const text = prepared(db, 'SELECT text FROM revisions WHERE id = ?').pluck().get(revisionId) as string;
  const roles = prepared(
    db,
    'SELECT role FROM paragraph_roles WHERE revision_id = ? AND deleted_at IS NULL ORDER BY paragraph',
  )
    .pluck()
    .all(revisionId) as Role[];
  return { text, roles };
}
