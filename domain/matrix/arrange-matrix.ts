import type { Matrix } from '../contract/matrix.ts';
import type { MatrixShown } from './matrix-shown.ts';
import { readingFor } from './read-matrix.ts';
import { clusterColumns, readMatrix, type ReadMatrix, type SortBy, sortRows, withColumnOrder } from './read-rows.ts';

/** A matrix as it is read, its rows and columns in the order that is asked for. */
export function arrangeMatrix(
  matrix: Matrix,
  shown: Pick<MatrixShown, 'measure' | 'reading' | 'least' | 'sort' | 'descending' | 'columnsByLikeness'>,
): { matrix: Matrix; read: ReadMatrix } {
  const read = readMatrix(matrix, { reading: readingFor(shown.measure, shown.reading), least: shown.least });
  const sorted = { ...read, rows: sortRows(read.rows, sortBy(shown.sort, matrix.columns), shown.descending) };
  if (!shown.columnsByLikeness) return { matrix, read: sorted };
  const order = clusterColumns(read, matrix.columns.length);
  return {
    matrix: { ...matrix, columns: order.flatMap((index) => matrix.columns[index] ?? []) },
    read: withColumnOrder(sorted, order),
  };
}

/** A category that is no column any more sorts by name. */
function sortBy(sort: string, columns: readonly string[]): SortBy {
  if (sort === 'articles' || sort === 'total' || sort === 'likeness') return sort;
  const column = columns.indexOf(sort);
  return column === -1 ? 'name' : column;
}
