import { type Connection, prepared } from '../db/connection.ts';
import { prepareCountedArticles } from './counted-articles.ts';
import { prepareReuse } from './counted-reuse.ts';
import { prepareFoldedCorpus } from './folded-corpus.ts';

/** More articles than these take more memory than should be taken before somebody asks. */
const MOST = 40_000;

/**
 * Reads in steps what the views of the whole corpus, matrix and find, would read when they are first asked, which takes them
 * longer than a click may. What it has not come to yet, or what changes, they read themselves: it can be left off anywhere.
 * Each step inside a transaction of its own.
 */
export function* prepareViews(db: Connection): Generator<void> {
  if ((prepared(db, 'SELECT count(*) FROM articles').pluck().get() as number) > MOST) return;
  yield* prepareCountedArticles(db);
  yield* prepareFoldedCorpus(db);
  yield* prepareReuse(db);
}
