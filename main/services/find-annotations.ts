import type { AnnotationFilter, FoundAnnotation } from '#domain/contract/annotation.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { type Connection, prepared } from '../db/connection.ts';
import { findAnnotation } from './annotations.ts';
import { amongIn, articleConditions, type Conditions } from './article-conditions.ts';
import type { ReadContext } from './context.ts';
import { uncountedArticles } from './families.ts';

type Found = Output<'annotation.find'>;

const LIVE_LINK = `
  SELECT 1 FROM links l JOIN categories c ON c.id = l.category_id AND c.deleted_at IS NULL
  WHERE l.annotation_id = n.id AND l.deleted_at IS NULL`;
const FROM = `
  FROM annotations n
  JOIN articles a ON a.id = n.article_id AND a.deleted_at IS NULL
  JOIN anchors k ON k.annotation_id = n.id AND k.revision_id = a.revision_id AND k.deleted_at IS NULL`;
const PLACE = 'a.seq, k.start, k."end" DESC, n.id';
// Where the first category of a passage stands: its codebook, its part, then itself.
const CATEGORY = `
  (SELECT printf('%08d %08d %08d', b.position, coalesce(p.position, c.position), c.position) FROM links l
   JOIN categories c ON c.id = l.category_id AND c.deleted_at IS NULL JOIN codebooks b ON b.id = c.codebook_id
   LEFT JOIN categories p ON p.id = c.parent_id
   WHERE l.annotation_id = n.id AND l.deleted_at IS NULL ORDER BY l.position, l.id LIMIT 1)`;
const orders: Record<Input<'annotation.find'>['order'], string> = {
  article: 'a.seq',
  category: CATEGORY,
  province: 'a.outlet_province',
  outlet: 'a.outlet',
  date: 'a.published_on',
  quote: 'k.exact',
  coder: '(SELECT name FROM coders o WHERE o.id = n.coder_id)',
  voice: 'n.voice',
  status: 'n.status',
  created: 'n.created_at',
  changed: 'n.changed_at',
};

/** The ids in order; where the order says nothing, by article and place. What is empty comes last either way. */
export function findAnnotations({ db }: ReadContext, input: Input<'annotation.find'>): Found {
  const { conditions, values } = conditionsOf(db, input.filter);
  const key = orders[input.order];
  const direction = input.descending ? 'DESC' : 'ASC';
  const order =
    input.order === 'article' && input.descending
      ? `a.seq DESC, ${PLACE}`
      : `${key} IS NULL, ${key} ${direction}, ${PLACE}`;
  const ids = db
    .prepare(
      `SELECT n.id ${FROM} WHERE n.deleted_at IS NULL ${conditions.map((one) => `AND ${one}`).join(' ')} ORDER BY ${order}`,
    )
    .pluck()
    .all(values) as string[];
  return { ids };
}

export function getAnnotations({ db }: ReadContext, input: Input<'annotation.get'>): FoundAnnotation[] {
  return input.ids.flatMap((id) => {
    const annotation = findAnnotation(db, id);
    return annotation === null ? [] : [{ ...annotation, ...articleOf(db, annotation.articleId) }];
  });
}

function articleOf(db: Connection, articleId: string) {
  return prepared(
    db,
    `SELECT title AS articleTitle, opening AS articleOpening, outlet, outlet_province AS outletProvince,
       published_on AS publishedOn FROM articles WHERE id = ?`,
  ).get(articleId) as Pick<
    FoundAnnotation,
    'articleTitle' | 'articleOpening' | 'outlet' | 'outletProvince' | 'publishedOn'
  >;
}

function conditionsOf(db: Connection, filter: AnnotationFilter): Conditions {
  const conditions: string[] = [];
  const values: Record<string, string> = {};
  const among = amongIn(conditions, values);
  among('coders', filter.coderIds, (set) => `n.coder_id IN ${set}`);
  among('voices', filter.voices, (set) => `coalesce(n.voice, 'none') IN ${set}`);
  among('statuses', filter.statuses, (set) => `n.status IN ${set}`);
  const ofLink = linkConditions(filter, values);
  if (ofLink !== null) conditions.push(ofLink);
  if (filter.concerns !== undefined) {
    const wanted: Record<NonNullable<AnnotationFilter['concerns']>[number], string> = {
      orphan: `k.state = 'orphan'`,
      'to-confirm': 'k.confirmation IS NOT NULL',
      recheck: `EXISTS (${LIVE_LINK} AND c.meant_since > (SELECT number FROM codebook_revisions v WHERE v.id = l.codebook_revision_id))`,
      'no-category': `NOT EXISTS (${LIVE_LINK})`,
    };
    conditions.push(`(${filter.concerns.map((concern) => wanted[concern]).join(' OR ')})`);
  }
  if (filter.text !== undefined && filter.text !== '') {
    values.text = filter.text;
    conditions.push(
      `(instr(k.exact, @text) > 0 OR instr(n.note, @text) > 0 OR instr(n.translation, @text) > 0 OR instr(coalesce(n.voice_name, ''), @text) > 0)`,
    );
  }
  const ofArticle = articleConditions(filter);
  if (filter.counted === true) {
    values.uncounted = JSON.stringify([...uncountedArticles(db)]);
    conditions.push('a.id NOT IN (SELECT value FROM json_each(@uncounted))');
  }
  return { conditions: [...ofArticle.conditions, ...conditions], values: { ...ofArticle.values, ...values } };
}

/** Category, relation and origin are asked of one and the same link: a passage may be verbatim to one, adapted to another. */
function linkConditions(
  { categoryIds, relations, origins }: AnnotationFilter,
  values: Record<string, string>,
): string | null {
  const conditions: string[] = [];
  if (relations !== undefined) {
    values.relations = JSON.stringify(relations);
    conditions.push(`AND coalesce(l.relation, 'none') IN (SELECT value FROM json_each(@relations))`);
  }
  if (origins !== undefined) {
    values.origins = JSON.stringify(origins);
    conditions.push('AND l.origin IN (SELECT value FROM json_each(@origins))');
  }
  if (categoryIds === undefined)
    return conditions.length === 0 ? null : `EXISTS (${LIVE_LINK} ${conditions.join(' ')})`;
  values.categories = JSON.stringify(categoryIds);
  return `n.id IN (
    WITH RECURSIVE below (id) AS (
      SELECT id FROM categories WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(@categories))
      UNION SELECT c.id FROM categories c JOIN below ON c.parent_id = below.id WHERE c.deleted_at IS NULL)
    SELECT l.annotation_id FROM below CROSS JOIN links l ON l.category_id = below.id
    WHERE l.deleted_at IS NULL ${conditions.join(' ')})`;
}
