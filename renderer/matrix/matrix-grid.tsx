import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import { type CSSProperties, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { heatColours } from '#domain/matrix/heat-steps.ts';
import type { ReadMatrix, ReadRow } from '#domain/matrix/read-rows.ts';
import { useCategoryBook } from '../codebook/queries.ts';
import { categoryStyle } from '../codebook/category-chip.tsx';
import { withCommand } from '../widgets/keys.ts';
import { MatrixRowCells } from './matrix-row-cells.tsx';
import type { MatrixShown } from '#domain/matrix/matrix-shown.ts';
import { showMatrix } from './show-matrix.ts';
import type { OpenCell } from '#domain/pictures/matrix-source.ts';
import { withColumns } from './matrix-controls.tsx';
import type { MatrixWords } from '#domain/matrix/matrix-words.ts';

/** px. */
const rowHeight = 28;
const headHeight = 148;
const width = { name: 148, articles: 52, cell: 52, total: 60 };

interface MatrixGridProps {
  shown: MatrixShown;
  /** Ids of the categories. */
  columns: readonly string[];
  /** Sorted. */
  read: ReadMatrix;
  words: MatrixWords;
  onOpen: OpenCell;
}

/** Rows by columns; only the rows in sight are in the page. The last row is all of them, the last column all columns. */
export function MatrixGrid({ shown, columns, read, words, onOpen }: MatrixGridProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState({ row: 0, column: 0 });
  const rows: readonly ReadRow[] = [...read.rows, read.whole];
  const last = { row: rows.length - 1, column: columns.length };
  const at = { row: Math.min(cursor.row, last.row), column: Math.min(cursor.column, last.column) };
  // oxlint-disable-next-line react/incompatible-library -- its functions stay in this component, which is not compiled
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
  });
  const moveTo = (row: number, column: number) => {
    const next = { row: Math.max(-1, Math.min(last.row, row)), column: Math.max(0, Math.min(last.column, column)) };
    setCursor(next);
    if (next.row >= 0) virtualizer.scrollToIndex(next.row);
    const box = scroller.current;
    if (box === null) return;
    const left = next.column * width.cell;
    const room = box.clientWidth - width.name - width.articles;
    if (left < box.scrollLeft) box.scrollLeft = left;
    else if (left + width.total > box.scrollLeft + room) box.scrollLeft = left + width.total - room;
  };
  const open = (row: number, column: number) => {
    const chosen = rows[row];
    if (chosen !== undefined) onOpen(row === last.row ? null : chosen, columns[column] ?? null, chosen);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (withCommand(event) || event.altKey) return;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1);
    const step: Record<string, [number, number]> = {
      ArrowDown: [at.row + 1, at.column],
      ArrowUp: [at.row - 1, at.column],
      ArrowRight: [at.row, at.column + 1],
      ArrowLeft: [at.row, at.column - 1],
      Home: [at.row, 0],
      End: [at.row, last.column],
      PageDown: [at.row + page, at.column],
      PageUp: [Math.max(0, at.row - page), at.column],
    };
    const next = step[event.key];
    const head = columns[at.column];
    if (next !== undefined) moveTo(...next);
    else if (event.key === 'Enter' && at.row >= 0) open(at.row, at.column);
    else if (event.key === 'Enter') sortBy(shown, head ?? 'total');
    else if (event.key === ' ' && at.row === -1 && head !== undefined) openBelow(shown, head);
    else return;
    event.preventDefault();
  };
  const tracks = `${width.name}px ${width.articles}px repeat(${columns.length}, ${width.cell}px) ${width.total}px`;
  const fullWidth = width.name + width.articles + columns.length * width.cell + width.total;
  return (
    <div
      ref={scroller}
      className="matrix-scroll"
      role="grid"
      tabIndex={0}
      aria-label={words.title}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 3}
      aria-activedescendant={`matrix-${at.row}-${at.column}`}
      style={{ '--tracks': tracks, '--full-width': `${fullWidth}px`, ...heatVariables } as CSSProperties}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="matrix-head" style={{ height: headHeight }}>
        <div role="row" className="matrix-line" aria-rowindex={1}>
          <Head shown={shown} sort="name" label={t(`matrix.rowKinds.${shown.rows}`)} className="matrix-name" />
          <Head shown={shown} sort="articles" label={t('matrix.articles')} className="matrix-articles" />
          {columns.map((id, column) => (
            <ColumnHead
              key={id}
              shown={shown}
              categoryId={id}
              label={words.columnName(id)}
              cellId={`matrix--1-${column}`}
              current={at.row === -1 && at.column === column}
            />
          ))}
          <Head
            shown={shown}
            sort="total"
            label={t('matrix.total')}
            className="matrix-total"
            cellId={`matrix--1-${columns.length}`}
            current={at.row === -1 && at.column === columns.length}
          />
        </div>
      </div>
      <div role="rowgroup" className="matrix-body" style={{ height: virtualizer.getTotalSize() - headHeight }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const name = index === last.row ? t('matrix.whole') : words.rowName(row.row);
          return (
            <div
              key={row.row.key}
              role="row"
              className="matrix-line matrix-row"
              data-whole={index === last.row || undefined}
              data-key={row.row.key}
              aria-rowindex={index + 2}
              style={{ transform: `translateY(${start - headHeight}px)` }}
            >
              <MatrixRowCells
                index={index}
                row={row}
                name={name}
                columns={columns}
                greatest={index === last.row ? null : read.greatest}
                words={words}
                opensSentences={shown.measure === 'taken'}
                cursor={at.row === index ? at.column : null}
                onOpen={(column) => {
                  setCursor({ row: index, column });
                  open(index, column);
                }}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const heatVariables = Object.fromEntries(
  heatColours.flatMap(({ light, dark }, index) => [
    [`--heat-${index + 1}-fill`, `light-dark(${light.fill}, ${dark.fill})`],
    [`--heat-${index + 1}-ink`, `light-dark(${light.ink}, ${dark.ink})`],
  ]),
);

/** Once more by the same turns the order round; the greatest come first, names in their order. */
function sortBy(shown: MatrixShown, sort: string): void {
  showMatrix({ ...shown, sort, descending: shown.sort === sort ? !shown.descending : sort !== 'name' });
}

function openBelow(shown: MatrixShown, categoryId: string): void {
  showMatrix(withColumns(shown, { of: 'below', categoryId }));
}

interface HeadProps {
  shown: MatrixShown;
  sort: string;
  label: string;
  className: string;
  cellId?: string;
  current?: boolean;
}

function Head({ shown, sort, label, className, cellId, current = false }: HeadProps) {
  const sorted = shown.sort === sort;
  return (
    <div
      id={cellId}
      role="columnheader"
      className={className}
      data-current={current || undefined}
      aria-sort={sorted ? (shown.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" className="table-sort" tabIndex={-1} onClick={() => sortBy(shown, sort)}>
        {label}
        {sorted && <SortArrow descending={shown.descending} />}
      </button>
    </div>
  );
}

function SortArrow({ descending }: { descending: boolean }) {
  const Arrow = descending ? ArrowDown : ArrowUp;
  return <Arrow size={12} strokeWidth={1.8} aria-hidden />;
}

interface ColumnHeadProps {
  shown: MatrixShown;
  categoryId: string;
  label: string;
  cellId: string;
  current: boolean;
}

/** The number, and the title down the page; where anything stands below the category, it opens. */
function ColumnHead({ shown, categoryId, label, cellId, current }: ColumnHeadProps) {
  const { t } = useTranslation();
  const { byId, categories } = useCategoryBook();
  const category = byId.get(categoryId);
  const sorted = shown.sort === categoryId;
  const opens = categories.some(({ parentId }) => parentId === categoryId);
  return (
    <div
      id={cellId}
      role="columnheader"
      className="matrix-column"
      data-current={current || undefined}
      aria-sort={sorted ? (shown.descending ? 'descending' : 'ascending') : 'none'}
      style={categoryStyle(category?.colour)}
      title={label}
    >
      <button
        type="button"
        className="matrix-column-sort"
        tabIndex={-1}
        aria-label={label}
        onClick={() => sortBy(shown, categoryId)}
      >
        <span className="number">
          {category?.number}
          {sorted && <SortArrow descending={shown.descending} />}
        </span>
        <span className="matrix-column-title">
          {category?.number ? label.slice(category.number.length + 1) : label}
        </span>
      </button>
      {opens && (
        <button
          type="button"
          className="matrix-open"
          tabIndex={-1}
          aria-label={t('matrix.open', { category: label })}
          onClick={() => openBelow(shown, categoryId)}
        >
          <ChevronsUpDown size={12} strokeWidth={1.6} aria-hidden />
        </button>
      )}
    </div>
  );
}
