import type { FindFilter, FindPlace, Hit } from '#domain/contract/find.ts';
import { type Folded, foldForFind } from '#domain/find/fold-for-find.ts';
import { type Connection, prepared } from '../db/connection.ts';
import { articleConditions } from './article-conditions.ts';
import { revisionText } from './revision-text.ts';

/** An article as find knows it. */
export interface FindableArticle {
  id: string;
  revisionId: string;
  province: string | null;
  /** Its month, or its year where no more is known. */
  month: string | null;
  /** Its text, folded. */
  folded: Folded;
}

/** A text of an article besides its own: a note, a translation, a memo, or something known of it. */
export interface SideText {
  place: Exclude<Hit['place'], 'text'>;
  annotationId: string | null;
  /** Who wrote it; null for what is known of an article. */
  coderId: string | null;
  field: Hit['field'];
  text: string;
  folded: Folded;
}

/** Articles that are looked up at a time when their texts are folded ahead. */
const PORTION = 200;

type SidePlace = Exclude<FindPlace, 'text'>;
type ArticleRow = Pick<FindableArticle, 'id' | 'revisionId' | 'province'> & { publishedOn: string | null };

const NOTES = `
  SELECT n.article_id AS articleId, 'note' AS place, n.id AS annotationId, n.coder_id AS coderId, NULL AS field, n.note AS text
  FROM annotations n WHERE n.deleted_at IS NULL AND n.note <> ''
  UNION ALL
  SELECT n.article_id, 'translation', n.id, n.coder_id, NULL, n.translation
  FROM annotations n WHERE n.deleted_at IS NULL AND n.translation <> ''
  UNION ALL
  SELECT m.subject_id, 'memo', NULL, m.coder_id, NULL, m.title || char(10) || m.body
  FROM memos m WHERE m.subject = 'article' AND m.deleted_at IS NULL`;
const list = (column: string) => `(SELECT group_concat(value, '、') FROM json_each(a.${column}))`;
const METADATA = Object.entries({
  title: 'a.title',
  outlet: 'a.outlet',
  outletProvince: 'a.outlet_province',
  places: list('places'),
  publishedOn: 'a.published_on',
  reporters: list('reporters'),
  editor: 'a.editor',
  source: 'a.source',
  address: 'a.address',
  genre: 'a.genre',
})
  .map(
    ([field, value]) =>
      `SELECT a.id AS articleId, 'metadata' AS place, NULL AS annotationId, NULL AS coderId, '${field}' AS field, ${value} AS text
       FROM articles a WHERE a.deleted_at IS NULL AND coalesce(${value}, '') <> ''`,
  )
  .join(' UNION ALL ');

/**
 * The texts of a corpus folded and kept in memory, so that every place of any string is at hand; brought up to date when the
 * corpus was changed. Texts are folded once for each revision.
 */
class FoldedCorpus {
  readonly #db: Connection;
  #version: number | null = null;
  #articles: FindableArticle[] = [];
  /** Of each text that was folded, by its revision. */
  #folded = new Map<string, Folded>();
  #sides = new Map<SidePlace, ReadonlyMap<string, SideText[]>>();
  #admitted = new Map<string, readonly FindableArticle[]>();
  /** Counts the states it has had. */
  state = 0;

  constructor(db: Connection) {
    this.#db = db;
  }

  /** Looks whether the corpus was changed since; to be called in the transaction that reads. */
  refresh(): void {
    const version = this.#db.pragma('data_version', { simple: true }) as number;
    if (version === this.#version) return;
    const rows = prepared(
      this.#db,
      `SELECT id, revision_id AS revisionId, outlet_province AS province, published_on AS publishedOn
       FROM articles WHERE deleted_at IS NULL ORDER BY seq`,
    ).all() as ArticleRow[];
    this.#articles = rows.map(({ publishedOn, ...row }) => ({
      ...row,
      month: publishedOn === null ? null : publishedOn.slice(0, 7),
      folded: this.#foldedOf(row.revisionId),
    }));
    this.#folded = new Map(this.#articles.map(({ revisionId, folded }) => [revisionId, folded]));
    this.#sides.clear();
    this.#admitted.clear();
    this.#version = version;
    this.state += 1;
  }

  /** Folds in steps the texts that a search will be made in, in the order of import. Each step inside a transaction. */
  *prepare(): Generator<void> {
    const next = prepared(
      this.#db,
      `SELECT seq, revision_id FROM articles WHERE deleted_at IS NULL AND seq > ? ORDER BY seq LIMIT ${PORTION}`,
    ).raw();
    let rows: [seq: number, revisionId: string][] = [];
    do {
      rows = next.all(rows.at(-1)?.[0] ?? 0) as typeof rows;
      for (const [, revisionId] of rows) {
        this.#foldedOf(revisionId);
        yield;
      }
    } while (rows.length === PORTION);
  }

  #foldedOf(revisionId: string): Folded {
    let folded = this.#folded.get(revisionId);
    if (folded === undefined) this.#folded.set(revisionId, (folded = foldForFind(revisionText(this.#db, revisionId))));
    return folded;
  }

  /** The articles that a filter lets through, in the order of import. */
  admitted(filter: FindFilter): readonly FindableArticle[] {
    const key = JSON.stringify(filter);
    const kept = this.#admitted.get(key);
    if (kept !== undefined) return kept;
    const { conditions, values } = articleConditions(filter);
    const ids = new Set(
      this.#db
        .prepare(
          `SELECT a.id FROM articles a WHERE a.deleted_at IS NULL ${conditions.map((one) => `AND ${one}`).join(' ')}`,
        )
        .pluck()
        .all(values) as string[],
    );
    const admitted = this.#articles.filter(({ id }) => ids.has(id));
    this.#admitted.set(key, admitted);
    return admitted;
  }

  /** The notes and memos of articles, or what is known of them, by article; in a fixed order. */
  sideTexts(place: SidePlace): ReadonlyMap<string, SideText[]> {
    const kept = this.#sides.get(place);
    if (kept !== undefined) return kept;
    const rows = prepared(this.#db, place === 'notes' ? NOTES : METADATA).all() as (Omit<SideText, 'folded'> & {
      articleId: string;
    })[];
    const byArticle = new Map<string, SideText[]>();
    for (const { articleId, ...row } of rows) {
      const own = byArticle.get(articleId);
      const side = { ...row, folded: foldForFind(row.text) };
      if (own === undefined) byArticle.set(articleId, [side]);
      else own.push(side);
    }
    this.#sides.set(place, byArticle);
    return byArticle;
  }
}

export type { FoldedCorpus };

const corpora = new WeakMap<Connection, FoldedCorpus>();

/** The folded corpus of a connection, as the corpus is now. */
export function foldedCorpus(db: Connection): FoldedCorpus {
  const corpus = corpusOf(db);
  corpus.refresh();
  return corpus;
}

/** Folds in steps the texts that `foldedCorpus` will have. Each step inside a transaction. */
export function prepareFoldedCorpus(db: Connection): Generator<void> {
  return corpusOf(db).prepare();
}

function corpusOf(db: Connection): FoldedCorpus {
  let corpus = corpora.get(db);
  if (corpus === undefined) corpora.set(db, (corpus = new FoldedCorpus(db)));
  return corpus;
}
