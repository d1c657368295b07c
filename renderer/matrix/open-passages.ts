import type { AnnotationFilter } from '#domain/contract/annotation.ts';
import { questionText } from '../annotation-list/question.ts';
import { goToAnnotations } from '../app/place.ts';
import type { MatrixShown } from '#domain/matrix/matrix-shown.ts';

const conditionOf = {
  provinces: 'provinces',
  outlets: 'outlets',
  articles: 'articleIds',
  months: 'months',
  voices: 'voices',
} as const satisfies Record<MatrixShown['rows'], keyof AnnotationFilter>;

/**
 * Shows the passages that were counted for these categories, of one row or (null) of all; of a matrix that passes over
 * reprints, those of the articles that count.
 */
export function openPassages(
  { rows, filter }: Pick<MatrixShown, 'rows' | 'filter'>,
  key: string | null,
  categoryIds: readonly string[],
  reprints: number,
): void {
  const ofRow = key === null ? {} : { [conditionOf[rows]]: [key] };
  const counted = reprints > 0 ? { counted: true } : {};
  goToAnnotations(
    questionText({
      filter: { ...filter, ...ofRow, ...counted, categoryIds: [...categoryIds] },
      order: 'article',
      descending: false,
      at: null,
    }),
  );
}
