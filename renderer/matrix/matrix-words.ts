import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Matrix, MatrixFilter, MatrixRow } from '#domain/contract/matrix.ts';
import { MOST_CLUSTERED } from '#domain/matrix/cluster.ts';
import { isQuotient, readingFor, type Shown, type Unit, unitOf } from '#domain/matrix/read-matrix.ts';
import { voiceKind } from '#domain/contract/values.ts';
import { currentLanguage, locales } from '../app/language.ts';
import { useFilterFields } from '../annotation-list/filter-fields.ts';
import { useCategoryBook, useCodebookName, useTitle } from '../codebook/queries.ts';
import { useReferences } from '../references/queries.ts';
import { shownName } from '../metadata/shown-names.ts';
import type { MatrixShown } from './matrix-question.ts';

export interface MatrixWords {
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

const formats: Record<Unit, Intl.NumberFormatOptions> = {
  count: {},
  part: { style: 'percent', maximumFractionDigits: 1 },
  mean: { maximumFractionDigits: 2 },
  ratio: { minimumFractionDigits: 2, maximumFractionDigits: 2 },
};

/** What the matrix says in words, in the language that is shown. */
export function useMatrixWords(shown: MatrixShown, { rows: found, whole, reprints, waiting }: Matrix): MatrixWords {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  const title = useTitle();
  const columnsName = useColumnsName();
  const filter = useFilterWords(shown.filter);
  const { rows, measure, weighing, least } = shown;
  const noReference = useReferences().data?.length === 0;
  const reading = readingFor(measure, shown.reading);
  const locale = locales[currentLanguage()];
  const unitKind = unitOf(measure, reading);
  const [plain, inUnit] = useMemo(
    () => [new Intl.NumberFormat(locale), new Intl.NumberFormat(locale, formats[unitKind])],
    [locale, unitKind],
  );
  const unitName = {
    count: () => t(`matrix.units.${isQuotient(measure) ? 'part' : measure}`),
    mean: () => t('matrix.perArticle', { unit: t(`matrix.units.${isQuotient(measure) ? 'part' : measure}`) }),
    part: () => t('matrix.units.part'),
    ratio: () => t('matrix.units.ratio'),
  }[unitKind]();
  const heads = [t(`matrix.rowKinds.${rows}`), columnsName(shown.columns)].join(' × ');
  return {
    rowName: ({ key, name }) => {
      if (key === 'none') return rows === 'voices' ? t('voice.unset') : t('common.unknown');
      if (rows === 'voices') return t(`voice.${voiceKind.parse(key)}`);
      if (rows === 'provinces') return shownName('outletProvince', key, currentLanguage());
      return rows === 'articles' ? name?.trim() || t('library.untitled') : key;
    },
    columnName: (categoryId) => {
      const category = byId.get(categoryId);
      return category === undefined ? '' : `${category.number} ${title(category)}`.trim();
    },
    value: ({ state, value }) => {
      if (value !== null) return inUnit.format(value);
      return state === 'not-coded' ? t('matrix.notCoded') : t('matrix.noValue');
    },
    number: (value) => plain.format(value),
    amount: (value) => inUnit.format(value),
    unit: t('matrix.unit', { unit: unitName }),
    wholeNumbers: unitKind === 'count',
    title: [
      heads,
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
      ...((measure === 'verbatim' || measure === 'taken') && noReference ? [t('matrix.noReference')] : []),
      ...(waiting > 0 && !noReference ? [t('matrix.waiting', { count: waiting })] : []),
      ...(measure === 'taken' ? [] : [t('matrix.codedRule')]),
      ...(shown.sort === 'likeness' || shown.columnsByLikeness ? [t('matrix.clusterSaid')] : []),
      ...((shown.sort === 'likeness' || shown.columnsByLikeness) && found.length > MOST_CLUSTERED
        ? [t('matrix.clusterMany', { most: MOST_CLUSTERED })]
        : []),
      ...(filter === '' ? [] : [t('matrix.filtered', { filter })]),
    ],
  };
}

/** The conditions in words; empty where there are none. */
export function useFilterWords(filter: MatrixFilter): string {
  const { t } = useTranslation();
  const lists = useFilterFields().flatMap(({ field, label, values }) => {
    const wanted: readonly string[] | undefined = field in filter ? filter[field as ListField] : undefined;
    if (wanted === undefined) return [];
    const names = wanted.map((value) => values.find((each) => each.value === value)?.label ?? value);
    return [`${label} ${names.join(', ')}`];
  });
  const dates = (['from', 'to'] as const).flatMap((end) =>
    filter[end] === undefined ? [] : [`${t(`annotationTable.${end}`)} ${filter[end]}`],
  );
  return [...lists, ...dates].join(' · ');
}

type ListField = Exclude<keyof MatrixFilter, 'from' | 'to'>;

/** Gives a name to a choice of columns. */
export function useColumnsName(): (columns: MatrixShown['columns']) => string {
  const { t } = useTranslation();
  const { codebooks, byId } = useCategoryBook();
  const bookName = useCodebookName();
  const title = useTitle();
  return (columns) => {
    if (columns.of === 'below') {
      const category = byId.get(columns.categoryId);
      return category === undefined ? '' : `${category.number} ${title(category)}`.trim();
    }
    const book = codebooks.find(({ id }) => id === columns.codebookId);
    return t(`matrix.${columns.of}`, { book: book === undefined ? '' : bookName(book) });
  };
}
