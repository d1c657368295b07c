import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { codebookNameIn } from '#domain/codebook/title-in.ts';
import type { Matrix, MatrixFilter } from '#domain/contract/matrix.ts';
import { filterWords } from '#domain/matrix/filter-words.ts';
import type { MatrixShown } from '#domain/matrix/matrix-shown.ts';
import { columnsName, type MatrixNames, type MatrixWords, matrixWords } from '#domain/matrix/matrix-words.ts';
import { useCoders } from '../annotation-list/queries.ts';
import { currentTranslation } from '../app/language.ts';
import { useCategoryBook } from '../codebook/queries.ts';
import { useReferences } from '../references/queries.ts';

/** What the matrix says in words, in the language that is shown. */
export function useMatrixWords(shown: MatrixShown, matrix: Matrix): MatrixWords {
  const names = useMatrixNames(shown.filter);
  const translation = currentTranslation();
  return useMemo(() => matrixWords(shown, matrix, names, translation), [shown, matrix, names, translation]);
}

/** What of the corpus the words of a matrix with these conditions need. */
export function useMatrixNames(conditions: MatrixFilter): MatrixNames {
  const names = useNames();
  const filter = useFilterWords(conditions);
  const noReference = useReferences().data?.length === 0;
  return useMemo(() => ({ ...names, filter, noReference }), [names, filter, noReference]);
}

/** The conditions in words; empty where there are none. */
export function useFilterWords(filter: MatrixFilter): string {
  useTranslation();
  const coders = useCoders();
  return filterWords(
    filter,
    currentTranslation(),
    (coderId) => coders.find(({ id }) => id === coderId)?.name ?? coderId,
  );
}

/** Gives a name to a choice of columns. */
export function useColumnsName(): (columns: MatrixShown['columns']) => string {
  useTranslation();
  const names = useNames();
  return (columns) => columnsName(columns, names, currentTranslation());
}

function useNames(): Pick<MatrixNames, 'category' | 'codebook'> {
  useTranslation();
  const { codebooks, byId } = useCategoryBook();
  const { language } = currentTranslation();
  return useMemo(
    () => ({
      category: (categoryId) => byId.get(categoryId),
      codebook: (codebookId) => {
        const book = codebooks.find(({ id }) => id === codebookId);
        return book === undefined ? '' : codebookNameIn(language, book);
      },
    }),
    [codebooks, byId, language],
  );
}
