import { EllipsisVertical } from 'lucide-react';
import { MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ArticleRow } from '#domain/contract/article.ts';
import { openDialog, reportArticles } from '../app/dialogs.ts';
import { goToRepairs } from '../app/place.ts';
import { compareWith } from '../compare/show-comparison.ts';
import { openMetadata } from '../metadata/metadata-state.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { MenuList } from '../widgets/menu-list.tsx';
import { articleName } from './article-name.ts';
import { useRemoveArticle, useSetExclusion } from './mutations.ts';

export function ArticleMenu({ row }: { row: ArticleRow }) {
  const { t } = useTranslation();
  const remove = useRemoveArticle();
  const exclude = useSetExclusion();
  return (
    <MenuTrigger>
      <IconButton small icon={EllipsisVertical} name={t('library.menu', { title: articleName(row) })} />
      <MenuList
        items={[
          {
            id: 'metadata',
            label: t('library.metadata'),
            act: () => openMetadata(row.id),
          },
          {
            id: 'repairs',
            label: t('repairs.open'),
            disabled: row.repairs.applied + row.repairs.open + row.flags === 0,
            act: () => goToRepairs(row.id),
          },
          { id: 'compare', label: t('compare.withThis'), act: () => compareWith(row.id) },
          {
            id: 'report',
            label: t('library.exportReport'),
            act: () => reportArticles([row.id]),
          },
          row.exclusion === null
            ? {
                id: 'exclude',
                label: t('exclusion.leaveOut'),
                act: () => openDialog({ kind: 'exclusion', articleId: row.id }),
                apart: true,
              }
            : {
                id: 'include',
                label: t('exclusion.takeIn'),
                act: () => exclude.mutate({ row, exclusion: null }),
                apart: true,
              },
          { id: 'remove', label: t('library.remove'), act: () => remove.mutate(row) },
        ]}
      />
    </MenuTrigger>
  );
}
