import { Flag } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { EvidenceList } from './evidence-list.tsx';
import type { RepairLog } from './queries.ts';

/** What was found and cannot be put right by a program. */
export function RepairFlags({ log }: { log: RepairLog }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  if (log.flags.length === 0) return null;
  return (
    <details className="repair-flags" open={log.repairs.length === 0}>
      <summary>
        <Flag size={13} strokeWidth={1.6} aria-hidden /> {t('repairs.flagged')}{' '}
        <span className="number">{number(log.flags.length)}</span>
      </summary>
      <p className="field-hint">{t('repairs.flaggedHint')}</p>
      <ul>
        {log.flags.map((flag) => (
          <li key={`${flag.kind}${flag.start}`}>
            <button
              type="button"
              className="repair-flag-row"
              onClick={() => document.querySelector(`[data-flag="${flag.start}"]`)?.scrollIntoView({ block: 'center' })}
            >
              <span className="repair-words">{log.importedText.slice(flag.start, flag.end)}</span>
              <span>{t(`repairs.flags.${flag.kind}`)}</span>
            </button>
            <EvidenceList evidence={flag.evidence} />
          </li>
        ))}
      </ul>
    </details>
  );
}
