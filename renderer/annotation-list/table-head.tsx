import { ArrowDown, ArrowUp } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Column } from './columns.ts';
import { ask, type Question } from './question.ts';

/** The heads of the columns; pressing one sorts by it, pressing it again turns the order round. */
export function TableHead({ question, shown }: { question: Question; shown: readonly Column[] }) {
  const { t } = useTranslation();
  const { order, descending } = question;
  const Arrow = descending ? ArrowDown : ArrowUp;
  return (
    <div role="rowgroup" className="table-head">
      <div role="row" className="table-head-row" aria-rowindex={1}>
        <span role="columnheader" aria-label={t('annotationTable.selectedActions')} />
        {shown.map((column) => {
          const sorted = column.order === order;
          return (
            <div
              key={column.id}
              role="columnheader"
              aria-sort={sorted ? (descending ? 'descending' : 'ascending') : 'none'}
            >
              <button
                type="button"
                className="table-sort"
                onClick={() => ask({ ...question, order: column.order, descending: sorted && !descending })}
              >
                {t(`annotationTable.${column.id}`)}
                {sorted && <Arrow size={12} strokeWidth={1.8} aria-hidden />}
              </button>
            </div>
          );
        })}
        <span role="columnheader" aria-label={t('annotationTable.open')} />
      </div>
    </div>
  );
}
