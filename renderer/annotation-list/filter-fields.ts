import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { annotationConcern } from '#domain/contract/annotation.ts';
import type { ArticleRow } from '#domain/contract/article.ts';
import { annotationStatus, origin, relation, voiceKind } from '#domain/contract/values.ts';
import { currentLanguage, t as translate } from '../app/language.ts';
import { useCategoryBook, useTitle } from '../codebook/queries.ts';
import { articleName } from '../library/article-name.ts';
import { useArticles } from '../library/queries.ts';
import { shownName } from '#domain/metadata/shown-names.ts';
import { useCoders } from './queries.ts';
import type { ListField } from './question.ts';

const none: readonly string[] = [];

export interface FilterField {
  field: ListField;
  label: string;
  values: readonly { value: string; label: string; indent: boolean }[];
}

/** The names that a field of the articles has, as they are shown; `none` where it is unknown of some. */
export function namesInCorpus(
  articles: readonly ArticleRow[] | undefined,
  field: 'outlet' | 'outletProvince' | 'genre',
): FilterField['values'] {
  const known = [...new Set((articles ?? []).map((each) => each[field]))];
  return known
    .filter((value) => value !== null)
    .toSorted()
    .map((value) => ({ value, label: shownName(field, value, currentLanguage()), indent: false }))
    .concat(known.includes(null) ? [{ value: 'none', label: translate('common.unknown'), indent: false }] : []);
}

/** The months of publication, as far as they are known; `none` where one is not. */
function monthsInCorpus(articles: readonly ArticleRow[] | undefined): FilterField['values'] {
  const known = [...new Set((articles ?? []).map(({ publishedOn }) => publishedOn?.slice(0, 7) ?? null))];
  return known
    .filter((value) => value !== null)
    .toSorted()
    .map((value) => ({ value, label: value, indent: false }))
    .concat(known.includes(null) ? [{ value: 'none', label: translate('common.unknown'), indent: false }] : []);
}

/** The fields of which any of several values may be asked for, with what there is in the corpus; of articles, only those asked for. */
export function useFilterFields(articleIds: readonly string[] = none): FilterField[] {
  const { t } = useTranslation();
  const { categories } = useCategoryBook();
  const title = useTitle();
  const { data: articles } = useArticles();
  const coders = useCoders();
  return useMemo(() => {
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
      { field: 'provinces', label: t('annotationTable.province'), values: namesInCorpus(articles, 'outletProvince') },
      { field: 'outlets', label: t('annotationTable.outlet'), values: namesInCorpus(articles, 'outlet') },
      { field: 'genres', label: t('annotationTable.genre'), values: namesInCorpus(articles, 'genre') },
      { field: 'months', label: t('annotationTable.month'), values: monthsInCorpus(articles) },
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
