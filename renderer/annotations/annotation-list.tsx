import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#domain/contract/annotation.ts';
import { usePlacePick } from '../app/place.ts';
import { useAfterPaint } from '../widgets/use-after-paint.ts';
import { AnnotationRow } from './annotation-row.tsx';
import { ConfirmHead } from './confirm-actions.tsx';
import { focusRow } from './detail-focus.ts';
import { goToAnnotation, isToConfirm } from './to-confirm.ts';

export interface NumberedAnnotation {
  annotation: Annotation;
  /** From 1, by position in the article. */
  number: number;
}

/** px of a closed row, until it has been measured. */
const estimatedHeight = 76;

/** Only the rows in sight are in the page. ↑ ↓ go through them, and the text follows. Those to confirm come first. */
export function AnnotationList({ shown }: { shown: readonly NumberedAnnotation[] }) {
  const annotationId = useAfterPaint(usePlacePick((place) => place.annotationId));
  return <Rows shown={shown} annotationId={annotationId} />;
}

interface RowsProps {
  shown: readonly NumberedAnnotation[];
  annotationId: string | null;
}

const Rows = memo(function Rows({ shown, annotationId }: RowsProps) {
  const { t } = useTranslation();
  const waiting = shown.filter(({ annotation }) => isToConfirm(annotation)).length;
  const scroller = useRef<HTMLDivElement>(null);
  const activeIndex = shown.findIndex(({ annotation }) => annotation.id === annotationId);
  // The same as long as the rows are: for another one the virtualizer lays out all of them anew.
  const getItemKey = useCallback((index: number) => shown[index]?.annotation.id ?? index, [shown]);
  // oxlint-disable-next-line react/incompatible-library -- its functions stay in this component, which is not compiled
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimatedHeight,
    getItemKey,
    overscan: 6,
  });

  useEffect(() => {
    if (activeIndex >= 0) virtualizer.scrollToIndex(activeIndex, { align: 'auto' });
  }, [activeIndex, virtualizer]);

  const goTo = (index: number) => {
    const target = shown[Math.max(0, Math.min(shown.length - 1, index))];
    if (target === undefined) return;
    goToAnnotation(target.annotation);
    virtualizer.scrollToIndex(shown.indexOf(target), { align: 'auto' });
    focusRow(target.annotation.id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('.annotation-main')) return;
    const index = Number(event.target.closest<HTMLElement>('[data-index]')?.dataset.index ?? -1);
    if (shown[index] === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') goTo(index + 1);
    else if (event.key === 'ArrowUp') goTo(index - 1);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(shown.length - 1);
    else return;
    event.preventDefault();
  };

  const tabStop = activeIndex >= 0 ? activeIndex : 0;
  return (
    <div className="annotation-list" ref={scroller}>
      <ol
        aria-label={t('annotations.list')}
        style={{ height: virtualizer.getTotalSize(), position: 'relative' }}
        onKeyDown={onKeyDown}
      >
        {virtualizer.getVirtualItems().map(({ index, start, key }) => {
          const item = shown[index];
          if (item === undefined) return null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              className="annotation"
              data-index={index}
              data-annotation-id={item.annotation.id}
              data-active={item.annotation.id === annotationId || undefined}
              aria-setsize={shown.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {waiting > 0 && index === 0 && <ConfirmHead annotations={shown.map(({ annotation }) => annotation)} />}
              {waiting > 0 && index === waiting && <p className="annotation-group">{t('confirm.others')}</p>}
              <AnnotationRow
                item={item}
                active={item.annotation.id === annotationId}
                tabStop={index === tabStop}
                onActivate={goToAnnotation}
              />
            </li>
          );
        })}
      </ol>
    </div>
  );
});
