import type { Output } from '#domain/contract/index.ts';
import type { Connection } from '../db/connection.ts';
import type { ReadContext } from './context.ts';
import { familiesOf, reprintCountingOf } from './families.ts';

/** The same file given twice counts once: by its name and its bytes. */
const FILES = `
  SELECT name, coalesce(bytes_sha256, '') AS sha,
    max(outcome = 'imported') AS imported, max(outcome = 'duplicate') AS duplicate
  FROM imported_files GROUP BY name, sha`;

export function corpusFlow({ db }: ReadContext): Output<'corpus.flow'> {
  const count = (query: string) => db.prepare(query).pluck().get() as number;
  const refused = count(`SELECT count(*) FROM (${FILES}) WHERE NOT imported AND NOT duplicate`);
  const atImport = count(`SELECT count(*) FROM (${FILES}) WHERE NOT imported AND duplicate`);
  const merged = count(
    `SELECT count(*) FROM articles a WHERE a.deleted_at IS NOT NULL AND EXISTS (
       SELECT 1 FROM duplicates d WHERE d.article_id = a.id AND d.decision = 'replaced')`,
  );
  const removed = count('SELECT count(*) FROM articles WHERE deleted_at IS NOT NULL') - merged;
  const included = count('SELECT count(*) FROM articles WHERE deleted_at IS NULL AND exclusion IS NULL');
  const byReason = db
    .prepare(
      `SELECT exclusion AS reason, count(*) AS articles FROM articles
       WHERE deleted_at IS NULL AND exclusion IS NOT NULL GROUP BY exclusion ORDER BY articles DESC, exclusion`,
    )
    .all() as { reason: string; articles: number }[];
  const leftOut = byReason.filter(({ reason }) => reason !== 'duplicate');
  const asDuplicates = byReason.find(({ reason }) => reason === 'duplicate')?.articles ?? 0;
  const duplicates = atImport + merged + asDuplicates;
  const excluded = leftOut.reduce((sum, { articles }) => sum + articles, 0);
  const reprints = reprintsOf(db);
  return {
    found: refused + duplicates + excluded + removed + included,
    refused,
    duplicates,
    excluded: leftOut,
    removed,
    included,
    reprints: { articles: reprints.articles, families: reprints.families },
    counted: included - reprints.articles + reprints.counted,
    open: {
      duplicates: count(
        `SELECT count(*) FROM duplicates d JOIN articles a ON a.id = d.article_id JOIN articles o ON o.id = d.other_id
         WHERE d.decision = 'open' AND d.deleted_at IS NULL AND a.deleted_at IS NULL AND o.deleted_at IS NULL`,
      ),
      repairs: count('SELECT count(*) FROM articles WHERE deleted_at IS NULL AND repairs_open > 0'),
    },
  };
}

/** Families of two included articles and more; an unknown outlet is an outlet of its own. */
function reprintsOf(db: Connection): { families: number; articles: number; counted: number } {
  const counting = reprintCountingOf(db);
  const families = [...familiesOf(db).values()];
  const outlets = families.map((members) => new Set(members.map(({ id, outlet }) => outlet ?? id)).size);
  return {
    families: families.length,
    articles: families.reduce((sum, members) => sum + members.length, 0),
    counted: { once: families.length, 'per-outlet': outlets.reduce((sum, each) => sum + each, 0), none: 0 }[counting],
  };
}
