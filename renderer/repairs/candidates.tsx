import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CommandId } from '#domain/commands/command-list.ts';
import type { RepairLog } from '#domain/repair/decided-log.ts';
import { repairedWords } from '#domain/repair/repair-entries.ts';
import { useFormat } from '../app/format.ts';
import { useKeyText } from '../commands/keymap.ts';
import { Visible } from './change-words.tsx';
import { EvidenceList } from './evidence-list.tsx';
import type { Entry } from './queries.ts';

interface CandidatesProps {
  /** The language of the article. */
  lang: string;
  log: RepairLog;
  entry: Entry;
  onChoose: (insert: string) => void;
}

/** What may have stood there, likeliest first, each with how likely it is and what speaks for it. */
export function Candidates({ lang, log, entry, onChoose }: CandidatesProps) {
  const { t } = useTranslation();
  const keyText = useKeyText();
  const { leading } = entry;
  if (leading.candidates.length === 1) return <EvidenceList evidence={leading.candidates[0]?.evidence ?? []} />;
  return (
    <ol className="repair-candidates" aria-label={t('repairs.candidates')}>
      {leading.candidates.map(({ insert, score, evidence }, at) => (
        <li key={insert}>
          <Button
            className="repair-choose"
            aria-pressed={leading.decision === 'accepted' && insert === leading.insert}
            onPress={() => onChoose(insert)}
          >
            {at < 9 && <kbd>{keyText(`candidate${at + 1}` as CommandId)}</kbd>}
            <span className="repair-words" lang={lang}>
              <Visible text={repairedWords(log.importedText, entry, insert)} nothing={t('repairs.nothing')} />
            </span>
            <Score score={score} />
          </Button>
          <EvidenceList evidence={evidence} />
        </li>
      ))}
    </ol>
  );
}

/** A share of 1 as percent; what is not quite all, or nothing, is never rounded to it. */
function Score({ score }: { score: number }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const percent = Math.round(score * 100);
  const text = percent < 1 ? '< 1' : percent > 99 && score < 1 ? '> 99' : number(percent);
  return (
    <span className="repair-score">
      <span className="visually-hidden">{t('repairs.score')} </span>
      {text} %
    </span>
  );
}
