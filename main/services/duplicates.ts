import { Refusal } from '#domain/contract/answer.ts';
import type { Duplicate } from '#domain/contract/duplicate.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { createAnchor } from '#domain/text/anchor.ts';
import { resolveAnchor } from '#domain/text/resolve-anchor.ts';
import { findRow, getRow, type Row, versionChanged } from '../db/recorder.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { articleMissing, getLive, subjectOf } from './live-article.ts';
import { adoptText } from './adopt-text.ts';
import { carryAnchors, getRevision, type StoredAnchor } from './revise-article.ts';

export function listDuplicates({ db }: ReadContext): Output<'duplicate.list'> {
  return db
    .prepare(
      `SELECT d.id, d.version, d.article_id AS articleId, d.other_id AS otherId, d.kind, d.share, d.resemblance,
         d.longest_run AS longestRun, d.decision
       FROM duplicates d JOIN articles a ON a.id = d.article_id JOIN articles o ON o.id = d.other_id
       WHERE d.deleted_at IS NULL AND a.deleted_at IS NULL AND o.deleted_at IS NULL
       ORDER BY d.decision <> 'open', a.seq DESC, d.resemblance DESC`,
    )
    .all() as Duplicate[];
}

export function decideDuplicate(context: WriteContext, input: Input<'duplicate.decide'>): Output<'duplicate.decide'> {
  const { db, record } = context;
  const pair = findRow(db, 'duplicates', input.id);
  if (pair === null || pair.deleted_at !== null)
    throw new Refusal('not-found', 'duplicate-missing', 'There is no such pair of articles in this corpus.', {
      id: input.id,
    });
  const later = getLive(db, pair.article_id as string);
  const earlier = getLive(db, pair.other_id as string);
  if (pair.version !== input.version) throw versionChanged(input.version, pair.version);
  context.note(earlier.id as string, subjectOf(later));
  const found = { placed: 0, moved: 0, orphans: 0 };
  if (pair.decision === input.decision) return found;
  record.update('duplicates', input.id, { decision: input.decision });
  if (input.decision === 'replaced') return replaceText(context, earlier, later);
  const leave = input.decision === 'excluded';
  if (leave && later.exclusion === null)
    record.update('articles', later.id as string, { exclusion: 'duplicate', exclusion_note: '' });
  if (!leave && later.exclusion === 'duplicate')
    record.update('articles', later.id as string, { exclusion: null, exclusion_note: '' });
  return found;
}

/** The text of the later article becomes that of the earlier one, and the later article goes into the bin. */
function replaceText(context: WriteContext, earlier: Row, later: Row): Output<'duplicate.decide'> {
  const { db, record } = context;
  const [keptId, goneId] = [earlier.id as string, later.id as string];
  if (db.prepare('SELECT 1 FROM annotations WHERE article_id = ? AND deleted_at IS NULL').get(goneId) !== undefined)
    throw new Refusal(
      'conflict',
      'duplicate-annotated',
      'The later article has annotations of its own, which would be lost: keep both, or leave the earlier one out.',
      { articleId: goneId },
    );
  const from = earlier.revision_id as string;
  const adopted = adoptText(context, earlier, later);
  const { text } = getRevision(db, adopted);
  const found = { placed: 0, moved: 0, orphans: 0 };
  carryAnchors(context, from, adopted, (anchor) => {
    const placed = placeAnew(text, anchor);
    found[placed.state === 'orphan' ? 'orphans' : placed.confirmation === null ? 'placed' : 'moved'] += 1;
    return placed;
  });
  record.remove('articles', goneId);
  if (getRow(db, 'articles', keptId).deleted_at !== null) throw articleMissing(keptId);
  return found;
}

function placeAnew(text: string, anchor: StoredAnchor): StoredAnchor {
  const { status, span } = resolveAnchor(text, anchor);
  if (span === undefined || status === 'orphan') return { ...anchor, state: 'orphan', confirmation: null };
  return { ...createAnchor(text, span), state: 'placed', confirmation: status === 'exact' ? null : status };
}
