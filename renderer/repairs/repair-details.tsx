import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { Field } from '../widgets/field.tsx';
import { decide } from './mutations.ts';
import type { Entry, RepairLog } from './queries.ts';
import { EvidenceList } from './evidence-list.tsx';
import { proposed } from './repair-list.tsx';
import { DecisionGlyph, Visible } from './repair-words.tsx';
import { changeReview, decisionsFor, review } from './review.ts';

/** UTF-16 units of context on either side. */
const context = 16;

interface RepairDetailsProps {
  articleId: string;
  log: RepairLog;
  entry: Entry;
}

/** What was found at one place, why, what could stand there, and what is to be done about it. */
export function RepairDetails({ articleId, log, entry }: RepairDetailsProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { editing } = review.use();
  const { leading, start, end } = entry;
  const accept = (insert?: string) => void decide(articleId, decisionsFor([entry], 'accepted', insert));
  const chosen = leading.insert ?? leading.candidates[0]?.insert;
  const own = leading.insert !== null && leading.candidates.every(({ insert }) => insert !== leading.insert);
  return (
    <section className="repair-details" aria-label={t('repairs.details')}>
      <p className="repair-passage">
        {log.importedText.slice(Math.max(0, start - context), start)}
        <del>
          <Visible text={log.importedText.slice(start, end)} nothing={t('repairs.nothing')} />
        </del>
        <ins>
          <Visible text={proposed(log, entry)} nothing={t('repairs.nothing')} />
        </ins>
        {log.importedText.slice(end, end + context)}
      </p>
      <p className="repair-verdict">
        <DecisionGlyph decision={leading.decision} />
        <strong>{t(`repairs.decisions.${leading.decision}`)}</strong>
        <span>{t(`repairs.kinds.${leading.kind}`)}</span>
        <span className={leading.certain ? '' : 'repair-uncertain'}>
          {t(leading.certain ? 'repairs.certain' : 'repairs.proposal')}
        </span>
      </p>
      <p className="repair-reason">{t(`repairs.reasons.${leading.reason}`)}</p>
      {leading.candidates.length > 1 ? (
        <ol className="repair-candidates" aria-label={t('repairs.candidates')}>
          {leading.candidates.map(({ insert, score, evidence }, at) => (
            <li key={insert} className="repair-candidate">
              <Button
                className="repair-choose"
                aria-pressed={leading.decision === 'accepted' && insert === chosen}
                onPress={() => accept(insert)}
              >
                {at < 9 && <kbd>{at + 1}</kbd>}
                <span className="repair-words">
                  <Visible text={insert} nothing={t('repairs.nothing')} />
                </span>
                <span className="repair-score">{score < 0.01 ? '< 1' : number(Math.round(score * 100))} %</span>
              </Button>
              <EvidenceList evidence={evidence} />
            </li>
          ))}
        </ol>
      ) : (
        <EvidenceList evidence={leading.candidates[0]?.evidence ?? []} />
      )}
      {own && <p className="repair-reason">{t('repairs.ownWords')}</p>}
      {editing ? (
        <OwnWords key={entry.id} initial={chosen ?? ''} onAccept={accept} />
      ) : (
        <div className="repair-actions">
          <Button className="button button-main" onPress={() => accept()} isDisabled={leading.decision === 'accepted'}>
            {t('repairs.accept')} <kbd>A</kbd>
          </Button>
          <Button
            className="button"
            onPress={() => void decide(articleId, decisionsFor([entry], 'refused'))}
            isDisabled={leading.decision === 'refused'}
          >
            {t(leading.decision === 'accepted' ? 'repairs.takeBack' : 'repairs.refuse')} <kbd>R</kbd>
          </Button>
          <Button
            className="button button-quiet"
            onPress={() => void decide(articleId, decisionsFor([entry], 'open'))}
            isDisabled={leading.decision === 'open'}
          >
            {t('repairs.leaveOpen')} <kbd>O</kbd>
          </Button>
          <Button className="button button-quiet" onPress={() => changeReview({ editing: true })}>
            {t('repairs.edit')} <kbd>E</kbd>
          </Button>
        </div>
      )}
    </section>
  );
}

function OwnWords({ initial, onAccept }: { initial: string; onAccept: (insert: string) => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState(initial);
  return (
    <form
      className="repair-own"
      onSubmit={(event) => {
        event.preventDefault();
        changeReview({ editing: false });
        onAccept(words);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        changeReview({ editing: false });
      }}
    >
      <Field
        label={t('repairs.words')}
        hint={t('repairs.wordsHint')}
        value={words}
        onChange={setWords}
        autoFocus
        maxLength={1000}
      />
      <div className="repair-actions">
        <Button className="button button-main" type="submit">
          {t('repairs.accept')}
        </Button>
        <Button className="button button-quiet" onPress={() => changeReview({ editing: false })}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
