import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../app/format.ts';
import { currentLanguage } from '../app/language.ts';
import { shownName } from '#domain/metadata/shown-names.ts';
import type { ShownFormula } from './queries.ts';

interface FormulaTableProps {
  rows: readonly ShownFormula[];
  /** The denominator. */
  articles: number;
  current: string | null;
  onChoose: (phrase: string) => void;
}

/** One row a phrase; up and down go from one to the next. */
export function FormulaTable({ rows, articles, current, onChoose }: FormulaTableProps) {
  const { t } = useTranslation();
  const { number, percent } = useFormat();
  const body = useRef<HTMLTableSectionElement>(null);
  const step = (by: number) => {
    const at = rows.findIndex(({ phrase }) => phrase === current) + by;
    const next = rows[at];
    if (next === undefined) return;
    onChoose(next.phrase);
    body.current?.querySelectorAll<HTMLElement>('.formulas-phrase')[at]?.focus();
  };
  return (
    <div className="formulas-scroll">
      <table className="formulas-table" aria-label={t('formulas.title')}>
        <thead>
          <tr>
            <th scope="col">{t('formulas.phrase')}</th>
            <th scope="col" className="formulas-number">
              {t('formulas.exact')}
            </th>
            <th scope="col" className="formulas-number">
              {t('formulas.varied')}
            </th>
            <th scope="col" className="formulas-number">
              {t('formulas.share')}
            </th>
            <th scope="col" className="formulas-number">
              {t('formulas.provinces')}
            </th>
            <th scope="col">{t('formulas.first')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map(({ phrase, formula, exact, varied, provinces, first }) => (
            <tr key={phrase} aria-current={phrase === current} onClick={() => onChoose(phrase)}>
              <th scope="row">
                <button
                  type="button"
                  className="formulas-phrase"
                  tabIndex={phrase === current ? 0 : -1}
                  onClick={() => onChoose(phrase)}
                  onKeyDown={(event) => {
                    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
                    event.preventDefault();
                    step(event.key === 'ArrowDown' ? 1 : -1);
                  }}
                >
                  {phrase}
                </button>
                {formula !== null && (
                  <span className="formulas-mark">
                    {t(formula.referenceId === null ? 'formulas.ownMark' : 'formulas.followed')}
                  </span>
                )}
                {formula?.older && <span className="formulas-mark">{t('formulas.older')}</span>}
              </th>
              <td className="formulas-number">{number(exact)}</td>
              <td className="formulas-number">{varied === 0 ? '' : number(varied)}</td>
              <td className="formulas-number">{articles === 0 ? '' : percent((exact + varied) / articles)}</td>
              <td className="formulas-number">{number(provinces)}</td>
              <td>
                {first !== null && (
                  <>
                    {first.publishedOn}{' '}
                    {first.province !== null && shownName('outletProvince', first.province, currentLanguage())}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p className="empty">{t('formulas.filteredOut')}</p>}
      <p className="formulas-rule">{t('formulas.rule')}</p>
    </div>
  );
}
