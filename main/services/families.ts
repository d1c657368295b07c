import { Refusal } from '#domain/contract/answer.ts';
import type { ReprintCounting, ReprintFamily } from '#domain/contract/duplicate.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { uncountedReprints } from '#domain/duplicates/count-reprints.ts';
import { type FamilyMember, presumeSource } from '#domain/duplicates/presume-source.ts';
import { v7 as uuidv7 } from 'uuid';
import { type Connection, prepared } from '../db/connection.ts';
import { findRow, getRow, versionChanged } from '../db/recorder.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { getLive, subjectOf } from './live-article.ts';

type Nothing = Record<string, never>;
type Member = FamilyMember & { familyId: string };

export function listFamilies({ db }: ReadContext): Output<'family.list'> {
  const byFamily = familiesOf(db);
  const rows = db.prepare('SELECT id, version, source_id AS sourceId FROM families WHERE deleted_at IS NULL').all();
  const families = (rows as Pick<ReprintFamily, 'id' | 'version' | 'sourceId'>[]).flatMap((family) => {
    const members = byFamily.get(family.id);
    if (members === undefined) return [];
    return [{ ...family, presumed: presumeSource(members), articleIds: members.map(({ id }) => id) }];
  });
  return { counting: reprintCountingOf(db), families };
}

/** The included articles of each family, by date, unknown dates last; families of one are none. */
export function familiesOf(db: Connection): Map<string, Member[]> {
  const members = db
    .prepare(
      `SELECT id, family_id AS familyId, outlet, source, published_on AS publishedOn FROM articles
       WHERE family_id IS NOT NULL AND deleted_at IS NULL AND exclusion IS NULL
       ORDER BY published_on IS NULL, published_on, seq`,
    )
    .all() as Member[];
  const families = new Map<string, Member[]>();
  for (const member of members) {
    const family = families.get(member.familyId);
    if (family === undefined) families.set(member.familyId, [member]);
    else family.push(member);
  }
  return new Map([...families].filter(([, own]) => own.length > 1));
}

export function reprintCountingOf(db: Connection): ReprintCounting {
  return db.prepare('SELECT reprint_counting FROM settings').pluck().get() as ReprintCounting;
}

/** The included articles that do not count, because the corpus counts their family in others, or not at all. */
export function uncountedArticles(db: Connection): ReadonlySet<string> {
  const families = familiesOf(db);
  if (families.size === 0) return new Set();
  const counting = reprintCountingOf(db);
  const sources = new Map(
    prepared(db, 'SELECT id, source_id FROM families WHERE deleted_at IS NULL').raw().all() as [
      string,
      string | null,
    ][],
  );
  const annotated = new Set(
    prepared(
      db,
      `SELECT id FROM articles a WHERE family_id IS NOT NULL
         AND EXISTS (SELECT 1 FROM annotations n WHERE n.article_id = a.id AND n.deleted_at IS NULL)`,
    )
      .pluck()
      .all() as string[],
  );
  return new Set(
    [...families].flatMap(([familyId, members]) =>
      uncountedReprints(
        members.map(({ id, outlet }) => ({ id, outlet, annotated: annotated.has(id) })),
        sources.get(familyId) ?? presumeSource(members)?.articleId ?? null,
        counting,
      ),
    ),
  );
}

export function createFamily(context: WriteContext, input: Input<'family.create'>): Nothing {
  const { db, record } = context;
  if (findRow(db, 'families', input.id) !== null)
    throw new Refusal('conflict', 'id-taken', 'There is such a family already: give it another id.', { id: input.id });
  const articles = [...new Set(input.articleIds)].map((id) => getLive(db, id));
  record.insert('families', { id: input.id, source_id: null });
  for (const { id } of articles) moveTo(context, id as string, input.id);
  context.note(null, articles.map(subjectOf)[0] ?? '');
  return {};
}

export function setFamilySource(context: WriteContext, input: Input<'family.setSource'>): Nothing {
  const { db, record } = context;
  const family = findRow(db, 'families', input.familyId);
  if (family === null || family.deleted_at !== null)
    throw new Refusal('not-found', 'family-missing', 'There is no such reprint family in this corpus.', {
      familyId: input.familyId,
    });
  if (family.version !== input.version) throw versionChanged(input.version, family.version);
  const article = input.articleId === null ? null : getLive(db, input.articleId);
  if (article !== null && article.family_id !== input.familyId)
    throw new Refusal('invalid', 'family-missing', 'This article does not belong to that reprint family.', {
      articleId: input.articleId,
    });
  if (family.source_id !== input.articleId) record.update('families', input.familyId, { source_id: input.articleId });
  context.note(null, article === null ? '' : subjectOf(article));
  return {};
}

export function leaveFamily(context: WriteContext, input: Input<'family.leave'>): Nothing {
  const article = getLive(context.db, input.articleId);
  if (article.family_id !== null) moveTo(context, input.articleId, null);
  context.note(input.articleId, subjectOf(article));
  return {};
}

export function setReprintCounting(context: WriteContext, input: Input<'reprintCounting.set'>): Nothing {
  const { record, db } = context;
  if (reprintCountingOf(db) !== input.counting)
    record.update('settings', 'corpus', { reprint_counting: input.counting });
  context.note(null, '');
  return {};
}

/** Brings two articles into one family: that of the other, or of this one, or a new one. */
export function joinFamily(context: WriteContext, articleId: string, otherId: string): void {
  const { db, record } = context;
  const own = getRow(db, 'articles', articleId).family_id as string | null;
  const others = getRow(db, 'articles', otherId).family_id as string | null;
  if (own !== null && own === others) return;
  if (own !== null && others !== null) {
    const members = db.prepare('SELECT id FROM articles WHERE family_id = ?').pluck().all(own) as string[];
    for (const member of members) moveTo(context, member, others);
    return;
  }
  const family = others ?? own ?? uuidv7();
  if (others === null && own === null) record.insert('families', { id: family, source_id: null });
  for (const id of [articleId, otherId]) moveTo(context, id, family);
}

/** A source that leaves is the source no longer. */
function moveTo({ db, record }: WriteContext, articleId: string, familyId: string | null): void {
  const { family_id: before } = getRow(db, 'articles', articleId);
  if (before === familyId) return;
  if (before !== null && getRow(db, 'families', before as string).source_id === articleId)
    record.update('families', before as string, { source_id: null });
  record.update('articles', articleId, { family_id: familyId });
}
