import type { FindingNumbers, FindingQuestion, FindingThenAndNow } from '../contract/finding.ts';
import type { MatrixRow } from '../contract/matrix.ts';
import { type Reading, readingFor, readings, readRow, type Shown, type Unit, unitOf } from '../matrix/read-matrix.ts';

/** A cell as it was, as it is, and whether that differs; null where the row or the column was or is not there. */
export interface CellThenAndNow {
  before: Shown | null;
  now: Shown | null;
  changed: boolean;
}

export interface FindingRow {
  key: string;
  /** Of an article: its name before, else now; null where the key is the name. */
  name: string | null;
  cells: readonly CellThenAndNow[];
}

/** What a finding shows: its cells then and now, ready to be printed. */
export interface FindingTable {
  columns: readonly FindingNumbers['columns'][number][];
  rows: readonly FindingRow[];
  /** Cells that differ, by row, then column. */
  changes: readonly { row: FindingRow; column: FindingNumbers['columns'][number]; cell: CellThenAndNow }[];
  unit: Unit;
  /** Articles and those completely coded: before, and now (null where it cannot be asked any more). */
  articles: { before: Base; now: Base | null };
}

export interface Base {
  articles: number;
  complete: number;
}

/** Differences of numbers that are divided are not told below this. */
const LEAST_DIFFERENCE = 1e-9;

/**
 * The table of a finding: the rows and columns it had, in their order, then those that came since; each cell as the question
 * reads it (see `readRow`), then and now. Where the question cannot be asked any more, nothing counts as changed.
 */
export function findingTable({
  finding,
  before,
  now,
}: Pick<FindingThenAndNow, 'before' | 'now'> & { finding: { question: FindingQuestion } }): FindingTable {
  const { reading, least, measure } = readingOf(finding.question);
  const read = (numbers: FindingNumbers | null) =>
    new Map(
      (numbers?.matrix.rows ?? []).map((row) => [
        row.key,
        numbers === null ? [] : readRow(row, numbers.matrix, { reading, least }),
      ]),
    );
  const [readBefore, readNow] = [read(before), read(now)];
  const columns = joined(before.columns, now?.columns ?? [], ({ id }) => id);
  const placeIn = (numbers: FindingNumbers | null) =>
    new Map(numbers?.matrix.columns.map((id, index) => [id, index]) ?? []);
  const [placesThen, placesNow] = [placeIn(before), placeIn(now)];
  const cellOf = (
    cells: ReadonlyMap<string, readonly Shown[]>,
    places: ReadonlyMap<string, number>,
    key: string,
    id: string,
  ) => cells.get(key)?.[places.get(id) ?? -1] ?? null;
  const rows = joined<MatrixRow>(before.matrix.rows, now?.matrix.rows ?? [], ({ key }) => key).map(
    ({ key, name }): FindingRow => ({
      key,
      name,
      cells: columns.map(({ id }) => {
        const cellThen = cellOf(readBefore, placesThen, key, id);
        const cellNow = cellOf(readNow, placesNow, key, id);
        return { before: cellThen, now: cellNow, changed: now !== null && differs(cellThen, cellNow) };
      }),
    }),
  );
  return {
    columns,
    rows,
    changes: rows.flatMap((row) =>
      row.cells.flatMap((cell, index) => {
        const column = columns[index];
        return cell.changed && column !== undefined ? [{ row, column, cell }] : [];
      }),
    ),
    unit: unitOf(measure, reading),
    articles: { before: baseOf(before), now: now === null ? null : baseOf(now) },
  };
}

/** How the cells of a question are read; a comparison of articles shows plain numbers of passages. */
export function readingOf(question: FindingQuestion) {
  if (question.kind === 'comparison') return { reading: 'plain' as const, least: 0, measure: 'passages' as const };
  const { ask, shown } = question;
  const reading: Reading = readings.find((each) => each === shown.reading) ?? 'plain';
  return { reading: readingFor(ask.measure, reading), least: shown.least, measure: ask.measure };
}

function baseOf({ matrix: { whole } }: FindingNumbers): Base {
  return { articles: whole.articles, complete: whole.complete };
}

/** Where a column or a row is not there, only a value differs from it. */
function differs(one: Shown | null, other: Shown | null): boolean {
  if (one === null || other === null) return (one ?? other)?.state === 'value';
  return one.state !== other.state || Math.abs((one.value ?? 0) - (other.value ?? 0)) > LEAST_DIFFERENCE;
}

/** Those of the first list, then those of the second that are not among them. */
function joined<Of>(first: readonly Of[], second: readonly Of[], keyOf: (of: Of) => string): Of[] {
  const known = new Set(first.map(keyOf));
  return [...first, ...second.filter((each) => !known.has(keyOf(each)))];
}
