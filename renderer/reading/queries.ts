import { useQuery } from '@tanstack/react-query';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';

/** An article with its text; its counts and coding status are fresher in the library's list. */
export function useArticle(articleId: string) {
  return useQuery({
    queryKey: keys.article(articleId),
    queryFn: () => send('article.get', { articleId }),
    structuralSharing: false,
  });
}
