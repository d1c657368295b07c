import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { closeDialog } from '../app/dialogs.ts';
import { useFormat } from '../app/format.ts';
import { useSession } from '../session/queries.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { useMakeBackup, useRestoreBackup } from './mutations.ts';
import { useBackups } from './queries.ts';

export function BackupsDialog() {
  const { t } = useTranslation();
  const { moment, bytes } = useFormat();
  const { corpus, dialogs } = useSession();
  const { data: backups = [], isSuccess } = useBackups();
  const make = useMakeBackup();
  const [asked, setAsked] = useState<{ backup: string; time: string } | null>(null);

  if (asked !== null) return <ConfirmRestore {...asked} onCancel={() => setAsked(null)} />;
  return (
    <DialogFrame
      title={t('backups.title')}
      onClose={closeDialog}
      foot={
        corpus && (
          <>
            {dialogs && (
              <Button className="button" isPending={make.isPending} onPress={() => make.mutate('elsewhere')}>
                {t('backups.save')}
              </Button>
            )}
            <Button className="button button-main" isPending={make.isPending} onPress={() => make.mutate('rotation')}>
              {t('backups.make')}
            </Button>
          </>
        )
      }
    >
      <p className="dialog-lead">{t('backups.lead')}</p>
      {backups.length === 0 ? (
        isSuccess && <p>{t('backups.none')}</p>
      ) : (
        <ul className="backup-list" aria-label={t('backups.list')}>
          {backups.map(({ backup, at, bytes: size, occasion }) => {
            const time = moment(at);
            return (
              <li key={backup} className="backup">
                <span className="backup-time">{time}</span>
                <span className="backup-facts">
                  {t(`backups.occasions.${occasion}`)} · {bytes(size)}
                </span>
                <Button
                  className="button button-quiet"
                  aria-label={t('backups.restoreAt', { time })}
                  onPress={() => setAsked({ backup, time })}
                >
                  {t('backups.restore')}
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </DialogFrame>
  );
}

function ConfirmRestore({ backup, time, onCancel }: { backup: string; time: string; onCancel: () => void }) {
  const { t } = useTranslation();
  const restore = useRestoreBackup();
  return (
    <DialogFrame
      alert
      title={t('backups.confirmTitle', { time })}
      onClose={onCancel}
      foot={
        <>
          <Button className="button" autoFocus onPress={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button
            className="button button-main"
            isPending={restore.isPending}
            onPress={() => restore.mutate({ backup, time }, { onSuccess: closeDialog, onError: closeDialog })}
          >
            {t('backups.confirm')}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{t('backups.confirmBody')}</p>
    </DialogFrame>
  );
}
