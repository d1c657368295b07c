import { Refusal } from '#domain/contract/answer.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import type { Repair, RepairDecision, TextFlag } from '#domain/contract/repair.ts';
import { correctionsOf, placeInCorrected } from '#domain/repair/corrected-text.ts';
import { placeAfter } from '#domain/repair/repair-places.ts';
import { standingText } from '#domain/repair/standing-text.ts';
import type { NetChange } from '#domain/text/carry.ts';
import { applyChanges, type TextChange } from '#domain/text/well-formed.ts';
import type { Connection } from '../db/connection.ts';
import { getRow, type Row } from '../db/recorder.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { getLive, subjectOf } from './live-article.ts';
import { changesOf, getRevision, reviseArticle, type StoredRevision } from './revise-article.ts';

type StoredRepair = Omit<Repair, 'at'>;

export function listRepairs({ db }: ReadContext, input: Input<'repair.list'>): Output<'repair.list'> {
  const { imported, current } = textsOf(db, getLive(db, input.articleId));
  const repairs = repairsOf(db, imported.id);
  const changes = acceptedChanges(repairs);
  const { at } = standingText(imported.text, repairs);
  const flags = db
    .prepare('SELECT start, "end", kind, evidence FROM flags WHERE revision_id = ? ORDER BY position')
    .all(imported.id) as (Omit<TextFlag, 'evidence' | 'at'> & { evidence: string })[];
  return {
    importedText: imported.text,
    revisionId: current.id,
    text: applyChanges(imported.text, changes),
    corrections: correctionsIn(db, current, imported, repairs).length,
    repairs: repairs.map((repair, index) => ({ ...repair, at: at[index] ?? placeAfter(changes, repair) })),
    flags: flags.map((flag) => ({
      ...flag,
      evidence: JSON.parse(flag.evidence) as TextFlag['evidence'],
      at: placeAfter(changes, flag),
    })),
  };
}

export function decideRepairs(context: WriteContext, input: Input<'repair.decide'>): Output<'repair.decide'> {
  const { db, record } = context;
  const article = getLive(db, input.articleId);
  const { imported, current } = textsOf(db, article);
  if (current.id !== input.revisionId)
    throw new Refusal(
      'conflict',
      'revision-missing',
      'The text of this article was changed meanwhile: look at the repairs again, then repeat your decision.',
      { found: current.id },
    );
  const before = repairsOf(db, imported.id);
  const corrections = correctionsIn(db, current, imported, before);
  const after = exceptCorrected(
    imported,
    before,
    decided(before, input.decisions),
    corrections,
    input.decisions.length,
  );
  const changed = after.filter((repair, at) => {
    const old = before[at];
    return old?.decision !== repair.decision || old.insert !== repair.insert;
  });
  if (changed.length > 0) {
    for (const { id, decision, insert } of changed) record.update('repairs', id, { decision, insert });
    const changes = changesBetween(before, after).map((change) => ({
      ...change,
      ...(placeInCorrected(corrections, change) ?? change),
    }));
    if (changes.length > 0) reviseArticle(context, input.articleId, changes);
  }
  const counts = {
    repairs_applied: after.filter(({ decision }) => decision === 'accepted').length,
    repairs_open: after.filter(({ decision }) => decision === 'open').length,
  };
  const present = getRow(db, 'articles', input.articleId);
  if (present.repairs_applied !== counts.repairs_applied || present.repairs_open !== counts.repairs_open)
    record.update('articles', input.articleId, counts);
  context.note(input.articleId, subjectOf(article));
  const { revision_id: revisionId } = getRow(db, 'articles', input.articleId);
  return { revisionId: revisionId as string, applied: counts.repairs_applied, open: counts.repairs_open };
}

/** What corrections made of the repaired text, in its offsets; none is the rule, and then nothing is computed. */
function correctionsIn(
  db: Connection,
  current: StoredRevision,
  imported: StoredRevision,
  repairs: readonly StoredRepair[],
): NetChange[] {
  const made: TextChange[][] = [];
  for (let at = current; at.parentId !== null; at = getRevision(db, at.parentId)) made.unshift(changesOf(db, at.id));
  const corrected = made.some((changes) => changes.some(({ kind }) => kind === 'correction'));
  return corrected ? correctionsOf(imported.text, acceptedChanges(repairs), made) : [];
}

/** The decisions, but for repairs that a correction reaches into: these stay, and a decision on one alone is refused. */
function exceptCorrected(
  imported: StoredRevision,
  before: readonly StoredRepair[],
  after: readonly StoredRepair[],
  corrections: readonly NetChange[],
  decisions: number,
): readonly StoredRepair[] {
  if (corrections.length === 0) return after;
  const { at } = standingText(imported.text, before);
  return after.map((repair, index) => {
    const old = before[index] ?? repair;
    const place = at[index] ?? repair;
    if (old.insert === repair.insert || placeInCorrected(corrections, place) !== null) return repair;
    if (decisions > 1) return old;
    throw new Refusal(
      'conflict',
      'repair-corrected',
      'What this repair is about was corrected by hand since: take the correction back first, or correct the words again.',
      { id: repair.id },
    );
  });
}

/** The accepted repairs of the article's current text, in offsets of the text as imported. */
export function standingRepairs(db: Connection, article: Row): TextChange[] {
  return acceptedChanges(repairsOf(db, textsOf(db, article).imported.id));
}

/** The text as it was imported, made well-formed, and the present one. */
function textsOf(db: Connection, article: Row): { imported: StoredRevision; current: StoredRevision } {
  const current = getRevision(db, article.revision_id as string);
  const first = db
    .prepare(
      `WITH RECURSIVE above(id, parent_id) AS (
         SELECT id, parent_id FROM revisions WHERE id = ?
         UNION ALL SELECT revisions.id, revisions.parent_id FROM revisions JOIN above ON revisions.id = above.parent_id
       ) SELECT id FROM above WHERE parent_id IS NULL`,
    )
    .pluck()
    .get(current.id) as string;
  return { imported: first === current.id ? current : getRevision(db, first), current };
}

function repairsOf(db: Connection, revisionId: string): StoredRepair[] {
  const rows = db
    .prepare(
      `SELECT id, version, start, "end", before, kind, certain, reason, place, candidates, decision, "insert"
       FROM repairs WHERE revision_id = ? ORDER BY position`,
    )
    .all(revisionId) as (Omit<StoredRepair, 'certain' | 'candidates'> & { certain: number; candidates: string })[];
  return rows.map((row) => ({
    ...row,
    certain: row.certain === 1,
    candidates: JSON.parse(row.candidates) as Repair['candidates'],
  }));
}

/** The repairs with the decisions taken; what belongs to one place goes together. */
function decided(
  repairs: readonly StoredRepair[],
  decisions: Input<'repair.decide'>['decisions'],
): readonly StoredRepair[] {
  const wanted = new Map(decisions.map((each) => [each.id, each]));
  const places = new Map<number, RepairDecision>();
  for (const repair of repairs) {
    const decision = wanted.get(repair.id)?.decision;
    if (decision !== undefined && repair.place !== null) places.set(repair.place, decision);
  }
  const known = new Set(repairs.map(({ id }) => id));
  const unknown = decisions.find(({ id }) => !known.has(id));
  if (unknown !== undefined)
    throw new Refusal('not-found', 'repair-missing', 'There is no such repair in the text of this article.', {
      id: unknown.id,
    });
  return repairs.map((repair) => {
    const own = wanted.get(repair.id);
    const decision = own?.decision ?? (repair.place === null ? undefined : places.get(repair.place));
    if (decision === undefined) return repair;
    if (decision !== 'accepted') return { ...repair, decision, insert: null };
    return { ...repair, decision, insert: own?.insert ?? repair.insert ?? repair.candidates[0]?.insert ?? '' };
  });
}

function acceptedChanges(repairs: readonly StoredRepair[]): TextChange[] {
  return repairs.flatMap(({ start, end, insert, kind }) =>
    insert === null ? [] : [{ start, end, insert, kind: 'repair', reason: kind }],
  );
}

/** What leads from the text with one state of the repairs to that with another, in offsets of the former. */
function changesBetween(before: readonly StoredRepair[], after: readonly StoredRepair[]): TextChange[] {
  let shift = 0;
  return before.flatMap((repair, at) => {
    const present = repair.insert ?? repair.before;
    const wanted = after[at]?.insert ?? repair.before;
    const start = repair.start + shift;
    shift += present.length - repair.before.length;
    if (present === wanted) return [];
    return [{ start, end: start + present.length, insert: wanted, kind: 'repair', reason: repair.kind }];
  });
}
