import type { Matrix } from '#domain/contract/matrix.ts';
import { cellsOf } from '#domain/matrix/matrix-cells.ts';
import type { OpenCell } from '#domain/pictures/matrix-source.ts';
import { t } from '../app/language.ts';
import { openDialog } from '../app/dialogs.ts';
import type { MatrixShown } from '#domain/matrix/matrix-shown.ts';
import type { MatrixWords } from '#domain/matrix/matrix-words.ts';
import { openPassages } from './open-passages.ts';

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
