import { useMutation } from '@tanstack/react-query';
import type { ArticleRow, Exclusion } from '#domain/contract/article.ts';
import type { CodingState } from '#domain/contract/values.ts';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { getPlace, goToArticle } from '../app/place.ts';
import { save } from '../app/saves.ts';
import { undoOffer } from '../history/mutations.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';
import { articleName } from './article-name.ts';

type Rows = ArticleRow[] | undefined;

function changeRow(articleId: string, change: (row: ArticleRow) => ArticleRow | null): Rows {
  const before = queryClient.getQueryData<ArticleRow[]>(keys.articles);
  queryClient.setQueryData<ArticleRow[]>(keys.articles, (rows) =>
    rows?.flatMap((row) => (row.id === articleId ? (change(row) ?? []) : row)),
  );
  return before;
}

function putBack(before: Rows): void {
  if (before) queryClient.setQueryData(keys.articles, before);
}

async function fetchRows(articleId: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.articles }),
    queryClient.invalidateQueries({ queryKey: keys.article(articleId) }),
  ]);
}

export function useSetCodingState() {
  return useMutation({
    mutationKey: keys.drawnBeforeAnswer,
    mutationFn: (input: { articleId: string; codebookId: string; state: CodingState }) =>
      save('codingStatus.set', input),
    onMutate: ({ articleId, state }) => changeRow(articleId, (row) => ({ ...row, codingState: state })),
    onError: (thrown, _input, before) => {
      putBack(before);
      alertFailure(thrown);
    },
  });
}

export function useSetExclusion() {
  return useMutation({
    mutationKey: keys.drawnBeforeAnswer,
    mutationFn: ({ row, exclusion }: { row: ArticleRow; exclusion: Exclusion | null }) =>
      save('article.setExclusion', { articleId: row.id, version: row.version, exclusion }),
    onMutate: ({ row, exclusion }) => changeRow(row.id, (present) => ({ ...present, exclusion })),
    onSuccess: (_answer, { row, exclusion }) => {
      void fetchRows(row.id);
      void queryClient.invalidateQueries({ queryKey: keys.flow });
      void queryClient.invalidateQueries({ queryKey: keys.families });
      const said = exclusion === null ? 'exclusion.takenIn' : 'exclusion.wasLeftOut';
      notify('quiet', t(said, { title: articleName(row) }), undoOffer());
    },
    onError: (thrown, _input, before) => {
      putBack(before);
      alertFailure(thrown);
    },
  });
}

export function useRemoveArticle() {
  return useMutation({
    mutationKey: keys.drawnBeforeAnswer,
    mutationFn: ({ id, version }: ArticleRow) => save('article.remove', { articleId: id, version }),
    onMutate: (row) => changeRow(row.id, () => null),
    onSuccess: (_answer, row) => {
      if (getPlace().articleId === row.id) goToArticle(null);
      notify('quiet', t('library.removed', { title: articleName(row) }), undoOffer());
    },
    onError: (thrown, _row, before) => {
      putBack(before);
      alertFailure(thrown);
    },
  });
}
