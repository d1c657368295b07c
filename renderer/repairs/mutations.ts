import { type Decisions, decidedLog, effectiveDecisions, type RepairLog } from '#domain/repair/decided-log.ts';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { save } from '../app/saves.ts';
import { asFailure } from '../bridge/operation-failure.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';

const logOf = (articleId: string) => queryClient.getQueryData<RepairLog>(keys.repairs(articleId));

/** Decides repairs: drawn at once, sent one after the other, since each names the revision that the one before it made. */
export function decide(articleId: string, decisions: Decisions): void {
  const log = logOf(articleId);
  if (log === undefined) return;
  const wanted = effectiveDecisions(log, decisions);
  if (wanted.length === 0) return;
  void queryClient.cancelQueries({ queryKey: keys.repairs(articleId) });
  change(articleId, (now) => decidedLog(now, wanted));
  const mutation = queryClient.getMutationCache().build(queryClient, {
    scope: { id: 'repairs' },
    mutationKey: keys.drawnBeforeAnswer,
    mutationFn: async (decisions: Decisions) => {
      const { revisionId = '' } = logOf(articleId) ?? {};
      return await save('repair.decide', { articleId, revisionId, decisions });
    },
    onSuccess: ({ revisionId }) => change(articleId, (now) => ({ ...now, revisionId })),
    onError: async (thrown) => {
      if (asFailure(thrown).reason === 'revision-missing') notify('alert', t('repairs.changedMeanwhile'));
      else alertFailure(thrown);
      // What waits behind this one needs the present revision, or it would be refused as well.
      await queryClient.refetchQueries({ queryKey: keys.repairs(articleId) });
    },
    onSettled: () => {
      void queryClient.invalidateQueries({ queryKey: keys.article(articleId) });
      void queryClient.invalidateQueries({ queryKey: keys.annotations(articleId) });
    },
  });
  mutation.execute(wanted).catch(() => {
    // Told by `onError`.
  });
}

function change(articleId: string, how: (log: RepairLog) => RepairLog): void {
  queryClient.setQueryData<RepairLog>(keys.repairs(articleId), (log) => (log === undefined ? log : how(log)));
}
