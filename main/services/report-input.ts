import type { Annotation } from '#domain/contract/annotation.ts';
import { Refusal } from '#domain/contract/answer.ts';
import type { Memo } from '#domain/contract/memo.ts';
import type { FindingThenAndNow } from '#domain/contract/finding.ts';
import type { Input } from '#domain/contract/index.ts';
import type { ReportChoice, ReportPlan } from '#domain/contract/report.ts';
import { PROGRAM_VERSION } from '#domain/program.ts';
import type { ReportInput, ReportSource } from '#domain/report/report-input.ts';
import { connect, prepared } from '../db/connection.ts';
import { alterationsOf } from './alterations.ts';
import { listAnnotations } from './annotations.ts';
import { listArticleLinks } from './article-links.ts';
import { getArticle, getOriginal } from './articles.ts';
import { listCodebooks } from './codebooks.ts';
import { getCodingRules } from './coding-rules.ts';
import type { JobContext, ReadContext } from './context.ts';
import { corpusFlow } from './corpus-flow.ts';
import { listCoders } from './coders.ts';
import { findAnnotations } from './find-annotations.ts';
import { getFinding } from './findings.ts';
import { referenceTeller } from './reported-references.ts';
import { listMemos } from './memos.ts';

/** How long the corpus is read before a cancel is listened for, in ms. */
const BREATH = 30;

/** What the corpus has for a report: all but the plan and its conversion. */
export type Gathered = Omit<ReportInput, 'plan' | 'convert'>;

interface Wanted {
  /** Articles in the order of the report, each with the annotations that are meant; null for all. */
  articles: Map<string, ReadonlySet<string> | null>;
  focus: ReadonlySet<string> | null;
}

/**
 * Reads what a report is made of, in one state of the corpus; of very many articles the first `most`. Null when the job
 * was stopped meanwhile. Refuses when there is nothing to report.
 */
export async function gatherReport(
  job: JobContext,
  choice: ReportChoice,
  plan: ReportPlan,
  most = Number.POSITIVE_INFINITY,
): Promise<{ gathered: Gathered; articles: number; annotations: number } | null> {
  const { db, coder } = job;
  // A connection of its own holds its snapshot while the others go on.
  const snapshot = connect(db.name, { readonly: true });
  try {
    snapshot.exec('BEGIN');
    const context: ReadContext = { db: snapshot, coder };
    const { about, findings } = readFindings(context, choice, plan);
    const { articles, focus } = findWanted(context, choice, about);
    const shown = [...articles].slice(0, most);
    const referenceLinksOf = referenceTeller(context);
    const sources: ReportSource[] = [];
    let breathed = Date.now();
    for (const [articleId, ids] of shown) {
      sources.push({ ...readSource(context, articleId, ids), referenceLinks: referenceLinksOf(articleId) });
      job.progress(sources.length, shown.length + 1);
      if (Date.now() - breathed < BREATH) continue;
      await new Promise((resolve) => setImmediate(resolve));
      if (job.cancelled()) return null;
      breathed = Date.now();
    }
    const codebooks = listCodebooks(context);
    const gathered: Gathered = {
      sources,
      by: choice.by,
      focus,
      codebooks,
      codingRules: getCodingRules(context),
      memos: memosOf(listMemos(context, {}), sources, focus),
      about,
      findings,
      coderNames: new Map(listCoders(context).map(({ id, name }) => [id, name])),
      hasReferences: prepared(snapshot, 'SELECT 1 FROM reference_texts WHERE deleted_at IS NULL').get() !== undefined,
      flow: corpusFlow(context),
      coderName: coder?.name ?? '',
      corpusName: snapshot.prepare('SELECT name FROM corpora').pluck().get() as string,
      programVersion: PROGRAM_VERSION,
      madeAt: new Date().toISOString(),
    };
    return { gathered, articles: articles.size, annotations: countAnnotations(context, articles) };
  } finally {
    snapshot.close();
  }
}

/** The comparison that the report is about, and those that it shows, in their order. */
function readFindings(context: ReadContext, choice: ReportChoice, { sections, findingIds }: ReportPlan) {
  const about = choice.by === 'finding' ? getFinding(context, { findingId: choice.findingId }) : null;
  if (!sections.includes('findings') && !sections.includes('pictures')) return { about, findings: [] };
  if (findingIds === undefined) return { about, findings: about === null ? [] : [about] };
  return {
    about,
    findings: findingIds.map((findingId) =>
      findingId === about?.finding.id ? about : getFinding(context, { findingId }),
    ),
  };
}

function findWanted(context: ReadContext, choice: ReportChoice, about: FindingThenAndNow | null): Wanted {
  if (choice.by === 'articles') return { articles: new Map(choice.articleIds.map((id) => [id, null])), focus: null };
  if (choice.by === 'finding')
    return about === null ? { articles: new Map(), focus: null } : findCounted(context, about);
  const focus = choice.by === 'categories' ? withAllBelow(context, choice.categoryIds) : null;
  const ids =
    choice.by === 'annotations' ? choice.annotationIds : listIds(context, { categoryIds: choice.categoryIds });
  const articles = byArticle(context, ids);
  for (const articleId of linkedAsWholes(context, focus ?? new Set()))
    if (!articles.has(articleId)) articles.set(articleId, new Set());
  if (articles.size > 0) return { articles, focus };
  if (choice.by === 'annotations')
    throw new Refusal('not-found', 'annotation-missing', 'None of these annotations is there; they may be in the bin.');
  throw new Refusal(
    'not-found',
    'report-empty',
    'Nothing is linked to these categories or below them: choose others, or annotate first.',
  );
}

/** What a comparison counts, as far as it is still there: its articles, or the passages that make up its numbers. */
function findCounted(context: ReadContext, { finding, before }: FindingThenAndNow): Wanted {
  const { db } = context;
  const { question } = finding;
  const isThere = prepared(db, 'SELECT 1 FROM articles WHERE id = ? AND deleted_at IS NULL').pluck();
  if (question.kind === 'comparison') {
    const { articleIds, coderIds } = question.ask;
    const there = articleIds.filter((id) => isThere.get(id) !== undefined);
    const own = coderIds === undefined ? null : byArticle(context, listIds(context, { articleIds: there, coderIds }));
    return {
      articles: new Map(there.map((id) => [id, own === null ? null : (own.get(id) ?? new Set())])),
      focus: null,
    };
  }
  const isCategory = prepared(db, 'SELECT 1 FROM categories WHERE id = ? AND deleted_at IS NULL').pluck();
  const columns = before.matrix.columns.filter((id) => isCategory.get(id) !== undefined);
  if (columns.length === 0 || question.ask.measure === 'taken') return { articles: new Map(), focus: null };
  return {
    articles: byArticle(context, listIds(context, { ...question.ask.filter, categoryIds: columns })),
    focus: withAllBelow(context, columns),
  };
}

/** Articles that are linked to one of these categories as a whole, those that count. */
function linkedAsWholes({ db }: ReadContext, categoryIds: ReadonlySet<string>): string[] {
  return prepared(
    db,
    `SELECT DISTINCT a.id FROM article_links l JOIN articles a ON a.id = l.article_id AND a.deleted_at IS NULL AND a.exclusion IS NULL
     WHERE l.deleted_at IS NULL AND l.category_id IN (SELECT value FROM json_each(?)) ORDER BY a.seq`,
  )
    .pluck()
    .all(JSON.stringify([...categoryIds])) as string[];
}

function listIds(context: ReadContext, filter: Input<'annotation.find'>['filter']): readonly string[] {
  return findAnnotations(context, { filter, order: 'article', descending: false }).ids;
}

function byArticle({ db }: ReadContext, annotationIds: readonly string[]): Map<string, Set<string>> {
  const articleOf = prepared(
    db,
    `SELECT n.article_id FROM annotations n JOIN articles a ON a.id = n.article_id AND a.deleted_at IS NULL
     WHERE n.id = ? AND n.deleted_at IS NULL`,
  ).pluck();
  const articles = new Map<string, Set<string>>();
  for (const id of annotationIds) {
    const articleId = articleOf.get(id) as string | undefined;
    if (articleId === undefined) continue;
    const own = articles.get(articleId);
    if (own === undefined) articles.set(articleId, new Set([id]));
    else own.add(id);
  }
  return articles;
}

function withAllBelow({ db }: ReadContext, categoryIds: readonly string[]): ReadonlySet<string> {
  const found = db
    .prepare(
      `WITH RECURSIVE below (id) AS (
         SELECT id FROM categories WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(?))
         UNION SELECT c.id FROM categories c JOIN below ON c.parent_id = below.id WHERE c.deleted_at IS NULL)
       SELECT id FROM below`,
    )
    .pluck()
    .all(JSON.stringify(categoryIds)) as string[];
  const missing = categoryIds.find((id) => !found.includes(id));
  if (missing !== undefined)
    throw new Refusal('not-found', 'category-missing', 'There is no such category in this corpus.', {
      categoryId: missing,
    });
  return new Set(found);
}

function readSource(
  context: ReadContext,
  articleId: string,
  ids: ReadonlySet<string> | null,
): Omit<ReportSource, 'referenceLinks'> {
  const article = getArticle(context, { articleId });
  const { fileName, encoding, bytes, bytesSha256, textSha256, changes, repairs } = getOriginal(context, { articleId });
  return {
    article,
    original: { fileName, encoding, bytes, bytesSha256, textSha256, changes, repairs },
    annotations: listAnnotations(context, { articleId }).filter(({ id }) => ids?.has(id) ?? true),
    alterations: alterationsOf(context.db, article.revisionId),
    articleLinks: listArticleLinks(context, { articleId }),
  };
}

/** Those of the corpus, of the articles in their order, and of the categories in use; of each the oldest first. */
function memosOf(memos: readonly Memo[], sources: readonly ReportSource[], focus: ReadonlySet<string> | null): Memo[] {
  const articles = new Map(sources.map(({ article }, index) => [article.id, index]));
  const linked = (annotation: Annotation) => annotation.links.map(({ categoryId }) => categoryId);
  const used = focus ?? new Set(sources.flatMap(({ annotations }) => annotations.flatMap(linked)));
  const placeOf = ({ subject, subjectId }: Memo): number | null => {
    if (subject === 'corpus') return -1;
    if (subject === 'article') return articles.get(subjectId) ?? null;
    return used.has(subjectId) ? sources.length : null;
  };
  return memos
    .flatMap((memo) => {
      const place = placeOf(memo);
      return place === null ? [] : [{ memo, place }];
    })
    .toReversed()
    .toSorted((a, b) => a.place - b.place)
    .map(({ memo }) => memo);
}

function countAnnotations({ db }: ReadContext, articles: Wanted['articles']): number {
  const count = prepared(db, 'SELECT count(*) FROM annotations WHERE article_id = ? AND deleted_at IS NULL').pluck();
  let sum = 0;
  for (const [id, wanted] of articles) sum += wanted === null ? (count.get(id) as number) : wanted.size;
  return sum;
}
