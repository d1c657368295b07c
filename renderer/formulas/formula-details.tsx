import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Formula, FormulaPassage } from '#domain/contract/formula.ts';
import { useFormat } from '../app/format.ts';
import { currentLanguage } from '../app/language.ts';
import { goToArticle } from '../app/place.ts';
import { shownName } from '#domain/metadata/shown-names.ts';
import { revealOnArrival } from '../reading/reader-handle.ts';
import {
  followFormula,
  type FormulaCounts,
  letGo,
  setOlder,
  type ShownFormula,
  useFormulaPassages,
  writeNote,
} from './queries.ts';

interface FormulaDetailsProps {
  use: ShownFormula;
  /** The reference whose phrases are looked at. */
  referenceId: string | null;
  provinces: FormulaCounts['provinces'];
}

/** A phrase province by province, and the articles that have it in the order of their days. */
export function FormulaDetails({ use, referenceId, provinces }: FormulaDetailsProps) {
  const { t } = useTranslation();
  const { phrase, formula } = use;
  const { data: passages } = useFormulaPassages(phrase);
  return (
    <aside className="formulas-details" aria-label={phrase}>
      <h2 className="formulas-name">{phrase}</h2>
      <div className="formulas-deeds">
        {formula === null ? (
          <Button className="button button-small" onPress={() => followFormula(phrase, referenceId)}>
            {t('formulas.follow')}
          </Button>
        ) : (
          <Button className="button button-quiet button-small" onPress={() => letGo(formula)}>
            {t('formulas.letGo')}
          </Button>
        )}
        <label className="formulas-check">
          <input
            type="checkbox"
            checked={formula?.older ?? false}
            onChange={(event) => setOlder(use, referenceId, event.target.checked)}
          />
          {t('formulas.older')}
        </label>
      </div>
      {formula !== null && <Note key={formula.id} formula={formula} />}
      {passages && <ByProvince passages={passages} provinces={provinces} />}
      <ol className="formulas-passages">
        {passages?.map((passage) => (
          <li key={passage.articleId}>
            <Passage passage={passage} />
          </li>
        ))}
      </ol>
      {passages?.length === 0 && <p className="empty">{t('formulas.nowhere')}</p>}
    </aside>
  );
}

function Note({ formula }: { formula: Formula }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(formula.note);
  return (
    <textarea
      className="input formulas-note"
      aria-label={t('annotations.note')}
      placeholder={t('annotations.noNote')}
      rows={2}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => writeNote(formula, typed)}
    />
  );
}

interface ByProvinceProps {
  passages: readonly FormulaPassage[];
  provinces: FormulaCounts['provinces'];
}

/** Where it stood first in each province, and in how many of its articles it stands. */
function ByProvince({ passages, provinces }: ByProvinceProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const rows = provinces
    .map(({ province, articles }) => {
      const own = passages.filter(({ outletProvince }) => outletProvince === province);
      return { province, articles, found: own.length, first: own.find(({ publishedOn }) => publishedOn !== null) };
    })
    .filter(({ found }) => found > 0)
    .toSorted((one, other) => {
      const [a, b] = [one.first?.publishedOn ?? '9999', other.first?.publishedOn ?? '9999'];
      return a < b ? -1 : a > b ? 1 : 0;
    });
  if (rows.length === 0) return null;
  return (
    <table className="find-count-table">
      <thead>
        <tr>
          <th scope="col">{t('find.byProvince')}</th>
          <th scope="col">{t('find.articleCount')}</th>
          <th scope="col">{t('formulas.first')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ province, articles, found, first }) => (
          <tr key={province ?? 'none'}>
            <th scope="row">
              {province === null ? t('common.unknown') : shownName('outletProvince', province, currentLanguage())}
            </th>
            <td>
              {number(found)} / {number(articles)}
            </td>
            <td>{first?.publishedOn ?? t('common.unknown')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Passage({ passage }: { passage: FormulaPassage }) {
  const { t } = useTranslation();
  const { articleId, articleTitle, articleOpening, outletProvince, publishedOn, span, words, isExact, places } =
    passage;
  const source = [
    publishedOn ?? t('formulas.noDay'),
    outletProvince === null ? null : shownName('outletProvince', outletProvince, currentLanguage()),
    articleTitle ?? articleOpening,
  ];
  return (
    <button
      type="button"
      className="taken-up-passage"
      onClick={() => {
        revealOnArrival(articleId, span);
        goToArticle(articleId);
      }}
    >
      <span className="taken-up-words">{words}</span>
      <span className="taken-up-source">
        {source.filter(Boolean).join(' · ')} ·{' '}
        {isExact ? t('formulas.places', { count: places }) : t('formulas.variedHere')}
      </span>
    </button>
  );
}
