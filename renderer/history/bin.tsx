import { useQuery } from '@tanstack/react-query';
import { ArchiveRestore, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { send } from '../bridge/send.ts';
import { keys } from '../queries/keys.ts';
import { DialogFrame } from '../widgets/dialog-frame.tsx';
import { emptyBin, restoreFromBin } from './bin-mutations.ts';

/** What was removed and can be taken out again, the last first. */
export function Bin() {
  const { t } = useTranslation();
  const { moment, number } = useFormat();
  const { data: items } = useQuery({ queryKey: keys.bin, queryFn: () => send('bin.list', {}) });
  const [asking, setAsking] = useState(false);
  if (items === undefined) return null;
  const kept = items.filter(({ keptFor }) => keptFor !== null);
  return (
    <section className="trail" aria-label={t('trail.tabs.bin')}>
      <p className="corpus-note">{items.length === 0 ? t('trail.binEmpty') : t('trail.binNote')}</p>
      {items.length > 0 && (
        <Button className="button bin-empty" onPress={() => setAsking(true)}>
          <Trash2 size={14} strokeWidth={1.6} aria-hidden />
          {t('trail.empty')}
        </Button>
      )}
      <ul className="trail-list">
        {items.map(({ kind, id, subject, deletedAt, coderName, keptFor }) => (
          <li key={`${kind} ${id}`} className="bin-item">
            <span className="trail-what">{t(`trail.kinds.${kind}`)}</span>
            <span className="trail-subject">
              {subject.replaceAll(/\s+/g, ' ')}
              {keptFor !== null && <span className="trail-undone"> {t('trail.keptFor', { name: keptFor })}</span>}
            </span>
            <span className="trail-by">{[coderName, moment(deletedAt)].filter(Boolean).join(' · ')}</span>
            <Button
              className="button button-small"
              aria-label={t('trail.restoreNamed', { name: subject.slice(0, 40) })}
              onPress={() => void restoreFromBin(kind, id)}
            >
              <ArchiveRestore size={13} strokeWidth={1.6} aria-hidden />
              {t('trail.restore')}
            </Button>
          </li>
        ))}
      </ul>
      {asking && (
        <DialogFrame
          alert
          title={t('trail.emptyTitle')}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button className="button" autoFocus onPress={() => setAsking(false)}>
                {t('common.cancel')}
              </Button>
              <Button
                className="button button-main"
                onPress={() => {
                  setAsking(false);
                  void emptyBin();
                }}
              >
                {t('trail.empty')}
              </Button>
            </>
          }
        >
          <p>
            {t('trail.emptyLead', { count: items.length - kept.length, shown: number(items.length - kept.length) })}
          </p>
          {kept.length > 0 && <p>{t('trail.emptyKept', { count: kept.length, shown: number(kept.length) })}</p>}
          <p className="field-hint">{t('trail.emptyHint')}</p>
        </DialogFrame>
      )}
    </section>
  );
}
