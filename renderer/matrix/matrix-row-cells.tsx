import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { heatStep } from '#domain/matrix/heat-steps.ts';
import { cellsOf } from '#domain/matrix/matrix-cells.ts';
import type { Shown } from '#domain/matrix/read-matrix.ts';
import type { ReadRow } from '#domain/matrix/read-rows.ts';
import type { MatrixWords } from '#domain/matrix/matrix-words.ts';

interface MatrixRowCellsProps {
  /** From 0. */
  index: number;
  row: ReadRow;
  name: string;
  columns: readonly string[];
  /** The dark end of the shading; null for a row that is not shaded. */
  greatest: number | null;
  words: MatrixWords;
  /** Whether a cell opens the sentences of its category, not its passages. */
  opensSentences: boolean;
  /** The column that the cursor is on, if it is in this row. */
  cursor: number | null;
  onOpen: (column: number) => void;
}

/** What a row shows: its name, its number of articles, its cells and its total. */
export function MatrixRowCells(props: MatrixRowCellsProps) {
  const { index, row, name, columns, greatest, words, opensSentences, cursor, onOpen } = props;
  const { t } = useTranslation();
  const counted = useMemo(() => new Map(cellsOf(row.row).map((cell) => [cell.column, cell])), [row]);
  const describe = (column: string, shown: Shown, mentions: number, passages: number) =>
    t('matrix.cell', {
      row: name,
      column,
      value: words.value(shown),
      mentions: words.number(mentions),
      articles: words.number(row.row.articles),
      passages: words.number(passages),
      complete: words.number(row.row.complete),
    });
  const { total } = row.row;
  return (
    <>
      <span role="rowheader" className="matrix-name" title={name}>
        {name}
      </span>
      <span
        role="gridcell"
        className="matrix-articles"
        title={`${t('matrix.complete')} ${words.number(row.row.complete)}`}
      >
        {words.number(row.row.articles)}
      </span>
      {row.cells.map((shown, column) => {
        const cell = counted.get(column);
        return (
          <Cell
            key={columns[column]}
            id={`matrix-${index}-${column}`}
            shown={shown}
            step={greatest === null ? 0 : heatStep(shown.value ?? 0, greatest)}
            words={words}
            description={describe(
              words.columnName(columns[column] ?? ''),
              shown,
              cell?.articles ?? 0,
              cell?.passages ?? 0,
            )}
            current={cursor === column}
            opens={opensSentences ? shown.value !== null : (cell?.passages ?? 0) > 0}
            onOpen={() => onOpen(column)}
          />
        );
      })}
      <Cell
        id={`matrix-${index}-${columns.length}`}
        shown={row.total}
        step={0}
        words={words}
        description={describe(t('matrix.total'), row.total, total.articles, total.passages)}
        current={cursor === columns.length}
        opens={total.passages > 0}
        onOpen={() => onOpen(columns.length)}
      />
    </>
  );
}

interface CellProps {
  id: string;
  shown: Shown;
  step: number;
  words: MatrixWords;
  description: string;
  current: boolean;
  opens: boolean;
  onOpen: () => void;
}

function Cell({ id, shown, step, words, description, current, opens, onOpen }: CellProps) {
  return (
    // the grid has the keys
    <span
      id={id}
      role="gridcell"
      tabIndex={-1}
      className="matrix-cell"
      data-state={shown.state}
      data-step={step === 0 ? undefined : step}
      data-current={current || undefined}
      data-opens={opens || undefined}
      title={description}
      aria-label={description}
      onClick={onOpen}
    >
      {shown.value === null ? '' : words.value(shown)}
    </span>
  );
}
