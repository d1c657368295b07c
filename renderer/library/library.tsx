import { Columns3, FileDown, Grid3x3, Search, TableProperties, TextSearch, Waypoints, X } from 'lucide-react';
import { memo, useEffect, useMemo, useState } from 'react';
import { Button, Input, SearchField } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { CodingState } from '#domain/contract/values.ts';
import { useFormat } from '../app/format.ts';
import { reportArticles } from '../app/dialogs.ts';
import { goToAnnotations, goToCorpus, goToMatrix } from '../app/place.ts';
import { chosenArticles, compareChosen, openComparison } from '../compare/show-comparison.ts';
import { ArticleList } from './article-list.tsx';
import { codingStates, countStates, filterArticles, listedArticles, scope } from './article-filter.ts';
import { CodingGlyph } from './coding-glyph.tsx';
import { useKeyText } from '../commands/keymap.ts';
import { openFind } from '../find/question.ts';
import { ImportMenu } from '../imports/import-menu.tsx';
import { IconButton } from '../widgets/icon-button.tsx';
import { useAfterPaint } from '../widgets/use-after-paint.ts';
import { useArticles } from './queries.ts';

/** The left pane: the articles of the corpus, and what remains to be coded. */
export const Library = memo(function Library() {
  const { t } = useTranslation();
  const keyText = useKeyText();
  // The counts may follow the text a moment later.
  const rows = useAfterPaint(useArticles().data);
  const [filter, setFilter] = useState('');
  const [state, setState] = useState<CodingState | null>(null);
  const chosen = scope.use();
  const shown = useMemo(() => filterArticles(rows ?? [], filter, state, chosen), [rows, filter, state, chosen]);
  useEffect(() => listedArticles.set(shown.map(({ id }) => id)), [shown]);
  if (rows === undefined) return null;
  return (
    <nav className="library" aria-label={t('shell.library')}>
      <div className="pane-head">
        <SearchField
          className="filter"
          aria-label={t('library.filter')}
          value={filter}
          onChange={setFilter}
          data-testid="library-filter"
        >
          <Search size={14} strokeWidth={1.6} aria-hidden />
          <Input className="filter-input" placeholder={t('library.filterHint')} id="library-filter" />
          {filter !== '' && (
            <Button className="icon-button icon-button-small">
              <X size={14} strokeWidth={1.6} aria-hidden />
            </Button>
          )}
        </SearchField>
        <IconButton icon={TextSearch} name={t('find.title')} keys={keyText('findInCorpus')} onPress={openFind} />
        <IconButton icon={Waypoints} name={t('corpus.title')} onPress={goToCorpus} />
        <IconButton icon={TableProperties} name={t('annotationTable.title')} onPress={() => goToAnnotations()} />
        <IconButton icon={Columns3} name={t('compare.title')} onPress={openComparison} />
        <IconButton icon={Grid3x3} name={t('matrix.title')} onPress={() => goToMatrix()} />
        {shown.length > 0 && (
          <IconButton
            icon={FileDown}
            name={t('report.ofListed', { count: shown.length })}
            onPress={() => reportArticles(shown.map(({ id }) => id))}
          />
        )}
        <ImportMenu />
      </div>
      {chosen !== 'all' && <ScopeChip />}
      {rows.length === 0 ? (
        <EmptyLibrary />
      ) : shown.length === 0 ? (
        <div className="empty">
          <p>{t('library.noMatch')}</p>
          <Button
            className="button"
            onPress={() => {
              setFilter('');
              setState(null);
              scope.set('all');
            }}
          >
            {t('library.clearFilter')}
          </Button>
        </div>
      ) : (
        <ArticleList rows={shown} />
      )}
      <ChosenBar />
      {rows.length > 0 && <Remaining counts={countStates(rows)} chosen={state} onChoose={setState} />}
    </nav>
  );
});

/** The articles that were chosen, to be put side by side. */
function ChosenBar() {
  const { t } = useTranslation();
  const { length } = chosenArticles.use();
  if (length === 0) return null;
  return (
    <div className="chosen-bar" role="group" aria-label={t('compare.title')}>
      <span role="status">{t('compare.chosen', { count: length })}</span>
      <Button className="button button-small" isDisabled={length < 2} onPress={compareChosen}>
        <Columns3 size={14} strokeWidth={1.6} aria-hidden />
        {t('compare.chosenStart')}
      </Button>
      <IconButton small icon={X} name={t('compare.chosenClear')} onPress={() => chosenArticles.set([])} />
    </div>
  );
}

/** Says that only some of the articles are shown, and why. */
function ScopeChip() {
  const { t } = useTranslation();
  const chosen = scope.use();
  return (
    <p className="scope-chip">
      <span>{t(chosen === 'excluded' ? 'library.onlyExcluded' : 'library.onlyOpenRepairs')}</span>
      <IconButton small icon={X} name={t('library.clearFilter')} onPress={() => scope.set('all')} />
    </p>
  );
}

/** What to do about it stands in the middle of the window. */
function EmptyLibrary() {
  const { t } = useTranslation();
  return <p className="empty">{t('library.empty')}</p>;
}

interface RemainingProps {
  counts: Record<CodingState, number>;
  chosen: CodingState | null;
  onChoose: (state: CodingState | null) => void;
}

/** What remains: how many articles are in each coding state; a click shows only those. */
function Remaining({ counts, chosen, onChoose }: RemainingProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  return (
    <fieldset className="remaining">
      <legend className="visually-hidden">{t('library.remaining')}</legend>
      {codingStates.map((state) => (
        <button
          key={state}
          type="button"
          className="remaining-state"
          aria-pressed={chosen === state}
          onClick={() => onChoose(chosen === state ? null : state)}
        >
          <CodingGlyph state={state} />
          <span>{t(`coding.${state}`)}</span>
          <span className="remaining-count">{number(counts[state])}</span>
        </button>
      ))}
    </fieldset>
  );
}
