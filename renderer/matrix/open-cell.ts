import type { Matrix } from '#domain/contract/matrix.ts';
import { cellsOf } from '#domain/matrix/matrix-cells.ts';
import type { ReadRow } from '#domain/matrix/read-rows.ts';
import { t } from '../app/language.ts';
import { openDialog } from '../app/dialogs.ts';
import type { MatrixShown } from './matrix-question.ts';
import type { MatrixWords } from './matrix-words.ts';
import { openPassages } from './open-passages.ts';

/** Opens what a cell rests on: of a row (null: of all), and of a category (null: of all). `counted` has its numbers. */
export type OpenCell = (row: ReadRow | null, categoryId: string | null, counted: ReadRow) => void;

/** How cells of a matrix open: their passages, or the sentences of a category that are taken up. */
export function cellOpener(
  shown: Pick<MatrixShown, 'rows' | 'filter' | 'measure'>,
  { columns, reprints }: Matrix,
  words: MatrixWords,
): OpenCell {
  return (row, categoryId, counted) => {
    if (shown.measure === 'taken') {
      if (categoryId === null) return;
      openDialog({
        kind: 'taken-sentences',
        question: { rows: shown.rows, key: row?.row.key ?? null, categoryId, filter: shown.filter },
        category: words.columnName(categoryId),
        row: row === null ? t('matrix.whole') : words.rowName(row.row),
      });
      return;
    }
    const passages =
      categoryId === null
        ? counted.row.total.passages
        : (cellsOf(counted.row).find(({ column }) => columns[column] === categoryId)?.passages ?? 0);
    if (passages > 0) openPassages(shown, row?.row.key ?? null, categoryId === null ? columns : [categoryId], reprints);
  };
}
