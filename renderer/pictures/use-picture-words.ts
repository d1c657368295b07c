import { useMemo } from 'react';
import type { MatrixFilter } from '#domain/contract/matrix.ts';
import { type PictureWords, pictureWords } from '#domain/pictures/picture-words.ts';
import { currentTranslation } from '../app/language.ts';
import { useCategoryBook } from '../codebook/queries.ts';
import { useFilterWords } from '../matrix/use-matrix-words.ts';

/** The words of pictures that count no measure, in the language that is shown. */
export function usePictureWords(filter: MatrixFilter): PictureWords {
  const { byId } = useCategoryBook();
  const conditions = useFilterWords(filter);
  const translation = currentTranslation();
  return useMemo(() => pictureWords(byId, conditions, translation), [byId, conditions, translation]);
}
