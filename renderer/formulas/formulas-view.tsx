import { Download, Plus, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { foldScript } from '#domain/repair/script-pairs.ts';
import { failureText } from '../app/failure-text.ts';
import { useFormat } from '../app/format.ts';
import { goToArticle, goToFormulas, usePlacePick } from '../app/place.ts';
import { useReferences } from '../references/queries.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { isComposing } from '../widgets/keys.ts';
import { exportFormulas } from './export-formulas.ts';
import { FormulaDetails } from './formula-details.tsx';
import { FormulaTable } from './formula-table.tsx';
import { followFormula, type FormulaCounts, type ShownFormula, useFormulas } from './queries.ts';
import './formulas.css';

/** Fixed phrases (提法): which articles have them, exactly or varied, and where each stood first. */
export function FormulasView() {
  const { t } = useTranslation();
  const { data: references } = useReferences();
  const asked = usePlacePick((place) => place.referenceId);
  if (references === undefined) return null;
  const shown = asked === 'own' ? null : (references.find(({ id }) => id === asked) ?? references[0] ?? null);
  return (
    <div className="formulas">
      <header className="references-head">
        <h1 className="references-title">{t('formulas.title')}</h1>
        {references.length > 0 && (
          <select
            className="input"
            aria-label={t('references.which')}
            value={shown?.id ?? 'own'}
            onChange={(event) => goToFormulas(event.target.value)}
          >
            {references.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="own">{t('formulas.ownOnly')}</option>
          </select>
        )}
        <OwnPhrase />
        <span className="references-actions">
          <IconButton icon={X} name={t('common.close')} onPress={() => goToArticle(null)} />
        </span>
      </header>
      <Counted key={shown?.id ?? 'own'} referenceId={shown?.id ?? null} />
    </div>
  );
}

/** Where she writes a phrase of her own to be followed. */
function OwnPhrase() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const follow = () => {
    if (typed.trim() === '') return;
    followFormula(typed.trim(), null);
    setTyped('');
  };
  return (
    <span className="formulas-own">
      <input
        className="input"
        aria-label={t('formulas.own')}
        placeholder={t('formulas.own')}
        value={typed}
        maxLength={100}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event)) follow();
        }}
      />
      <IconButton icon={Plus} name={t('formulas.follow')} isDisabled={typed.trim() === ''} onPress={follow} />
    </span>
  );
}

function Counted({ referenceId }: { referenceId: string | null }) {
  const { t } = useTranslation();
  const { data, error } = useFormulas(referenceId);
  if (error !== null)
    return (
      <p className="empty" role="alert">
        {failureText(error)}
      </p>
    );
  if (data === undefined) return <p className="empty">{t('formulas.counting')}</p>;
  if (data.articles === 0 || data.phrases.length === 0)
    return (
      <div className="nothing-open">
        <p className="empty-words">{t('formulas.none')}</p>
        <p>{t(data.articles === 0 ? 'formulas.noArticles' : 'formulas.noneHint')}</p>
      </div>
    );
  return <Shown referenceId={referenceId} counts={data} />;
}

/** Whatever the script of either. */
const contains = (phrase: string, typed: string) => foldScript(phrase).includes(foldScript(typed));

function Shown({ referenceId, counts }: { referenceId: string | null; counts: FormulaCounts }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const [typed, setTyped] = useState('');
  const [followedOnly, setFollowedOnly] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = useMemo(
    () =>
      counts.phrases.filter(
        ({ phrase, formula }) => contains(phrase, typed.trim()) && (!followedOnly || formula !== null),
      ),
    [counts, typed, followedOnly],
  );
  const current: ShownFormula | undefined = rows.find(({ phrase }) => phrase === chosen) ?? rows[0];
  return (
    <>
      <div className="formulas-line">
        <input
          className="input formulas-filter"
          type="search"
          aria-label={t('formulas.filter')}
          placeholder={t('formulas.filter')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <label className="formulas-check">
          <input type="checkbox" checked={followedOnly} onChange={(event) => setFollowedOnly(event.target.checked)} />
          {t('formulas.followedOnly')}
        </label>
        <span className="taken-up-count">
          {t('formulas.counted', { count: counts.articles, shown: number(counts.articles) })}
          {counts.undated > 0 &&
            ` · ${t('formulas.undated', { count: counts.undated, shown: number(counts.undated) })}`}
          {counts.left > 0 && ` · ${t('formulas.left', { count: counts.left, shown: number(counts.left) })}`}
        </span>
        <Button className="button button-quiet button-small" onPress={() => void exportFormulas(counts)}>
          <Download size={14} strokeWidth={1.6} aria-hidden />
          {t('formulas.export')}
        </Button>
      </div>
      <div className="formulas-columns">
        <FormulaTable rows={rows} articles={counts.articles} current={current?.phrase ?? null} onChoose={setChosen} />
        {current && (
          <FormulaDetails key={current.phrase} use={current} referenceId={referenceId} provinces={counts.provinces} />
        )}
      </div>
    </>
  );
}
