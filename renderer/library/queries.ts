import { useQuery } from '@tanstack/react-query';
import type { ArticleRow } from '#domain/contract/article.ts';
import { send } from '../bridge/send.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';

export function useArticles() {
  return useQuery({ queryKey: keys.articles, queryFn: () => send('article.list', {}) });
}

/** The article's row in the library: its metadata, its counts, its coding status. */
export function useArticleRow(articleId: string): ArticleRow | null {
  return useArticles().data?.find((each) => each.id === articleId) ?? null;
}

export function findArticleRow(articleId: string): ArticleRow | null {
  return queryClient.getQueryData<ArticleRow[]>(keys.articles)?.find((each) => each.id === articleId) ?? null;
}
