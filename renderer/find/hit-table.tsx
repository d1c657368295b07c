import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Hit } from '#domain/contract/find.ts';
import { listBehind } from '../annotation-list/back-to-list.tsx';
import { alertFailure } from '../app/failure-text.ts';
import { useFormat } from '../app/format.ts';
import { notify } from '../app/notices.ts';
import { amendQuestion, goToArticle } from '../app/place.ts';
import { useArticles } from '../library/queries.ts';
import { openMetadata } from '../metadata/metadata-state.ts';
import { revealOnArrival } from '../reading/reader-handle.ts';
import { isComposing, withCommand } from '../widgets/keys.ts';
import {
  canBeAnnotated,
  checkedHits,
  checkHits,
  MOST_CHECKED,
  placeOfHit,
  toggleHit,
  uncheckHits,
} from './checked-hits.ts';
import { HitRow } from './hit-row.tsx';
import { getHits, useHits } from './queries.ts';
import { type FindQuestion, findQuestionText } from './question.ts';

/** px of a row and of the head. */
const rowHeight = 32;
const headHeight = 28;

interface HitTableProps {
  /** The question as the address writes it. */
  text: string;
  question: FindQuestion;
  /** How many hits there are: all of them once they are counted, before that those that came first. */
  count: number;
  counted: boolean;
  scroller: RefObject<HTMLDivElement | null>;
}

/** The hits in context, only those in sight in the page. */
export function HitTable({ text, question, count, counted, scroller }: HitTableProps) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const checked = checkedHits.use();
  const { data: articles } = useArticles();
  const byId = useMemo(() => new Map((articles ?? []).map((row) => [row.id, row])), [articles]);
  const [at, setAt] = useState(question.at ?? 0);
  const cursor = Math.min(at, count - 1);
  // oxlint-disable-next-line react/incompatible-library -- its functions stay in this component, which is not compiled
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    paddingStart: headHeight,
    scrollPaddingStart: headHeight,
  });
  const items = virtualizer.getVirtualItems();
  const hits = useHits(question, count, items[0]?.index ?? 0, items.at(-1)?.index ?? 0);

  // The row that was come back to, once it is there.
  const arrived = useRef(question.at === null);
  useEffect(() => {
    if (arrived.current || (cursor < (question.at ?? 0) && !counted)) return;
    arrived.current = true;
    virtualizer.scrollToIndex(cursor, { align: 'center' });
    scroller.current?.focus({ preventScroll: true });
  }, [virtualizer, cursor, counted, question.at, scroller]);

  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(count - 1, index));
    setAt(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
    return next;
  };
  const toggle = (index: number) => {
    const hit = hits.get(index);
    if (canBeAnnotated(hit)) toggleHit(hit);
  };
  const extendTo = (index: number) => {
    const rows = [hits.get(cursor), hits.get(moveTo(index))];
    checkHits(rows.filter(canBeAnnotated));
  };
  const checkAll = async () => {
    if (count > MOST_CHECKED) return notify('quiet', t('find.tooMany', { most: number(MOST_CHECKED) }));
    try {
      checkHits(await getHits(question, MOST_CHECKED));
    } catch (thrown) {
      alertFailure(thrown);
    }
  };
  const open = (index: number) => {
    const hit = hits.get(index);
    if (hit === undefined) return;
    const here = findQuestionText({ ...question, at: index });
    amendQuestion(text, here, 'find');
    listBehind.set({ list: 'find', question: here });
    openHit(hit);
  };

  const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 400) - headHeight) / rowHeight) - 1);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || isComposing(event) || event.altKey) return;
    const step = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      Home: 0,
      End: count - 1,
      PageDown: cursor + page,
      PageUp: cursor - page,
    }[event.key];
    if (step !== undefined && event.shiftKey && event.key.startsWith('Arrow')) extendTo(step);
    else if (step !== undefined) moveTo(step);
    else if (withCommand(event)) {
      if (event.key !== 'a') return;
      void checkAll();
    } else if (event.key === ' ') toggle(cursor);
    else if (event.key === 'Enter') open(cursor);
    else if (event.key === 'Escape') uncheckHits();
    else return;
    event.preventDefault();
  };
  const onRowClick = (event: MouseEvent, index: number) => {
    const onBox = (event.target as HTMLElement).closest('[data-select]') !== null;
    moveTo(index);
    if (onBox || event.ctrlKey || event.metaKey) toggle(index);
  };

  return (
    <div
      ref={scroller}
      className="table-scroll find-scroll"
      role="grid"
      tabIndex={0}
      aria-label={t('find.hits')}
      aria-multiselectable="true"
      aria-rowcount={count + 1}
      aria-activedescendant={items.some(({ index }) => index === cursor) ? `hit-${cursor}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="table-head">
        <div role="row" className="find-row find-head" aria-rowindex={1}>
          <span role="columnheader">
            <span className="visually-hidden">{t('find.checked', { count: checked.size })}</span>
          </span>
          {(['article', 'about', 'before', 'hit'] as const).map((column) => (
            <span key={column} role="columnheader" className={`find-head-${column}`}>
              {t(`find.${column}`)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="find-body" style={{ height: virtualizer.getTotalSize() - headHeight }}>
        {items.map(({ index, start }) => {
          const hit = hits.get(index);
          const isChecked = hit !== undefined && canBeAnnotated(hit) && checked.has(placeOfHit(hit));
          return (
            // the grid has the keys
            <div
              key={index}
              id={`hit-${index}`}
              role="row"
              tabIndex={-1}
              className="table-row find-row"
              data-current={index === cursor || undefined}
              aria-rowindex={index + 2}
              aria-selected={isChecked}
              style={{ transform: `translateY(${start - headHeight}px)` }}
              onClick={(event) => onRowClick(event, index)}
              onDoubleClick={() => open(index)}
            >
              <HitRow hit={hit} article={byId.get(hit?.articleId ?? '')} checked={isChecked} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Goes to where a hit stands: the passage in the text, the annotation of a note, or what is known of the article. */
function openHit({ articleId, place, annotationId, field, start, end }: Hit): void {
  if (place === 'text') revealOnArrival(articleId, { start, end });
  if (place === 'metadata') openMetadata(articleId, field);
  else goToArticle(articleId, annotationId);
}
