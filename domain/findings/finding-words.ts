import { numberedTitle } from '../codebook/title-in.ts';
import type { FindingNumbers, FindingQuestion, FindingThenAndNow } from '../contract/finding.ts';
import type { Translation } from '../languages/interface/translation.ts';
import { type MatrixShown, parseMatrix } from '../matrix/matrix-shown.ts';
import { type MatrixNames, type MatrixWords, matrixWords } from '../matrix/matrix-words.ts';
import type { Shown } from '../matrix/read-matrix.ts';
import { readingOf } from './finding-table.ts';

/** A kept question as the matrix shows it: comparisons of articles are counted by the same functions. */
export function shownOf(question: FindingQuestion): MatrixShown {
  if (question.kind === 'matrix') {
    const { least, sort, descending, address } = question.shown;
    return { ...parseMatrix(address), ...question.ask, reading: readingOf(question).reading, least, sort, descending };
  }
  const { codebookId, coderIds } = question.ask;
  return {
    ...parseMatrix(''),
    rows: 'articles',
    columns: { of: 'parts', codebookId },
    measure: 'passages',
    filter: coderIds === undefined ? {} : { coderIds },
  };
}

export interface FindingWords {
  /** What was asked, in a line, and what was counted, a statement a line. */
  asked: string;
  notes: readonly string[];
  rowName: (row: { key: string; name: string | null }) => string;
  columnName: (column: FindingNumbers['columns'][number]) => string;
  /** Null: the row or the column was not there. */
  value: (cell: Shown | null) => string;
  /** Of the matrix that was kept. */
  matrix: MatrixWords;
}

/** What a kept comparison says in words; its columns have the names they had when it was kept. */
export function findingWords(
  { finding, before }: Pick<FindingThenAndNow, 'finding' | 'before'>,
  names: MatrixNames,
  translation: Translation,
): FindingWords {
  const { t, language } = translation;
  const then = new Map(before.columns.map((column) => [column.id, column]));
  const matrix = matrixWords(
    shownOf(finding.question),
    before.matrix,
    { ...names, category: (id) => then.get(id) ?? names.category(id) },
    translation,
  );
  return {
    asked:
      finding.question.kind === 'matrix'
        ? matrix.title
        : t('findings.askedComparison', { count: before.matrix.rows.length }),
    notes: matrix.notes,
    rowName: matrix.rowName,
    columnName: (column) => numberedTitle(language, column),
    value: (cell) =>
      cell === null ? t('findings.notThere') : cell.state === 'silent' ? t('matrix.silent') : matrix.value(cell),
    matrix,
  };
}
