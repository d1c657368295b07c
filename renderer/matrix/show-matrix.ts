import { type MatrixShown, matrixText } from '#domain/matrix/matrix-shown.ts';
import { goToMatrix } from '../app/place.ts';

/** Shows another matrix: a step in the browser's history. */
export function showMatrix(shown: MatrixShown): void {
  goToMatrix(matrixText(shown));
}
