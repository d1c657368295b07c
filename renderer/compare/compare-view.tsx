import { Download, Grid3x3, Plus, X } from 'lucide-react';
import { useMemo } from 'react';
import { Button, Dialog, DialogTrigger, MenuTrigger, Popover } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { passagesOf } from '#domain/compare/item-passages.ts';
import { type ItemRow, itemRows } from '#domain/compare/item-rows.ts';
import { mostCompared } from '#domain/contract/comparison.ts';
import { type Comparison, comparedArticles, comparisonOf, lineUps } from '../app/comparison-place.ts';
import { failureText } from '../app/failure-text.ts';
import { goToArticle, goToComparison, goToMatrix, usePlacePick } from '../app/place.ts';
import { CategoryChip } from '../codebook/category-chip.tsx';
import { useCategoryBook, useCodebookName } from '../codebook/queries.ts';
import { KeepButton } from '../findings/keep-button.tsx';
import { IconButton } from '../widgets/icon-button.tsx';
import { MenuList } from '../widgets/menu-list.tsx';
import { Segmented } from '../widgets/segmented.tsx';
import { ComparePanes } from './compare-panes.tsx';
import { CompareTable } from './compare-table.tsx';
import { exportComparison } from './export-comparison.ts';
import { type ComparedPane, useComparedPanes, useComparisonCount, useComparisonQuestion } from './queries.ts';
import { withText } from './show-comparison.ts';
import { TextChooser } from './text-chooser.tsx';
import './compare.css';

const none: Comparison = comparisonOf([]);

/** Two to four texts side by side, or what they say as a table. */
export function CompareView() {
  const { t } = useTranslation();
  const comparison = usePlacePick((place) => place.comparison) ?? none;
  const panes = useComparedPanes(comparison.texts);
  const question = useComparisonQuestion(comparison);
  const { data: matrix, error } = useComparisonCount(question);
  const { texts } = comparison;
  const counted = useMemo(
    () =>
      matrix
        ? itemRows(
            matrix,
            texts.map(({ id }) => id),
          )
        : [],
    [matrix, texts],
  );
  const rows = withDivisions(counted, panes);
  const enough = texts.length > 1;
  return (
    <section className="table-view compare-view" aria-label={t('compare.title')}>
      <header className="table-top compare-top">
        <h1 className="table-title">{t('compare.title')}</h1>
        {enough && <Ways comparison={comparison} />}
        {enough && comparison.as === 'texts' && comparison.by === 'item' && <NowAt item={comparison.item} />}
        <span className="compare-top-end">
          {texts.length > 0 && texts.length < mostCompared && (
            <DialogTrigger>
              <Button className="button button-small button-quiet">
                <Plus size={14} strokeWidth={1.6} aria-hidden />
                {t('compare.add')}
              </Button>
              <Popover className="popover" offset={2}>
                <Dialog aria-label={t('compare.add')}>
                  {({ close }) => (
                    <TextChooser
                      texts={texts}
                      onChoose={(text) => {
                        close();
                        goToComparison(withText(comparison, text));
                      }}
                    />
                  )}
                </Dialog>
              </Popover>
            </DialogTrigger>
          )}
          {enough && (
            <>
              <IconButton icon={Grid3x3} name={t('compare.inMatrix')} onPress={() => goToMatrix(articlesInMatrix)} />
              {question !== null && (
                <KeepButton
                  name={t('findings.nameComparison', { count: texts.length })}
                  question={{
                    kind: 'comparison',
                    ask: question,
                    shown: { texts: [...texts], by: comparison.by, as: comparison.as, item: comparison.item },
                  }}
                />
              )}
              <MenuTrigger>
                <Button className="button button-small" isDisabled={rows.length === 0}>
                  <Download size={14} strokeWidth={1.6} aria-hidden />
                  {t('matrix.export')}
                </Button>
                <MenuList
                  label={t('matrix.export')}
                  items={(['svg', 'png', 'csv'] as const).map((format) => ({
                    id: format,
                    label: t(`matrix.exportAs.${format}`),
                    act: () => void exportComparison(format, { rows, panes, matrix: matrix ?? null }),
                  }))}
                />
              </MenuTrigger>
            </>
          )}
          <IconButton
            icon={X}
            name={t('common.close')}
            onPress={() => goToArticle(comparedArticles(comparison)[comparison.at] ?? null)}
          />
        </span>
      </header>
      {!enough ? (
        <Begin comparison={comparison} names={panes.map(({ name }) => name)} />
      ) : error !== null ? (
        <p className="empty" role="alert">
          {failureText(error)}
        </p>
      ) : comparison.as === 'table' ? (
        <CompareTable comparison={comparison} panes={panes} rows={rows} />
      ) : (
        <ComparePanes key={panes.map(({ key }) => key).join(' ')} comparison={comparison} panes={panes} rows={rows} />
      )}
    </section>
  );
}

/** A reference text is not counted, but has divisions of its own for the items. */
function withDivisions(rows: readonly ItemRow[], panes: readonly ComparedPane[]): readonly ItemRow[] {
  if (panes.every(({ reference }) => reference === null)) return rows;
  return rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) => {
      const pane = panes[at];
      if (pane?.reference == null) return cell;
      const value = passagesOf(pane.passages, row.categoryId).length;
      return value === 0 ? cell : { state: 'value', value };
    }),
  }));
}

/** Articles as rows, with what else the matrix shows as usual. */
const articlesInMatrix = new URLSearchParams({ show: JSON.stringify({ rows: 'articles' }) }).toString();

/** By what the texts are lined up, whether they stand as texts or as a table, and whose categories are the items. */
function Ways({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const { codebooks } = useCategoryBook();
  const bookName = useCodebookName();
  const show = (change: Partial<Comparison>) => goToComparison({ ...comparison, ...change });
  return (
    <>
      <Segmented
        labelHidden
        label={t('compare.as')}
        choices={(['texts', 'table'] as const).map((value) => ({ value, label: t(`compare.asKinds.${value}`) }))}
        value={comparison.as}
        onChange={(as) => show({ as })}
      />
      {comparison.as === 'texts' && (
        <Segmented
          labelHidden
          label={t('compare.lineUp')}
          choices={lineUps.map((value) => ({ value, label: t(`compare.lineUps.${value}`) }))}
          value={comparison.by}
          onChange={(by) => show({ by })}
        />
      )}
      {codebooks.length > 1 && (comparison.as === 'table' || comparison.by === 'item') && (
        <select
          className="input compare-codebook"
          aria-label={t('compare.codebook')}
          value={comparison.codebookId ?? codebooks[0]?.id ?? ''}
          onChange={(event) => show({ codebookId: event.target.value, item: null })}
        >
          {codebooks.map((book) => (
            <option key={book.id} value={book.id}>
              {bookName(book)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

/** The item that is looked at, by its whole name. */
function NowAt({ item }: { item: string | null }) {
  const { byId } = useCategoryBook();
  const category = byId.get(item ?? '');
  return (
    <span className="compare-now" role="status">
      {category && <CategoryChip category={category} />}
    </span>
  );
}

/** Fewer than two texts: what to do to have more. */
function Begin({ comparison, names }: { comparison: Comparison; names: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <div className="compare-begin">
      <p className="empty-words">
        {names.length === 0 ? t('compare.none') : t('compare.beside', { name: names[0] ?? '' })}
      </p>
      <p>{t('compare.noneHint')}</p>
      <TextChooser texts={comparison.texts} onChoose={(text) => goToComparison(withText(comparison, text))} />
    </div>
  );
}
