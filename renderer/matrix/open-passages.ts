import type { AnnotationFilter } from '#domain/contract/annotation.ts';
import { questionText } from '../annotation-list/question.ts';
import { goToAnnotations } from '../app/place.ts';
import type { MatrixShown } from './matrix-question.ts';

const conditionOf = {
  provinces: 'provinces',
  outlets: 'outlets',
  articles: 'articleIds',
  months: 'months',
} as const satisfies Record<MatrixShown['rows'], keyof AnnotationFilter>;

/** Shows the passages that were counted for these categories, of one row or (null) of all. */
export function openPassages({ rows, filter }: MatrixShown, key: string | null, categoryIds: readonly string[]): void {
  const ofRow = key === null ? {} : { [conditionOf[rows]]: [key] };
  goToAnnotations(
    questionText({
      filter: { ...filter, ...ofRow, categoryIds: [...categoryIds] },
      order: 'article',
      descending: false,
      at: null,
    }),
  );
}
