import './compare-table.css';
import { useTranslation } from 'react-i18next';
import type { ItemRow } from '#domain/compare/item-rows.ts';
import type { Comparison } from '../app/comparison-place.ts';
import { useFormat } from '../app/format.ts';
import { goToComparison } from '../app/place.ts';
import { CategoryChip } from '../codebook/category-chip.tsx';
import { useCategoryBook } from '../codebook/queries.ts';
import { textLanguage } from '../reading/text-language.ts';
import { referenceLanguage } from '../references/languages.ts';
import { quotesOf } from './cell-quotes.ts';
import { useCellWords } from './compare-words.ts';
import type { ComparedPane } from './queries.ts';

interface CompareTableProps {
  comparison: Comparison;
  panes: readonly ComparedPane[];
  rows: readonly ItemRow[];
}

/** Items down, texts across: what each says about each, in its own words; a passage leads to its place. */
export function CompareTable({ comparison, panes, rows }: CompareTableProps) {
  const { t } = useTranslation();
  const { byId } = useCategoryBook();
  if (rows.length === 0)
    return (
      <div className="empty">
        <p className="empty-words">{t('compare.noItems')}</p>
        <p>{t('compare.noItemsHint')}</p>
      </div>
    );
  return (
    <div className="compare-table-scroll" tabIndex={-1}>
      <table className="compare-table">
        <caption className="visually-hidden">{t('compare.tableCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.item')}</th>
            {panes.map(({ key, name }) => (
              <th key={key} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const category = byId.get(row.categoryId);
            if (category === undefined) return null;
            return (
              <tr key={row.categoryId}>
                <th scope="row">
                  <CategoryChip category={category} />
                </th>
                {panes.map((pane, at) => (
                  <Cell key={pane.key} comparison={comparison} pane={pane} at={at} row={row} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  comparison: Comparison;
  pane: ComparedPane;
  at: number;
  row: ItemRow;
}

function Cell({ comparison, pane, at, row: { categoryId, cells } }: CellProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const cellWords = useCellWords();
  const cell = cells[at];
  const quotes = quotesOf(pane, categoryId);
  const lang =
    pane.article !== null ? textLanguage(pane.article.script) : referenceLanguage(pane.reference?.text ?? '');
  if (quotes.length === 0)
    return (
      <td className="compare-cell" data-state={pane.text.kind === 'reference' ? 'empty' : cell?.state}>
        <span className="compare-cell-none">
          {pane.text.kind === 'reference' ? t('compare.gaps.reference') : cell && cellWords(cell)}
        </span>
      </td>
    );
  return (
    <td className="compare-cell" data-state="value">
      <span className="compare-cell-count" title={t('compare.passages', { count: quotes.length })}>
        {number(quotes.length)}
        <span className="visually-hidden"> {t('compare.passages', { count: quotes.length })}</span>
      </span>
      {quotes.map(({ key, annotationId, words, relation }) => (
        <button
          key={key}
          type="button"
          className="compare-quote"
          lang={lang}
          onClick={() => goToComparison({ ...comparison, as: 'texts', by: 'item', at, item: categoryId }, annotationId)}
        >
          {words}
          {relation !== null && <span className="compare-quote-relation">{t(`relation.${relation}`)}</span>}
        </button>
      ))}
    </td>
  );
}
