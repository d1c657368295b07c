import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { DuplicatePair } from './duplicate-pair.tsx';
import { useDuplicates } from './queries.ts';

/** Copies of one article, those to be decided first. */
export function Duplicates() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { data: pairs } = useDuplicates();
  if (pairs === undefined) return null;
  const open = pairs.filter(({ decision }) => decision === 'open');
  const decided = pairs.filter(({ decision }) => decision !== 'open');
  return (
    <section className="corpus-section" aria-labelledby="corpus-duplicates">
      <h2 id="corpus-duplicates" className="corpus-heading">
        {t('corpus.copies')} <span className="number">{number(open.length)}</span>
      </h2>
      {open.length === 0 && <p className="corpus-note">{t('corpus.noCopies')}</p>}
      {open.map((pair) => (
        <DuplicatePair key={pair.id} pair={pair} />
      ))}
      {decided.length > 0 && (
        <details className="corpus-decided">
          <summary>{t('corpus.decided', { count: decided.length })}</summary>
          {decided.map((pair) => (
            <DuplicatePair key={pair.id} pair={pair} />
          ))}
        </details>
      )}
    </section>
  );
}
