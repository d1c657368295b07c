import { useMemo } from 'react';
import type { MatrixFilter, MatrixRow, MatrixRowKind } from '#domain/contract/matrix.ts';
import { currentLanguage, locales, t } from '../app/language.ts';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { useFilterWords } from '../matrix/matrix-words.ts';
import { shownName } from '../metadata/shown-names.ts';

export interface PictureWords {
  /** Number and title. */
  columnName: (categoryId: string) => string;
  /** The number, or how the title begins. */
  shortName: (categoryId: string) => string;
  /** As the codebook numbers its colours. */
  colour: (categoryId: string) => number | undefined;
  rowName: (row: Pick<MatrixRow, 'key' | 'name'>, rows: Exclude<MatrixRowKind, 'voices'>) => string;
  /** Empty where it is unknown. */
  provinceName: (province: string | null) => string;
  number: (value: number) => string;
  percent: (value: number) => string;
  /** What was counted: n, how many are completely coded (null: not known of all), reprints, the conditions. */
  notesOf: (counted: { articles: number; complete: number | null; reprints: number }) => string[];
}

/** The words of pictures that count no measure. */
export function usePictureWords(filter: MatrixFilter): PictureWords {
  const { byId } = useCategoryBook();
  const title = useTitle();
  const conditions = useFilterWords(filter);
  const language = currentLanguage();
  return useMemo(() => {
    const plain = new Intl.NumberFormat(locales[language]);
    const percent = new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 1 });
    const province = (name: string) => shownName('outletProvince', name, language);
    return {
      columnName: (id) => {
        const category = byId.get(id);
        return category === undefined ? '' : `${category.number} ${title(category)}`.trim();
      },
      shortName: (id) => {
        const category = byId.get(id);
        return category === undefined ? '' : category.number || title(category).slice(0, 3);
      },
      colour: (id) => byId.get(id)?.colour,
      rowName: ({ key, name }, rows) => {
        if (key === 'none') return t('common.unknown');
        if (rows === 'provinces') return province(key);
        return rows === 'articles' ? name?.trim() || t('library.untitled') : key;
      },
      provinceName: (name) => (name === null ? '' : province(name)),
      number: (value) => plain.format(value),
      percent: (value) => percent.format(value),
      notesOf: ({ articles, complete, reprints }) => [
        complete === null
          ? t('pictures.n', { n: plain.format(articles) })
          : t('pictures.base', { articles: plain.format(articles), complete: plain.format(complete) }),
        ...(reprints > 0 ? [t('matrix.reprints', { count: reprints })] : []),
        ...(conditions === '' ? [] : [t('matrix.filtered', { filter: conditions })]),
      ],
    };
  }, [byId, title, conditions, language]);
}
