import { queryOptions, useQuery } from '@tanstack/react-query';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';

export function articleQuery(articleId: string, enabled = true) {
  return queryOptions({
    queryKey: keys.article(articleId),
    queryFn: () => send('article.get', { articleId: articleId }),
    structuralSharing: false,
    enabled,
  });
}

/** An article with its text; its counts and coding status are fresher in the library's list. */
export function useArticle(articleId: string) {
  return useQuery(articleQuery(articleId));
}
