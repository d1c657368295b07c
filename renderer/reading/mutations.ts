import { useMutation } from '@tanstack/react-query';
import type { ArticleText } from '#domain/contract/article.ts';
import type { Input } from '#domain/contract/index.ts';
import { alertFailure } from '../app/failure-text.ts';
import { save } from '../app/saves.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';

type RoleInput = Input<'article.setRole'>;

function changeText(articleId: string, change: (article: ArticleText) => ArticleText): void {
  queryClient.setQueryData<ArticleText>(keys.article(articleId), (article) => (article ? change(article) : article));
}

function withRole({ paragraph, role, revisionId }: RoleInput) {
  return (article: ArticleText): ArticleText =>
    article.revisionId === revisionId ? { ...article, roles: article.roles.with(paragraph, role) } : article;
}

/** Says what a paragraph is; drawn at once, one after the other. */
export function useSetRole() {
  return useMutation({
    scope: { id: 'roles' },
    mutationKey: keys.drawnBeforeAnswer,
    mutationFn: (input: RoleInput) => save('article.setRole', input),
    onMutate: async (input) => {
      await queryClient.cancelQueries({ queryKey: keys.article(input.articleId) });
      changeText(input.articleId, withRole(input));
    },
    onError: (thrown, { articleId }) => {
      alertFailure(thrown);
      void queryClient.invalidateQueries({ queryKey: keys.article(articleId) });
    },
  });
}
