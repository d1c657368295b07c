import { numberedTitle } from '../codebook/title-in.ts';
import type { Category } from '../contract/codebook.ts';
import type { Matrix, MatrixColumns, MatrixRow } from '../contract/matrix.ts';
import { voiceKind } from '../contract/values.ts';
import type { Translation } from '../languages/interface/translation.ts';
import { locales } from '../languages/locales.ts';
import { shownName } from '../metadata/shown-names.ts';
import { MOST_CLUSTERED } from './cluster.ts';
import type { MatrixShown } from './matrix-shown.ts';
import { isQuotient, readingFor, type Shown, type Unit, unitOf } from './read-matrix.ts';

/** What a matrix says in words, in one language. */
export interface MatrixWords {
  translation: Translation;
  rowName: (row: Pick<MatrixRow, 'key' | 'name'>) => string;
  /** Number and title of a column. */
  columnName: (categoryId: string) => string;
  value: (shown: Shown) => string;
  number: (value: number) => string;
  /** A value in the unit that is shown. */
  amount: (value: number) => string;
  unit: string;
  /** Whether all values are. */
  wholeNumbers: boolean;
  /** The rows against the columns, and the measure. */
  title: string;
  /** Definition, denominator, n, the rule of what counts as silent, and the conditions. */
  notes: readonly string[];
}

/** What of a corpus the words of a matrix need. */
export interface MatrixNames {
  category: (categoryId: string) => Pick<Category, 'number' | 'titleHant' | 'titleHans' | 'titleEn'> | undefined;
  /** Empty for one that is not there. */
  codebook: (codebookId: string) => string;
  /** The conditions in words (see `filterWords`). */
  filter: string;
  /** Whether there is no reference text to compare with. */
  noReference: boolean;
}

type Described = Pick<
  MatrixShown,
  'rows' | 'columns' | 'measure' | 'weighing' | 'least' | 'reading' | 'sort' | 'columnsByLikeness'
>;

const formats: Record<Unit, Intl.NumberFormatOptions> = {
  count: {},
  part: { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 },
  mean: { maximumFractionDigits: 2 },
  ratio: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
};

/** Says what a matrix shows and what was counted. */
export function matrixWords(
  shown: Described,
  { rows: found, whole, reprints, waiting }: Pick<Matrix, 'rows' | 'whole' | 'reprints' | 'waiting'>,
  names: MatrixNames,
  translation: Translation,
): MatrixWords {
  const { t, language } = translation;
  const { rows, measure, weighing, least } = shown;
  const reading = readingFor(measure, shown.reading);
  const unitKind = unitOf(measure, reading);
  const plain = new Intl.NumberFormat(locales[language]);
  const inUnit = new Intl.NumberFormat(locales[language], formats[unitKind]);
  const ownUnit = () => t(`matrix.units.${isQuotient(measure) ? 'part' : measure}`);
  const unitName = {
    count: ownUnit,
    mean: () => t('matrix.perArticle', { unit: ownUnit() }),
    part: () => t('matrix.units.part'),
    ratio: () => t('matrix.units.ratio'),
  }[unitKind]();
  const clustered = shown.sort === 'likeness' || shown.columnsByLikeness;
  return {
    translation,
    rowName: ({ key, name }) => {
      if (key === 'none') return rows === 'voices' ? t('voice.unset') : t('common.unknown');
      if (rows === 'voices') return t(`voice.${voiceKind.parse(key)}`);
      if (rows === 'provinces') return shownName('outletProvince', key, language);
      return rows === 'articles' ? name?.trim() || t('library.untitled') : key;
    },
    columnName: (categoryId) => numberedTitle(language, names.category(categoryId)),
    value: ({ state, value }) => {
      if (value !== null) return inUnit.format(value);
      return state === 'not-coded' ? t('matrix.notCoded') : t('matrix.noValue');
    },
    number: (value) => plain.format(value),
    amount: (value) => inUnit.format(value),
    unit: t('matrix.unit', { unit: unitName }),
    wholeNumbers: unitKind === 'count',
    title: [
      [t(`matrix.rowKinds.${rows}`), columnsName(shown.columns, names, translation)].join(' × '),
      t(`matrix.measures.${measure}`),
      ...(reading === 'plain' ? [] : [t(`matrix.readings.${reading}`)]),
    ].join(' · '),
    notes: [
      t(`matrix.definitions.${measure}`),
      isQuotient(measure)
        ? t(`matrix.weighingSaid.${measure}.${weighing}`)
        : t(`matrix.readingSaid.${reading}`, { least }),
      t('matrix.base', { count: whole.articles, complete: plain.format(whole.complete) }),
      ...(reprints > 0 ? [t('matrix.reprints', { count: reprints })] : []),
      ...(rows === 'voices' ? [t('matrix.voicesRule')] : []),
      ...((measure === 'verbatim' || measure === 'taken') && names.noReference ? [t('matrix.noReference')] : []),
      ...(waiting > 0 && !names.noReference ? [t('matrix.waiting', { count: waiting })] : []),
      ...(measure === 'taken' ? [] : [t('matrix.codedRule')]),
      ...(clustered ? [t('matrix.clusterSaid')] : []),
      ...(clustered && found.length > MOST_CLUSTERED ? [t('matrix.clusterMany', { most: MOST_CLUSTERED })] : []),
      ...(names.filter === '' ? [] : [t('matrix.filtered', { filter: names.filter })]),
    ],
  };
}

/** Gives a name to a choice of columns. */
export function columnsName(
  columns: MatrixColumns,
  { category, codebook }: Pick<MatrixNames, 'category' | 'codebook'>,
  { t, language }: Translation,
): string {
  if (columns.of === 'below') return numberedTitle(language, category(columns.categoryId));
  return t(`matrix.${columns.of}`, { book: codebook(columns.codebookId) });
}
