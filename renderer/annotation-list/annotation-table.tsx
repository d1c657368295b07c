import { useVirtualizer } from '@tanstack/react-virtual';
import { Columns3, X } from 'lucide-react';
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Button, MenuTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FoundAnnotation } from '#domain/contract/annotation.ts';
import { failureText } from '../app/failure-text.ts';
import { useFormat } from '../app/format.ts';
import { amendQuestion, goToArticle, usePlace } from '../app/place.ts';
import { IconButton } from '../widgets/icon-button.tsx';
import { isComposing, withCommand } from '../widgets/keys.ts';
import { listBehind } from './back-to-list.tsx';
import { columns, hiddenColumns } from './columns.ts';
import { CheckList, FilterBar } from './filter-bar.tsx';
import { useFoundIds, useRows, useTotal } from './queries.ts';
import { ask, parseQuestion, type Question, questionText } from './question.ts';
import { rangeOf, selection, toggled } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';

/** px of a closed row and of the head. */
const rowHeight = 32;
const headHeight = 28;
/** px of an open row, until it has been measured. */
const openHeight = 180;
/** ms of rest before the row is written into the address. */
const restFor = 400;

/** All annotations of the corpus that a question lets through, only those in sight in the page. */
export function AnnotationTable() {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { question: text = '' } = usePlace();
  const question = useMemo(() => parseQuestion(text), [text]);
  const { data: ids, error } = useFoundIds(question);
  const total = useTotal();
  const hidden = hiddenColumns.use();
  return (
    <section className="table-view" aria-label={t('annotationTable.title')}>
      <header className="table-top">
        <h1 className="table-title">{t('annotationTable.title')}</h1>
        {ids !== undefined && total !== undefined && (
          <span className="pane-count" role="status">
            {t('annotationTable.count', { shown: number(ids.length), all: number(total) })}
          </span>
        )}
        <span className="table-keys">{t('annotationTable.keys')}</span>
        <MenuTrigger>
          <IconButton icon={Columns3} name={t('annotationTable.columns')} />
          <CheckList
            label={t('annotationTable.columns')}
            values={columns
              .filter(({ id }) => id !== 'passage')
              .map(({ id }) => ({ value: id, label: t(`annotationTable.${id}`) }))}
            chosen={columns.map(({ id }) => id).filter((id) => !hidden.has(id))}
            onChange={(next) =>
              hiddenColumns.set(
                new Set(columns.map(({ id }) => id as string).filter((id) => id !== 'passage' && !next.has(id))),
              )
            }
          />
        </MenuTrigger>
        <IconButton icon={X} name={t('common.close')} onPress={() => goToArticle(null)} />
      </header>
      <FilterBar filter={question.filter} onChange={(filter) => ask({ ...question, filter, at: null })} />
      {error !== null ? (
        <p className="empty" role="alert">
          {failureText(error)}
        </p>
      ) : ids?.length === 0 ? (
        <div className="empty">
          <p className="empty-words">{t('annotationTable.empty')}</p>
          <p>{t('annotationTable.emptyHint')}</p>
          <Button className="button" onPress={() => ask({ ...question, filter: {}, at: null })}>
            {t('annotationTable.clear')}
          </Button>
        </div>
      ) : ids === undefined ? null : (
        <Rows text={text} question={question} ids={ids} />
      )}
      {ids !== undefined && <SelectionBar shown={ids} />}
    </section>
  );
}

interface RowsProps {
  /** The question as the address writes it. */
  text: string;
  question: Question;
  ids: readonly string[];
}

function Rows({ text, question, ids }: RowsProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  const hidden = hiddenColumns.use();
  const shown = useMemo(() => columns.filter(({ id }) => !hidden.has(id)), [hidden]);
  const chosen = selection.use();
  const [at, setAt] = useState({ id: question.at, index: 0 });
  const [anchor, setAnchor] = useState<string | null>(null);
  const [openId, setOpenId] = useState<string | null>(null);
  const cursor = useMemo(() => {
    const found = at.id === null ? -1 : ids.indexOf(at.id);
    return found >= 0 ? found : Math.min(at.index, ids.length - 1);
  }, [ids, at]);
  const openIndex = useMemo(() => (openId === null ? -1 : ids.indexOf(openId)), [ids, openId]);
  // The same as long as the ids are: for another one the virtualizer lays out all rows anew, 100,000 of them at each step.
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids]);
  // oxlint-disable-next-line react/incompatible-library -- its functions stay in this component, which is not compiled
  const virtualizer = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (index === openIndex ? openHeight : rowHeight),
    getItemKey,
    overscan: 12,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
  });
  const items = virtualizer.getVirtualItems();
  const rows = useRows(ids, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);

  // The row that was come back to, once.
  const arrived = useRef(false);
  useEffect(() => {
    if (arrived.current) return;
    arrived.current = true;
    virtualizer.scrollToIndex(cursor, { align: 'center' });
    scroller.current?.focus({ preventScroll: true });
  }, [virtualizer, cursor]);

  useEffect(() => {
    if (at.id === null || at.id === question.at) return undefined;
    const timer = setTimeout(() => amendQuestion(text, questionText({ ...question, at: at.id })), restFor);
    return () => clearTimeout(timer);
  }, [text, question, at.id]);

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(ids.length - 1, index));
    setAt({ id: ids[next] ?? null, index: next });
    virtualizer.scrollToIndex(next, { align: 'auto' });
    return next;
  };
  const extendTo = (index: number) => {
    const from = anchor === null ? cursor : Math.max(0, ids.indexOf(anchor));
    if (anchor === null) setAnchor(ids[cursor] ?? null);
    selection.set(rangeOf(ids, from, moveTo(index)));
  };
  const toggle = (index: number) => {
    const id = ids[index];
    if (id === undefined) return;
    setAnchor(id);
    selection.set((now) => toggled(now, id));
  };
  const showInText = useCallback(
    (row: FoundAnnotation) => {
      const here = questionText({ ...question, at: row.id });
      amendQuestion(text, here);
      listBehind.set({ list: 'annotations', question: here });
      goToArticle(row.articleId, row.id);
    },
    [question, text],
  );
  const showRow = (index: number) => {
    const row = rows.get(ids[index] ?? '');
    if (row !== undefined) showInText(row);
  };
  const toggleOpen = useCallback((id: string) => setOpenId((now) => (now === id ? null : id)), []);

  const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - headHeight) / rowHeight) - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || isComposing(event) || event.altKey) return;
    const step = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      Home: 0,
      End: ids.length - 1,
      PageDown: cursor + page,
      PageUp: cursor - page,
    }[event.key];
    if (step !== undefined && event.shiftKey) extendTo(step);
    else if (step !== undefined) {
      moveTo(step);
      setAnchor(null);
    } else if (withCommand(event)) {
      if (event.key !== 'a') return;
      selection.set(new Set(ids));
    } else if (event.key === ' ') toggle(cursor);
    else if (event.key === 'Enter') showRow(cursor);
    else if (event.key === 'ArrowRight') setOpenId(ids[cursor] ?? null);
    else if (event.key === 'ArrowLeft') setOpenId(null);
    else if (event.key === 'Escape' && openId !== null) setOpenId(null);
    else if (event.key === 'Escape') selection.set(new Set());
    else return;
    event.preventDefault();
  };
  const onRowClick = (event: MouseEvent, index: number) => {
    const onBox = (event.target as HTMLElement).closest('[data-select]') !== null;
    if (event.shiftKey) extendTo(index);
    else {
      moveTo(index);
      if (onBox || event.ctrlKey || event.metaKey) toggle(index);
      else setAnchor(null);
    }
  };

  const tracks = `32px ${shown.map(({ width }) => width).join(' ')} 32px`;
  return (
    <>
      <div
        ref={scroller}
        className="table-scroll"
        role="grid"
        tabIndex={0}
        aria-label={t('annotationTable.title')}
        aria-multiselectable="true"
        aria-rowcount={ids.length + 1}
        aria-activedescendant={items.some(({ index }) => index === cursor) ? `found-${cursor}` : undefined}
        style={{ '--tracks': tracks } as CSSProperties}
        onKeyDown={onKeyDown}
      >
        <TableHead question={question} shown={shown} />
        <div role="rowgroup" className="table-body" style={{ height: virtualizer.getTotalSize() - headHeight }}>
          {items.map(({ index, start, key }) => {
            const id = ids[index] ?? '';
            const open = index === openIndex;
            return (
              // the grid has the keys
              <div
                key={key}
                ref={virtualizer.measureElement}
                id={`found-${index}`}
                role="row"
                tabIndex={-1}
                className="table-row"
                data-index={index}
                data-annotation-id={id}
                data-current={index === cursor || undefined}
                aria-rowindex={index + 2}
                aria-selected={chosen.has(id)}
                style={{ transform: `translateY(${start - headHeight}px)` }}
                onClick={(event) => onRowClick(event, index)}
                onDoubleClick={() => showRow(index)}
              >
                <TableRow
                  row={rows.get(id)}
                  shown={shown}
                  chosen={chosen.has(id)}
                  open={open}
                  id={id}
                  onOpen={toggleOpen}
                  onShow={showInText}
                />
              </div>
            );
          })}
        </div>
      </div>
    </>
  );
}
