import { useMutation } from '@tanstack/react-query';
import type { ArticleMetadata, ArticleRow } from '#domain/contract/article.ts';
import { alertFailure } from '../app/failure-text.ts';
import { save } from '../app/saves.ts';
import { findArticleRow } from '../library/queries.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';
import type { MetadataName } from './fields.ts';

interface MetadataChange {
  articleId: string;
  metadata: Partial<ArticleMetadata>;
  confirm?: MetadataName[];
}

function changeRow(articleId: string, change: (row: ArticleRow) => ArticleRow): void {
  queryClient.setQueryData<ArticleRow[]>(keys.articles, (rows) =>
    rows?.map((row) => (row.id === articleId ? change(row) : row)),
  );
}

/** Changes what is known of an article, or confirms it; drawn at once, one after the other, each on the version before it. */
export function useUpdateMetadata() {
  return useMutation({
    scope: { id: 'metadata' },
    mutationKey: keys.drawnBeforeAnswer,
    mutationFn: ({ articleId, metadata, confirm }: MetadataChange) =>
      save('article.update', {
        articleId,
        version: findArticleRow(articleId)?.version ?? 1,
        metadata,
        ...(confirm ? { confirm } : {}),
      }),
    onMutate: async ({ articleId, metadata, confirm = [] }) => {
      await queryClient.cancelQueries({ queryKey: keys.articles });
      const seen = new Set<string>([...Object.keys(metadata), ...confirm]);
      changeRow(articleId, (row) => ({
        ...row,
        ...metadata,
        unconfirmed: row.unconfirmed.filter((name) => !seen.has(name)),
      }));
    },
    onSuccess: ({ version }, { articleId }) => changeRow(articleId, (row) => ({ ...row, version })),
    onError: (thrown, { articleId }) => {
      alertFailure(thrown);
      void queryClient.invalidateQueries({ queryKey: keys.articles });
      void queryClient.invalidateQueries({ queryKey: keys.article(articleId) });
    },
  });
}
