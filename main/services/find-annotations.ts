import type { AnnotationFilter, FoundAnnotation } from '#domain/contract/annotation.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { type Connection, prepared } from '../db/connection.ts';
import { findAnnotation } from './annotations.ts';
import type { ReadContext } from './context.ts';

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
  const { conditions, values } = conditionsOf(input.filter);
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

/** Conditions in SQL with the values they name. Lists are passed as JSON, so that each statement has few forms. */
function conditionsOf(filter: AnnotationFilter): { conditions: string[]; values: Record<string, string> } {
  const conditions: string[] = [];
  const values: Record<string, string> = {};
  const among = (name: string, list: readonly string[] | undefined, condition: (set: string) => string) => {
    if (list === undefined) return;
    values[name] = JSON.stringify(list);
    conditions.push(`(${condition(`(SELECT value FROM json_each(@${name}))`)})`);
  };
  among('articles', filter.articleIds, (set) => `n.article_id IN ${set}`);
  among('provinces', filter.provinces, (set) => `coalesce(a.outlet_province, 'none') IN ${set}`);
  among('outlets', filter.outlets, (set) => `coalesce(a.outlet, 'none') IN ${set}`);
  among('genres', filter.genres, (set) => `coalesce(a.genre, 'none') IN ${set}`);
  among('months', filter.months, (set) => `coalesce(substr(a.published_on, 1, 7), 'none') IN ${set}`);
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
  // A date such as 2024-08 is as text before each of its days and after all earlier ones: its known part is compared.
  if (filter.from !== undefined) {
    values.from = filter.from;
    conditions.push('substr(@from, 1, length(a.published_on)) <= a.published_on');
  }
  if (filter.to !== undefined) {
    values.to = filter.to;
    conditions.push(
      "a.published_on <= substr(@to, 1, length(a.published_on)) || CASE WHEN length(@to) < length(a.published_on) THEN '~' ELSE '' END",
    );
  }
  if (filter.text !== undefined && filter.text !== '') {
    values.text = filter.text;
    conditions.push(
      `(instr(k.exact, @text) > 0 OR instr(n.note, @text) > 0 OR instr(coalesce(n.voice_name, ''), @text) > 0)`,
    );
  }
  if (filter.excluded !== true) conditions.push('a.exclusion IS NULL');
  return { conditions, values };
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
