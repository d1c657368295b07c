import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleRow } from '#domain/contract/article.ts';
import { matrixMeasure } from '#domain/contract/matrix.ts';
import { type Connection, connect } from '../db/connection.ts';
import { builtin, categoryIds, TestHost } from '../host/hosted-corpus.ts';
import { countText, findText } from './find-text.ts';
import { matrixFor } from './matrix.ts';
import { prepareViews } from './prepare-views.ts';
import { skeletonDecision } from './skeleton-decision.test-support.ts';

/** More than are read in one step, twice. */
const ARTICLES = 60;
const OWN = '建立示例甲省數據交易平台，培育一批示範企業和示範園區。';

let host: TestHost;
let rows: ArticleRow[];
const open: Connection[] = [];

beforeEach(async () => {
  host = await TestHost.make();
  const sources = Array.from({ length: ARTICLES }, (_, n) => ({
    name: `${n}.txt`,
    text: `第${n}篇的題目\n第${n}篇說改革。${n % 3 === 0 ? OWN : ''}𠮷林也說${n}號改革！\n又一段，第${n}段。`,
  }));
  await host.end('article.import', { sources });
  await host.end('reference.import', { sources: [{ text: skeletonDecision({ 9: OWN }), name: '決定.txt' }] });
  await host.end('reuse.find', {});
  rows = await host.ask('article.list', {});
  for (let n = 0; n < ARTICLES; n += 7) await annotate(n);
}, 60_000);
afterEach(async () => {
  for (const db of open.splice(0)) db.close();
  await host[Symbol.asyncDispose]();
});

const row = (n: number) => rows[n] as ArticleRow;
const annotate = (n: number) =>
  host.annotate(row(n).id, '說改革', {
    links: [{ id: uuidv7(), categoryId: categoryIds[n % categoryIds.length] ?? '', relation: null }],
  });

function connection(options: { readonly: boolean } = { readonly: true }): Connection {
  const db = connect(host.file, options);
  open.push(db);
  return db;
}

/** What the views show of the corpus, asked on a connection. */
function answersOf(db: Connection) {
  const context = { db, coder: null };
  const count = (rowKind: 'articles' | 'provinces') =>
    matrixMeasure.options.map((measure) => {
      const columns = { of: 'items', codebookId: builtin } as const;
      return matrixFor(context, { rows: rowKind, columns, filter: {}, measure, weighing: 'pooled' });
    });
  const sought = { query: '改革', places: ['text' as const], filter: {} };
  return db.transaction(() => ({
    matrices: [...count('articles'), ...count('provinces')],
    counts: countText(context, sought),
    hits: findText(context, { ...sought, order: 'right', offset: 0, limit: 200 }),
  }))();
}

/** So many steps, each in a transaction. */
function step(db: Connection, steps: Iterator<void>, most: number): void {
  for (let n = 0; n < most; n++) if (db.transaction(() => steps.next())().done === true) return;
}

async function revisionOf(n: number): Promise<{ articleId: string; revisionId: string }> {
  const { revisionId } = await host.ask('article.get', { articleId: row(n).id });
  return { articleId: row(n).id, revisionId };
}

const writes: (() => Promise<unknown>)[] = [
  () => annotate(3),
  () => annotate(ARTICLES - 1),
  () =>
    host.ask('article.setExclusion', {
      articleId: row(1).id,
      version: row(1).version,
      exclusion: { reason: 'other', note: '' },
    }),
  async () =>
    host.ask('article.correct', { ...(await revisionOf(2)), changes: [{ start: 0, end: 0, insert: '改革！' }] }),
  () => host.ask('history.undo', {}),
  async () => host.ask('article.setRole', { ...(await revisionOf(0)), paragraph: 1, role: 'caption' }),
  // Takes in again what was left out: it stands where it stood.
  async () => {
    const { version } = (await host.ask('article.list', {})).find(({ id }) => id === row(1).id) as ArticleRow;
    await host.ask('article.setExclusion', { articleId: row(1).id, version, exclusion: null });
  },
  () => host.importText('後來的一篇，也說改革。'),
  () => host.ask('article.remove', { articleId: row(5).id, version: row(5).version }),
];

test('what was prepared, in whole or in part, says what the corpus is, with a write between any steps', async () => {
  const db = connection();
  const asked = connection();
  const steps = prepareViews(db);
  const ofAsked = prepareViews(asked);
  for (const [at, write] of writes.entries()) {
    step(db, steps, at < 3 ? 1 : 30);
    step(asked, ofAsked, at < 3 ? 1 : 30);
    await write();
    expect(answersOf(asked)).toEqual(answersOf(connection()));
  }
  expect(answersOf(db)).toEqual(answersOf(asked));
  step(db, steps, Number.POSITIVE_INFINITY);
  expect(steps.next().done).toBe(true);
  step(db, prepareViews(db), Number.POSITIVE_INFINITY);
  expect(answersOf(db)).toEqual(answersOf(asked));
}, 60_000);

test('what was prepared is not read again', () => {
  const before = answersOf(connection());
  // Its own writes are no change to a connection: it goes on with what it has.
  const db = connection({ readonly: false });
  step(db, prepareViews(db), Number.POSITIVE_INFINITY);
  db.pragma('foreign_keys = OFF');
  db.exec(`DELETE FROM links; DELETE FROM anchors; DELETE FROM paragraph_roles; DELETE FROM reuse_results;
    UPDATE revisions SET text = replace(replace(text, '改', '和'), '。', '，')`);
  const { matrices, counts } = answersOf(db);
  expect({ matrices, counts }).toEqual({ matrices: before.matrices, counts: before.counts });
});

test('the host prepares in the background, and sees what is written then', async () => {
  await host.host.prepared();
  const count = async () => {
    const { whole } = await host.matrix({
      rows: 'provinces',
      columns: { of: 'parts', codebookId: builtin },
      filter: {},
      measure: 'passages',
      weighing: 'pooled',
    });
    return whole.total.value;
  };
  const before = (await count()) ?? 0;
  await annotate(4);
  expect(await count()).toBe(before + 1);
});
