import { createBodyLayout } from '#domain/matrix/body-layout.ts';
import type { CountedAnnotation, CountedArticle, CountedLink } from '#domain/matrix/counted-article.ts';
import { characterExtents, sentenceExtents } from '#domain/matrix/passage-extents.ts';
import type { Role } from '#domain/text/roles.ts';
import { type Connection, prepared } from '../db/connection.ts';
import { revisionText } from './revision-text.ts';

/** An article that counts, its place in the corpus, and where its text is stored. */
export interface StoredArticle extends CountedArticle {
  seq: number;
  revisionId: string;
}

interface Kept {
  /** What SQLite says of the corpus's state. */
  dataVersion: unknown;
  /** The last entry of the history that is taken in. */
  entrySeq: number;
  /** Those that were read, in the order of the corpus. */
  articles: Map<string, StoredArticle>;
  /** The last article that was looked at; whether there are others after it. */
  reached: number;
  isWhole: boolean;
  /** What is said of annotations besides their place, by its words: most have those of others. */
  known: Map<string, Coded>;
}

/** From so many changed articles on, all are read again. */
const FEW = 200;
/** Articles that are read in a step of preparing: a few milliseconds' worth. */
const PORTION = 10;
const ALL = -1;

// Reading 100,000 annotations takes longer than a matrix may: a connection keeps them and reads again only what changed.
const keptBy = new WeakMap<Connection, Kept>();

/** The articles that count, with their annotations and links, as they are now. Asked inside a transaction. */
export function countedArticles(db: Connection): Iterable<StoredArticle> {
  return readOn(db, ALL).articles.values();
}

/** Reads in steps what counting asks of the articles: their passages, and where these lie. Each step inside a transaction. */
export function* prepareCountedArticles(db: Connection): Generator<void> {
  while (!readOn(db, PORTION).isWhole) yield;
  for (const article of countedArticles(db)) {
    article.body.characters();
    characterExtents(article);
    sentenceExtents(article);
    yield;
  }
}

/** Takes in what changed, and so many articles more that were not read before. */
function readOn(db: Connection, most: number): Kept {
  const dataVersion = db.pragma('data_version', { simple: true });
  let kept = keptBy.get(db);
  if (kept === undefined || kept.dataVersion !== dataVersion) {
    const entrySeq = (prepared(db, 'SELECT max(seq) FROM history_entries').pluck().get() as number | null) ?? 0;
    const changed = kept === undefined ? null : changedArticles(db, kept);
    if (kept === undefined || changed === null)
      kept = { dataVersion, entrySeq, articles: new Map(), reached: 0, isWhole: false, known: new Map() };
    else kept = { ...kept, dataVersion, entrySeq, articles: readAgain(db, kept, changed), isWhole: false };
    keptBy.set(db, kept);
  }
  if (kept.isWhole) return kept;
  const rows = prepared(db, `${ARTICLES} AND a.seq > ? ORDER BY a.seq LIMIT ?`)
    .raw()
    .all(kept.reached, most) as ArticleValues[];
  const last = rows.at(-1)?.[0] ?? kept.reached;
  const annotations = prepared(db, `${ANNOTATIONS} AND a.seq > ? AND a.seq <= ?`)
    .raw()
    .all(kept.reached, last) as AnnotationValues[];
  for (const article of assemble(db, kept.known, rows, annotations)) kept.articles.set(article.id, article);
  kept.reached = last;
  kept.isWhole = rows.length !== most;
  return kept;
}

/**
 * Which of the articles reached before were changed since: every change to what counts is in the history. Null when the
 * history does not go on from there, or they are many.
 */
function changedArticles(db: Connection, { entrySeq, reached }: Kept): string[] | null {
  if (entrySeq > 0 && prepared(db, 'SELECT 1 FROM history_entries WHERE seq = ?').get(entrySeq) === undefined)
    return null;
  // The plus sign keeps SQLite from going through the whole history, a table at a time: only the entries since are read.
  const changed = prepared(
    db,
    `SELECT id FROM articles WHERE seq <= ? AND id IN (SELECT CASE table_name
       WHEN 'articles' THEN row_id
       WHEN 'annotations' THEN json_extract(after, '$.article_id')
       WHEN 'paragraph_roles' THEN (SELECT article_id FROM revisions WHERE id = json_extract(after, '$.revision_id'))
       ELSE (SELECT article_id FROM annotations WHERE id = json_extract(after, '$.annotation_id')) END
     FROM history_changes WHERE entry_seq > ? AND +table_name IN ('articles', 'annotations', 'paragraph_roles', 'anchors', 'links'))
     LIMIT ?`,
  )
    .pluck()
    .all(reached, entrySeq, FEW + 1) as string[];
  return changed.length > FEW ? null : changed;
}

function readAgain(db: Connection, { articles, known }: Kept, changed: readonly string[]): Map<string, StoredArticle> {
  let isInOrder = true;
  for (const id of changed) {
    const rows = prepared(db, `${ARTICLES} AND a.id = ?`).raw().all(id) as ArticleValues[];
    if (rows.length === 0) {
      articles.delete(id);
      continue;
    }
    // One that counts again stands where it stood before.
    if (!articles.has(id)) isInOrder = false;
    const annotations = prepared(db, `${ANNOTATIONS} AND a.id = ?`).raw().all(id) as AnnotationValues[];
    for (const article of assemble(db, known, rows, annotations)) articles.set(id, article);
  }
  return isInOrder ? articles : new Map([...articles].toSorted(([, a], [, b]) => a.seq - b.seq));
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
  FROM articles a
  CROSS JOIN annotations n ON n.article_id = a.id AND n.deleted_at IS NULL
  CROSS JOIN anchors k ON k.annotation_id = n.id AND k.revision_id = a.revision_id AND k.deleted_at IS NULL
  WHERE a.deleted_at IS NULL AND a.exclusion IS NULL`;
type AnnotationValues = [seq: number, start: number, end: number, words: string | null];

function assemble(
  db: Connection,
  known: Map<string, Coded>,
  articleRows: readonly ArticleValues[],
  annotationRows: readonly AnnotationValues[],
): StoredArticle[] {
  const annotations = new Map<number, CountedAnnotation[]>(articleRows.map(([seq]) => [seq, []]));
  for (const [seq, start, end, words] of annotationRows) {
    if (words === null) continue;
    let coded = known.get(words);
    if (coded === undefined) known.set(words, (coded = readCoded(words)));
    const { placed, coderId, voice, status, links } = coded;
    annotations.get(seq)?.push({ start, end, placed, coderId, voice, status, links });
  }
  return articleRows.map(([seq, id, name, outlet, province, genre, publishedOn, length, revisionId]) => ({
    seq,
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
  const roles = prepared(
    db,
    'SELECT role FROM paragraph_roles WHERE revision_id = ? AND deleted_at IS NULL ORDER BY paragraph',
  )
    .pluck()
    .all(revisionId) as Role[];
  return { text: revisionText(db, revisionId), roles };
}
