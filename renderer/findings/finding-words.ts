import { useTranslation } from 'react-i18next';
import type { FindingNumbers, FindingQuestion, FindingThenAndNow } from '#domain/contract/finding.ts';
import { readingOf } from '#domain/findings/finding-table.ts';
import type { Shown } from '#domain/matrix/read-matrix.ts';
import { useTitle } from '../codebook/queries.ts';
import { type MatrixShown, parseMatrix } from '#domain/matrix/matrix-shown.ts';
import { useMatrixWords } from '../matrix/use-matrix-words.ts';

/** A kept question as the matrix would show it: comparisons of articles are counted by the same functions. */
function shownOf(question: FindingQuestion): MatrixShown {
  const usual = parseMatrix('');
  if (question.kind === 'matrix') {
    const { least, sort, descending } = question.shown;
    return { ...usual, ...question.ask, reading: readingOf(question).reading, least, sort, descending };
  }
  const { codebookId, coderIds } = question.ask;
  return {
    ...usual,
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
}

export function useFindingWords({ finding, before }: FindingThenAndNow): FindingWords {
  const { t } = useTranslation();
  const title = useTitle();
  const words = useMatrixWords(shownOf(finding.question), before.matrix);
  return {
    asked:
      finding.question.kind === 'matrix'
        ? words.title
        : t('findings.askedComparison', { count: before.matrix.rows.length }),
    notes: words.notes,
    rowName: words.rowName,
    columnName: (column) => `${column.number} ${title(column)}`.trim(),
    value: (cell) =>
      cell === null ? t('findings.notThere') : cell.state === 'silent' ? t('matrix.silent') : words.value(cell),
  };
}
