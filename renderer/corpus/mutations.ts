import { useMutation } from '@tanstack/react-query';
import type { DuplicateDecision, ReprintCounting, ReprintFamily } from '#domain/contract/duplicate.ts';
import type { NamesOfKind } from '#domain/contract/index.ts';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { goToArticle } from '../app/place.ts';
import { save } from '../app/saves.ts';
import { undoOffer } from '../history/mutations.ts';
import { queryClient } from '../queries/client.ts';

/** A decision here bears on lists, counts and texts alike: all but the session is fetched again. */
const fetchAll = () => queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });

export function useDecideDuplicate() {
  return useMutation({
    mutationFn: ({
      id,
      version,
      decision,
    }: {
      id: string;
      version: number;
      decision: DuplicateDecision;
      otherId: string;
    }) => save('duplicate.decide', { id, version, decision }),
    onSuccess: ({ placed, moved, orphans }, { decision, otherId }) => {
      void fetchAll();
      if (decision !== 'replaced') return;
      const wants = moved + orphans;
      const said = t('corpus.replaced', { placed, moved, orphans });
      notify(
        'quiet',
        said,
        wants > 0 ? { label: t('corpus.toConfirm'), run: () => goToArticle(otherId) } : undoOffer(),
      );
    },
    onError: alertFailure,
  });
}

function useSave<Name extends NamesOfKind<'write'>, Input>(
  name: Name,
  input: (given: Input) => Parameters<typeof save<Name>>[1],
) {
  return useMutation({
    mutationFn: (given: Input) => save(name, input(given)),
    onSuccess: () => void fetchAll(),
    onError: alertFailure,
  });
}

export const useSetSource = () =>
  useSave('family.setSource', ({ family, articleId }: { family: ReprintFamily; articleId: string | null }) => ({
    familyId: family.id,
    version: family.version,
    articleId,
  }));

export const useLeaveFamily = () => useSave('family.leave', (articleId: string) => ({ articleId }));

export const useSetCounting = () => useSave('reprintCounting.set', (counting: ReprintCounting) => ({ counting }));
