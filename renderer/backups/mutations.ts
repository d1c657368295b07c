import { useMutation } from '@tanstack/react-query';
import { alertFailure } from '../app/failure-text.ts';
import { t } from '../app/language.ts';
import { notify } from '../app/notices.ts';
import { send } from '../bridge/send.ts';
import { runShownJob } from '../jobs/jobs.ts';
import { queryClient } from '../queries/client.ts';
import { keys } from '../queries/keys.ts';
import { forgetCorpus } from '../session/mutations.ts';

/** Makes a backup, into the rotation or to a place chosen in a dialog of the system. */
export function useMakeBackup() {
  return useMutation({
    mutationFn: async (where: 'rotation' | 'elsewhere') => {
      if (where === 'rotation') return runShownJob('backup', 'backup.create', {});
      const [chosen] = await send('dialog.open', { purpose: 'save-backup' });
      return chosen ? runShownJob('backup', 'backup.create', { grant: chosen.grant }) : null;
    },
    onSuccess: async (made) => {
      if (made === null) return;
      notify('quiet', t('backups.made'));
      await queryClient.invalidateQueries({ queryKey: keys.backups });
    },
    onError: alertFailure,
  });
}

export function useRestoreBackup() {
  return useMutation({
    mutationFn: ({ backup }: { backup: string; time: string }) => send('backup.restore', { backup }),
    onSuccess: (_answer, { time }) => {
      forgetCorpus();
      notify('quiet', t('backups.restored', { time }));
    },
    onError: alertFailure,
  });
}
