import { Refusal } from '#domain/contract/answer.ts';
import type { Formula, FormulaPassage } from '#domain/contract/formula.ts';
import type { Input } from '#domain/contract/index.ts';
import { findFormulas, indexFormulas } from '#domain/formulas/find-formulas.ts';
import { foldPhrase } from '#domain/formulas/reference-phrases.ts';
import { foldText } from '#domain/reuse/folded-text.ts';
import type { Connection } from '../db/connection.ts';
import { findRow, getRow, type Row, versionChanged } from '../db/recorder.ts';
import { idTaken } from './codebooks.ts';
import type { ReadContext, WriteContext } from './context.ts';
import { getReference } from './references.ts';

const MOST_PASSAGES = 2000;
/** Folded characters; a single one is no phrase. */
const SHORTEST = 2;

export const COUNTED_ARTICLES = `
  SELECT a.id AS articleId, a.title AS articleTitle, a.opening AS articleOpening, a.outlet, a.outlet_province AS outletProvince,
    a.published_on AS publishedOn, v.text
  FROM articles a JOIN revisions v ON v.id = a.revision_id
  WHERE a.deleted_at IS NULL AND a.exclusion IS NULL`;
export type CountedArticle = Omit<FormulaPassage, 'span' | 'words' | 'isExact' | 'places'> & { text: string };

export function listFormulas({ db }: Pick<ReadContext, 'db'>): Formula[] {
  const rows = db.prepare('SELECT * FROM formulas WHERE deleted_at IS NULL ORDER BY created_at, id').all() as Row[];
  return rows.map(toFormula);
}

export function listFormulaPassages({ db }: ReadContext, { phrase }: Input<'formula.passages'>): FormulaPassage[] {
  assertLongEnough(phrase);
  const index = indexFormulas([phrase]);
  const passages: FormulaPassage[] = [];
  const articles = db.prepare(`${COUNTED_ARTICLES} ORDER BY a.published_on IS NULL, a.published_on, a.seq`);
  for (const { text, ...article } of articles.iterate() as IterableIterator<CountedArticle>) {
    const [found] = findFormulas(index, text);
    if (found === undefined) continue;
    const { span, distance, exact } = found;
    const words = text.slice(span.start, span.end);
    passages.push({ ...article, span, words, isExact: distance === 0, places: exact });
    if (passages.length === MOST_PASSAGES) break;
  }
  return passages;
}

export function createFormula(context: WriteContext, input: Input<'formula.create'>): Formula {
  const { db, record } = context;
  if (findRow(db, 'formulas', input.id) !== null) throw idTaken(input.id);
  assertLongEnough(input.phrase);
  if (input.referenceId !== null) getReference(db, input.referenceId);
  const folded = foldPhrase(input.phrase);
  const known = listFormulas(context).find(({ phrase }) => foldPhrase(phrase) === folded);
  if (known !== undefined)
    throw new Refusal('conflict', 'formula-followed', 'This phrase is followed already.', { phrase: known.phrase });
  record.insert('formulas', {
    id: input.id,
    phrase: input.phrase,
    reference_id: input.referenceId,
    older: input.older ? 1 : 0,
    note: '',
  });
  context.note(null, input.phrase);
  return toFormula(getRow(db, 'formulas', input.id));
}

export function updateFormula(context: WriteContext, input: Input<'formula.update'>): Formula {
  const row = getFormula(context.db, input.id, input.version);
  const older = input.older === undefined ? (row.older as number) : input.older ? 1 : 0;
  const note = input.note ?? (row.note as string);
  if (older === row.older && note === row.note) return toFormula(row);
  context.note(null, row.phrase as string);
  return toFormula(context.record.update('formulas', input.id, { older, note }, input.version));
}

export function removeFormula(context: WriteContext, input: Input<'formula.remove'>): Record<string, never> {
  const row = getFormula(context.db, input.id, input.version);
  context.record.remove('formulas', input.id, input.version);
  context.note(null, row.phrase as string);
  return {};
}

function getFormula(db: Connection, id: string, expected: number): Row {
  const row = findRow(db, 'formulas', id);
  if (row === null || row.deleted_at !== null)
    throw new Refusal('not-found', 'formula-missing', 'This formula is not followed; it may be in the bin.', { id });
  if (row.version !== expected) throw versionChanged(expected, row.version);
  return row;
}

function assertLongEnough(phrase: string): void {
  if (foldText(phrase).codes.length < SHORTEST)
    throw new Refusal(
      'invalid',
      'formula-short',
      'A formula has at least two characters besides punctuation: write a longer one.',
      { phrase },
    );
}

function toFormula(row: Row): Formula {
  return {
    id: row.id as string,
    version: row.version as number,
    phrase: row.phrase as string,
    referenceId: row.reference_id as string | null,
    older: row.older === 1,
    note: row.note as string,
  };
}
