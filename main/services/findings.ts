import { Refusal } from '#domain/contract/answer.ts';
import type { Finding, FindingNumbers, FindingQuestion } from '#domain/contract/finding.ts';
import type { Input, Output } from '#domain/contract/index.ts';
import { PROGRAM_VERSION } from '#domain/program.ts';
import { type Connection, prepared } from '../db/connection.ts';
import { findRow, type Row, versionChanged, wouldChange } from '../db/recorder.ts';
import { idTaken } from './codebooks.ts';
import { countComparison } from './comparisons.ts';
import type { InternalWrites, JobContext, ReadContext, WriteContext } from './context.ts';
import { matrixFor } from './matrix.ts';

const SELECT = `
  SELECT f.id, f.version, f.name, f.note, c.name AS coderName, f.question, f.entry_seq AS entrySeq,
    f.codebook_revision_id AS codebookRevisionId, f.program_version AS programVersion, f.taken_at AS takenAt,
    f.changed_at AS changedAt
  FROM findings f JOIN coders c ON c.id = f.coder_id WHERE f.deleted_at IS NULL`;

/** Why a question that was asked once has no answer any more. */
const lost: ReadonlySet<string> = new Set(['category-missing', 'codebook-missing', 'article-missing']);

export function listFindings({ db }: ReadContext): Finding[] {
  return prepared(db, `${SELECT} ORDER BY f.taken_at DESC, f.id DESC`).all().map(findingOf);
}

export function getFinding({ db }: ReadContext, { findingId }: Input<'finding.get'>): Output<'finding.get'> {
  const finding = readFinding(db, findingId);
  const numbers = prepared(db, 'SELECT numbers FROM findings WHERE id = ?').pluck().get(findingId) as string;
  return {
    finding,
    before: JSON.parse(numbers) as FindingNumbers,
    now: countAgain(db, finding.question),
    // The entry that kept it is not one of them.
    steps: prepared(db, `SELECT count(*) FROM history_entries WHERE seq > ? AND operation NOT LIKE 'finding.%'`)
      .pluck()
      .get(finding.entrySeq) as number,
    codebookChanged: codebookRevision(db, finding.question) !== finding.codebookRevisionId,
  };
}

function countAgain(db: Connection, question: FindingQuestion): FindingNumbers | null {
  try {
    return count(db, question);
  } catch (thrown) {
    if (thrown instanceof Refusal && lost.has(thrown.details.reason)) return null;
    throw thrown;
  }
}

/** Counts in one state of the corpus, and keeps the numbers together with it. */
export async function takeFinding(context: JobContext, input: Input<'finding.create'>): Promise<Finding> {
  const { db } = context;
  const taken = db.transaction(() => ({
    numbers: count(db, input.question),
    entrySeq: (prepared(db, 'SELECT max(seq) FROM history_entries').pluck().get() as number | null) ?? 0,
    codebookRevisionId: codebookRevision(db, input.question),
  }))();
  return await context.write('finding.store', { ...input, ...taken });
}

export function storeFinding(context: WriteContext, input: InternalWrites['finding.store']['input']): Finding {
  const { db, record, coder, now } = context;
  const { id, name, note, question, numbers, entrySeq, codebookRevisionId } = input;
  if (findRow(db, 'findings', id) !== null) throw idTaken(id);
  record.insert('findings', {
    id,
    kind: question.kind,
    name,
    note,
    coder_id: coder.id,
    question: JSON.stringify(question),
    numbers: JSON.stringify(numbers),
    entry_seq: entrySeq,
    codebook_revision_id: codebookRevisionId,
    program_version: PROGRAM_VERSION,
    taken_at: now,
  });
  context.note(null, name);
  return readFinding(db, id);
}

export function updateFinding(context: WriteContext, input: Input<'finding.update'>): Finding {
  const finding = readFinding(context.db, input.id);
  if (finding.version !== input.version) throw versionChanged(input.version, finding.version);
  const values: Row = {};
  if (input.name !== undefined) values.name = input.name;
  if (input.note !== undefined) values.note = input.note;
  if (!wouldChange({ name: finding.name, note: finding.note }, values)) return finding;
  context.record.update('findings', input.id, values, input.version);
  const changed = readFinding(context.db, input.id);
  context.note(null, changed.name);
  return changed;
}

export function removeFinding(context: WriteContext, input: Input<'finding.remove'>): Record<string, never> {
  const { name } = readFinding(context.db, input.id);
  context.record.remove('findings', input.id, input.version);
  context.note(null, name);
  return {};
}

function readFinding(db: Connection, id: string): Finding {
  const row = prepared(db, `${SELECT} AND f.id = ?`).get(id);
  if (row === undefined)
    throw new Refusal('not-found', 'finding-missing', 'There is no such comparison kept; it may be in the bin.', {
      id,
    });
  return findingOf(row);
}

function findingOf(row: unknown): Finding {
  const { question, ...finding } = row as Omit<Finding, 'question'> & { question: string };
  return { ...finding, question: JSON.parse(question) as FindingQuestion };
}

function count(db: Connection, question: FindingQuestion): FindingNumbers {
  const context = { db, coder: null };
  const matrix = question.kind === 'matrix' ? matrixFor(context, question.ask) : countComparison(context, question.ask);
  const category = prepared(
    db,
    'SELECT id, number, title_hant AS titleHant, title_hans AS titleHans, title_en AS titleEn FROM categories WHERE id = ?',
  );
  return { matrix, columns: matrix.columns.map((id) => category.get(id) as FindingNumbers['columns'][number]) };
}

/** The present revision of the codebook that a question is about. */
function codebookRevision(db: Connection, question: FindingQuestion): string | null {
  const { ask } = question;
  const codebookId =
    'codebookId' in ask
      ? ask.codebookId
      : ask.columns.of === 'below'
        ? prepared(db, 'SELECT codebook_id FROM categories WHERE id = ?').pluck().get(ask.columns.categoryId)
        : ask.columns.codebookId;
  const newest = prepared(
    db,
    'SELECT id FROM codebook_revisions WHERE codebook_id = ? AND deleted_at IS NULL ORDER BY number DESC LIMIT 1',
  );
  return (newest.pluck().get(codebookId) ?? null) as string | null;
}
