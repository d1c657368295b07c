import { numberedTitle, titleIn } from '../codebook/title-in.ts';
import type { Category } from '../contract/codebook.ts';
import type { MatrixRow, MatrixRowKind } from '../contract/matrix.ts';
import type { Translation } from '../languages/interface/translation.ts';
import { locales } from '../languages/locales.ts';
import { shownName } from '../metadata/shown-names.ts';

/** The words of pictures that count no measure, in one language. */
export interface PictureWords {
  translation: Translation;
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

/** Says what pictures show; `conditions` as `filterWords` gives them. */
export function pictureWords(
  categories: ReadonlyMap<string, Pick<Category, 'number' | 'colour' | 'titleHant' | 'titleHans' | 'titleEn'>>,
  conditions: string,
  translation: Translation,
): PictureWords {
  const { t, language } = translation;
  const plain = new Intl.NumberFormat(locales[language]);
  const percent = new Intl.NumberFormat(locales[language], { style: 'percent', maximumFractionDigits: 1 });
  const province = (name: string) => shownName('outletProvince', name, language);
  return {
    translation,
    columnName: (id) => numberedTitle(language, categories.get(id)),
    shortName: (id) => {
      const category = categories.get(id);
      return category === undefined ? '' : category.number || titleIn(language, category).slice(0, 3);
    },
    colour: (id) => categories.get(id)?.colour,
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
}
