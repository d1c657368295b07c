import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { TextFlag } from '#domain/contract/repair.ts';
import type { RepairLog } from '#domain/repair/decided-log.ts';
import { passageAround } from '#domain/repair/passage.ts';
import { repairedWords } from '#domain/repair/repair-entries.ts';
import type { Span } from '#domain/text/span.ts';
import { useKeyText } from '../commands/keymap.ts';
import { backToList } from './back-to-list.ts';
import { Candidates } from './candidates.tsx';
import { DecisionGlyph, Visible } from './change-words.tsx';
import { decideItem, type Shown } from './decide-item.ts';
import { EvidenceList } from './evidence-list.tsx';
import { OwnWords } from './own-words.tsx';
import type { Entry, Item } from './queries.ts';
import { edit, review } from './review.ts';

/** UTF-16 units of context on either side. */
const context = 18;

interface ItemDetailsProps {
  /** The language of the article. */
  lang: string;
  shown: Shown;
  log: RepairLog;
  item: Item;
}

/** What was found at one place, why, what could stand there, and what is to be done about it. */
export function ItemDetails({ lang, shown, log, item }: ItemDetailsProps) {
  const { t } = useTranslation();
  return (
    // the controls inside have the keys
    <section className="repair-details" aria-label={t('repairs.details')} onClickCapture={backToList}>
      {item.entry === null ? (
        <FlagDetails lang={lang} log={log} flag={item.flag} />
      ) : (
        <EntryDetails lang={lang} shown={shown} log={log} item={item} entry={item.entry} />
      )}
    </section>
  );
}

function EntryDetails({ lang, shown, log, item, entry }: ItemDetailsProps & { entry: Entry }) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const { words } = review.use();
  const { leading, start, end } = entry;
  const { decision, certain, insert } = leading;
  const put = (next: typeof decision, instead?: string) => decideItem(shown, item, next, instead);
  const isOwn = insert !== null && leading.candidates.every((candidate) => candidate.insert !== insert);
  return (
    <>
      <div className="repair-explained">
        <Passage lang={lang} log={log} at={entry.at}>
          <del>
            <Visible text={log.importedText.slice(start, end)} nothing={t('repairs.nothing')} />
          </del>
          <span className="visually-hidden"> → </span>
          <ins>
            <Visible text={repairedWords(log.importedText, entry, words ?? undefined)} nothing={t('repairs.nothing')} />
          </ins>
        </Passage>
        <p className="repair-verdict">
          <DecisionGlyph decision={decision} />
          <strong aria-hidden>{t(`repairs.decisions.${decision}`)}</strong>
          <span>{t(`repairs.kinds.${leading.kind}`)}</span>
          <span className={certain ? '' : 'repair-uncertain'}>
            {t(certain ? 'repairs.certain' : 'repairs.proposal')}
          </span>
        </p>
        <p className="repair-reason">{t(`repairs.reasons.${leading.reason}`)}</p>
        {isOwn && <p className="repair-reason">{t('repairs.ownWords')}</p>}
        {words === null && (
          <Candidates lang={lang} log={log} entry={entry} onChoose={(chosen) => put('accepted', chosen)} />
        )}
      </div>
      {words === null ? (
        <div className="repair-actions">
          <Button className="button button-main" onPress={() => put('accepted')} isDisabled={decision === 'accepted'}>
            {t('repairs.accept')} <kbd>{keyText('repairAccept')}</kbd>
          </Button>
          <Button className="button" onPress={() => put('refused')} isDisabled={decision === 'refused'}>
            {t(decision === 'accepted' ? 'repairs.takeBack' : 'repairs.refuse')} <kbd>{keyText('repairRefuse')}</kbd>
          </Button>
          <Button className="button button-quiet" onPress={() => put('open')} isDisabled={decision === 'open'}>
            {t('repairs.leaveOpen')} <kbd>{keyText('repairOpen')}</kbd>
          </Button>
          <Button className="button button-quiet" onPress={() => edit(entry)}>
            {t('repairs.edit')} <kbd>{keyText('repairEdit')}</kbd>
          </Button>
        </div>
      ) : (
        <OwnWords key={entry.id} words={words} onAccept={(own) => put('accepted', own)} />
      )}
    </>
  );
}

function FlagDetails({ lang, log, flag }: { lang: string; log: RepairLog; flag: TextFlag }) {
  const { t } = useTranslation();
  return (
    <div className="repair-explained">
      <Passage lang={lang} log={log} at={flag.at}>
        <mark className="repair-flag">{log.text.slice(flag.at.start, flag.at.end)}</mark>
      </Passage>
      <p className="repair-verdict">
        <DecisionGlyph decision="flag" />
        <strong>{t(`repairs.flags.${flag.kind}`)}</strong>
      </p>
      <p className="repair-reason">{t(`repairs.flagReasons.${flag.kind}`)}</p>
      <EvidenceList evidence={flag.evidence.filter(({ kind }) => kind === 'expected')} />
      <p className="field-hint">{t('repairs.flaggedHint')}</p>
    </div>
  );
}

/** A place in its paragraph, as the text reads now. */
function Passage({ lang, log, at, children }: { lang: string; log: RepairLog; at: Span; children: ReactNode }) {
  const { before, after } = passageAround(log.text, at, context);
  return (
    <p className="repair-passage" lang={lang}>
      <span className="repair-context">{before}</span>
      {children}
      <span className="repair-context">{after}</span>
    </p>
  );
}
