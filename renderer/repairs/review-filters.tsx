import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { repairKinds } from '#domain/contract/repair.ts';
import type { RepairLog } from '#domain/repair/decided-log.ts';
import { useFormat } from '../app/format.ts';
import { Segmented } from '../widgets/segmented.tsx';
import { backToList } from './back-to-list.ts';
import { changeReview, countChanges, type ReviewKind, review } from './review.ts';

const decisions = ['open', 'accepted', 'refused'] as const;

/** Narrows the list by what was decided and by kind; each choice says how many changes it would leave. */
export function ReviewFilters({ log }: { log: RepairLog }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { decision, kind } = review.use();
  const kinds = ([...repairKinds, 'flag'] as const).filter(
    (each) => countChanges(log, { decision: null, kind: each }) > 0,
  );
  if (log.repairs.length === 0 && kinds.length < 2) return null;
  const nameOf = (each: ReviewKind) => (each === 'flag' ? t('repairs.flagged') : t(`repairs.kinds.${each}`));
  return (
    // the controls inside have the keys
    <div className="repair-filters" onClickCapture={backToList}>
      {log.repairs.length > 0 && (
        <Segmented
          labelHidden
          quiet
          label={t('repairs.byDecision')}
          value={decision ?? 'all'}
          onChange={(value) => changeReview({ decision: value === 'all' ? null : value, words: null })}
          choices={[
            { value: 'all' as const, label: t('repairs.all') },
            ...decisions.map((value) => ({
              value,
              label: `${t(`repairs.decisions.${value}`)} ${number(countChanges(log, { decision: value, kind }))}`,
            })),
          ]}
        />
      )}
      {(kinds.length > 1 || kind !== null) && (
        <div className="repair-kinds" role="group" aria-label={t('repairs.byKind')}>
          {kinds.map((each) => (
            <Button
              key={each}
              className="repair-kind-chip"
              aria-pressed={kind === each}
              onPress={() => changeReview({ kind: kind === each ? null : each, words: null })}
            >
              {nameOf(each)} <span className="number">{number(countChanges(log, { decision, kind: each }))}</span>
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
