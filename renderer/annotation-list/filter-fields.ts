import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { annotationConcern } from '#domain/contract/annotation.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import { annotationStatus, origin, relation, voiceKind } from '#domain/contract/values.ts';
import { currentLanguage } from '../app/language.ts';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { articleName } from '../library/article-name.ts';
import { useArticles } from '../library/queries.ts';
import { shownName } from '../metadata/shown-names.ts';
import { useCoders } from './queries.ts';
import type { ListField } from './question.ts';

const none: readonly string[] = [];

export interface FilterField {
  field: ListField;
  label: string;
  values: readonly { value: string; label: string; indent: boolean }[];
}

/** The fields of which any of several values may be asked for, with what there is in the corpus; of articles, only those asked for. */
export function useFilterFields(articleIds: readonly string[] = none): FilterField[] {
  const { t } = useTranslation();
  const { categories } = useCategoryBook();
  const title = useTitle();
  const { data: articles } = useArticles();
  const coders = useCoders();
  return useMemo(() => {
    const valuesOf = (read: (row: ArticleRow) => string | null, show: (value: string) => string) => {
      const known = new Set((articles ?? []).map(read));
      return [...known]
        .filter((value) => value !== null)
        .toSorted()
        .map((value) => ({ value, label: show(value), indent: false }))
        .concat(known.has(null) ? [{ value: 'none', label: t('common.unknown'), indent: false }] : []);
    };
    const named = (of: 'outlet' | 'outletProvince') =>
      valuesOf(
        (each) => each[of],
        (value) => shownName(of, value, currentLanguage()),
      );
    const plain = (value: string, label: string) => ({ value, label, indent: false });
    return [
      {
        field: 'articleIds',
        label: t('annotationTable.article'),
        values: (articles ?? [])
          .filter(({ id }) => articleIds.includes(id))
          .map((row) => ({ value: row.id, label: articleName(row), indent: false })),
      },
      {
        field: 'categoryIds',
        label: t('annotationTable.category'),
        values: categories.map((each) => ({
          value: each.id,
          label: `${each.number} ${title(each)}`.trim(),
          indent: each.parentId !== null,
        })),
      },
      { field: 'provinces', label: t('annotationTable.province'), values: named('outletProvince') },
      { field: 'outlets', label: t('annotationTable.outlet'), values: named('outlet') },
      {
        field: 'genres',
        label: t('annotationTable.genre'),
        values: valuesOf(
          (each) => each.genre,
          (genre) => shownName('genre', genre, currentLanguage()),
        ),
      },
      {
        field: 'months',
        label: t('annotationTable.month'),
        values: valuesOf(
          (each) => each.publishedOn?.slice(0, 7) ?? null,
          (month) => month,
        ),
      },
      { field: 'coderIds', label: t('annotationTable.coder'), values: coders.map(({ id, name }) => plain(id, name)) },
      {
        field: 'relations',
        label: t('annotationTable.relation'),
        values: [...relation.options, 'none' as const].map((each) => plain(each, t(`relation.${each}`))),
      },
      {
        field: 'voices',
        label: t('annotationTable.voice'),
        values: [...voiceKind.options.map((each) => plain(each, t(`voice.${each}`))), plain('none', t('voice.unset'))],
      },
      {
        field: 'statuses',
        label: t('annotationTable.status'),
        values: annotationStatus.options.map((each) => plain(each, t(`status.${each}`))),
      },
      {
        field: 'origins',
        label: t('annotationTable.originLabel'),
        values: origin.options.map((each) => plain(each, t(`annotationTable.origin.${each}`))),
      },
      {
        field: 'concerns',
        label: t('annotationTable.concern'),
        values: annotationConcern.options.map((each) => plain(each, t(`annotationTable.concerns.${each}`))),
      },
    ];
  }, [articles, articleIds, categories, coders, title, t]);
}
