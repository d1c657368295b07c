import { Refusal } from '#domain/contract/answer.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { splitsPair } from '#domain/text/span.ts';
import { invertChanges, makeWellFormed } from '#domain/text/well-formed.ts';
import type { Connection } from '../db/connection.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { getLive, subjectOf } from './live-article.ts';
import { changesOf, getRevision, reviseArticle, type StoredRevision } from './revise-article.ts';

const MOST = 1000;
/** UTF-16 units shown on either side of a change. */
const AROUND = 16;

export function correctArticle(context: WriteContext, input: Input<'article.correct'>): Output<'article.correct'> {
  const { db } = context;
  const article = getLive(db, input.articleId);
  const present = getRevision(db, article.revision_id as string);
  if (present.id !== input.revisionId)
    throw new Refusal(
      'conflict',
      'revision-missing',
      'The text of this article was changed meanwhile: look at it again and correct it there.',
      { found: present.id },
    );
  const changes = input.changes.filter(({ start, end, insert }) => present.text.slice(start, end) !== insert);
  let kept = 0;
  for (const { start, end, insert } of input.changes) {
    if (start < kept || end < start || end > present.text.length)
      throw new Refusal('invalid', 'change-outside', 'A correction lies outside the text, or over another one.', {
        start,
        end,
      });
    kept = end;
    if (splitsPair(present.text, start) || splitsPair(present.text, end) || makeWellFormed(insert).text !== insert)
      throw new Refusal(
        'invalid',
        'change-malformed',
        'A correction cuts a character in two, or puts in what is no text.',
        {
          start,
          end,
        },
      );
  }
  const orphans = () =>
    db
      .prepare(
        `SELECT count(*) FROM anchors k JOIN annotations n ON n.id = k.annotation_id AND n.deleted_at IS NULL
         JOIN articles a ON a.id = n.article_id AND k.revision_id = a.revision_id
         WHERE a.id = ? AND k.state = 'orphan' AND k.deleted_at IS NULL`,
      )
      .pluck()
      .get(input.articleId) as number;
  context.note(input.articleId, subjectOf(article));
  if (changes.length === 0) return { revisionId: present.id, orphans: 0 };
  const before = orphans();
  const revisionId = reviseArticle(
    context,
    input.articleId,
    changes.map((change) => ({ ...change, kind: 'correction', reason: 'correction' })),
  );
  return { revisionId, orphans: Math.max(0, orphans() - before) };
}

export function listRevisions({ db }: ReadContext, input: Input<'revision.list'>): Output<'revision.list'> {
  const facts = db.prepare(
    'SELECT r.created_at AS at, c.name AS coderName FROM revisions r JOIN coders c ON c.id = r.coder_id WHERE r.id = ?',
  );
  return chainOf(db, getLive(db, input.articleId).revision_id as string).map(({ id, number, parentId }) => {
    const changes = changesOf(db, id);
    const corrected = changes.some(({ kind }) => kind === 'correction');
    const { at, coderName } = facts.get(id) as { at: string; coderName: string };
    const kind = parentId === null ? 'import' : corrected ? 'correction' : 'repair';
    return { id, number, at, coderName, kind, changes: changes.length };
  });
}

export function listRevisionChanges({ db }: ReadContext, input: Input<'revision.changes'>): Output<'revision.changes'> {
  const chain = chainOf(db, getLive(db, input.articleId).revision_id as string);
  const revision = chain.find(({ id }) => id === input.revisionId);
  if (revision === undefined)
    throw new Refusal(
      'not-found',
      'revision-missing',
      'This is not one of the revisions that led to the present text.',
      {
        revisionId: input.revisionId,
      },
    );
  const { parentId, text } = revision;
  if (parentId === null) return { total: 0, changes: [] };
  const before = getRevision(db, parentId).text;
  const changes = changesOf(db, revision.id);
  const back = invertChanges(before, changes);
  return {
    total: changes.length,
    changes: back.slice(0, MOST).map(({ start, end, insert }) => ({
      prefix: text.slice(startAround(text, start), start),
      before: insert,
      after: text.slice(start, end),
      suffix: text.slice(end, endAround(text, end)),
      at: { start, end },
    })),
  };
}

function startAround(text: string, start: number): number {
  const at = Math.max(0, start - AROUND, text.lastIndexOf('\n', start - 1) + 1);
  return splitsPair(text, at) ? at + 1 : at;
}

function endAround(text: string, end: number): number {
  const feed = text.indexOf('\n', end);
  const at = Math.min(text.length, end + AROUND, feed < 0 ? text.length : feed);
  return splitsPair(text, at) ? at - 1 : at;
}

/** The revision and those it was made of, the newest first. */
export function chainOf(db: Connection, revisionId: string): StoredRevision[] {
  const chain = [getRevision(db, revisionId)];
  for (let parentId = chain[0]?.parentId ?? null; parentId !== null; ) {
    const parent = getRevision(db, parentId);
    chain.push(parent);
    parentId = parent.parentId;
  }
  return chain;
}
