import {
  memo,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { PAGE_COLOURS, categoryColours } from '#domain/codebook/colours.ts';
import type { ParagraphBox, ReaderHandle, ShownStripes } from '../editor/article-reader.tsx';

interface ArticlePortraitProps {
  stripes: ShownStripes;
  reader: RefObject<ReaderHandle | null>;
  scroller: RefObject<HTMLElement | null>;
}

/** In CSS pixels: a lane, the least height of a mark, and of the window. */
const LANE = { least: 2, most: 5 };
const LEAST_MARK = 2;
const LEAST_WINDOW = 18;
/** Of the window's height. */
const STEP = { line: 0.1, page: 0.9 };

/** The whole article small beside its scroll bar: where it is coded with what, and the part that is in sight, to jump by. */
export const ArticlePortrait = memo(function ArticlePortrait({ stripes, reader, scroller }: ArticlePortraitProps) {
  const { t } = useTranslation();
  const canvas = useRef<HTMLCanvasElement>(null);
  const rail = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const [sight, setSight] = useState({ percent: 0, count: 0, scrolls: false });

  const follow = useEffectEvent(() => {
    const [on, scrolled, shown] = [rail.current, scroller.current, pane.current];
    if (on === null || scrolled === null || shown === null) return;
    const { scrollTop, scrollHeight, clientHeight } = scrolled;
    const height = Math.max(LEAST_WINDOW, (clientHeight / scrollHeight) * on.clientHeight);
    const room = Math.max(1, scrollHeight - clientHeight);
    shown.style.height = `${height}px`;
    shown.style.transform = `translateY(${(scrollTop / room) * (on.clientHeight - height)}px)`;
    const top = scrolled.getBoundingClientRect().top;
    const span = spanInSight(reader.current?.paragraphBoxes() ?? [], top, top + clientHeight);
    const ids = new Set(
      stripes.stripes.filter(({ start, end }) => start < span.end && end > span.start).map((each) => each.annotationId),
    );
    const next = {
      percent: Math.round((scrollTop / room) * 100),
      count: ids.size,
      scrolls: scrollHeight > clientHeight,
    };
    setSight((now) =>
      now.percent === next.percent && now.count === next.count && now.scrolls === next.scrolls ? now : next,
    );
  });
  const draw = useEffectEvent((shown: ShownStripes) => {
    const [at, on, scrolled] = [canvas.current, rail.current, scroller.current];
    if (at === null || on === null || scrolled === null) return;
    const boxes = reader.current?.paragraphBoxes() ?? [];
    paint(
      at,
      on,
      { boxes, from: scrolled.getBoundingClientRect().top - scrolled.scrollTop, of: scrolled.scrollHeight },
      shown,
    );
    follow();
  });

  useEffect(() => {
    const scrolled = scroller.current;
    if (scrolled === null) return undefined;
    let asked: number | null = null;
    const onScroll = () => {
      asked ??= requestAnimationFrame(() => {
        asked = null;
        follow();
      });
    };
    // The observer tells of the first size too, and so draws what is new.
    const resize = new ResizeObserver(() => draw(stripes));
    resize.observe(scrolled);
    if (scrolled.firstElementChild !== null) resize.observe(scrolled.firstElementChild);
    const themed = new MutationObserver(() => draw(stripes));
    themed.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    scrolled.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      resize.disconnect();
      themed.disconnect();
      scrolled.removeEventListener('scroll', onScroll);
      if (asked !== null) cancelAnimationFrame(asked);
    };
  }, [scroller, stripes]);

  const scrollBy = (heights: number) =>
    scroller.current?.scrollBy({ top: heights * scroller.current.clientHeight, behavior: 'instant' });
  const scrollTo = (share: number) => {
    const scrolled = scroller.current;
    if (scrolled === null) return;
    scrolled.scrollTo({ top: share * scrolled.scrollHeight - scrolled.clientHeight / 2, behavior: 'instant' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight') scrollBy(STEP.line);
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') scrollBy(-STEP.line);
    else if (event.key === 'PageDown') scrollBy(STEP.page);
    else if (event.key === 'PageUp') scrollBy(-STEP.page);
    else if (event.key === 'Home') scrollTo(0);
    else if (event.key === 'End') scrollTo(1);
    else if (event.key === 'Escape') reader.current?.focus();
    else return;
    event.preventDefault();
  };
  const jump = (event: PointerEvent<HTMLElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    scrollTo((event.clientY - top) / height);
  };

  return (
    <div
      ref={rail}
      className="portrait"
      role="slider"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('portrait.label')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={sight.percent}
      aria-valuetext={t('portrait.sight', { percent: sight.percent, count: sight.count })}
      data-still={!sight.scrolls || undefined}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        jump(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) jump(event);
      }}
    >
      <canvas ref={canvas} className="portrait-canvas" aria-hidden />
      <div ref={pane} className="portrait-window" />
    </div>
  );
});

interface Layout {
  boxes: readonly ParagraphBox[];
  /** Where all that scrolls begins, and how high it is; in the pixels of the boxes. */
  from: number;
  of: number;
}

function paint(canvas: HTMLCanvasElement, rail: HTMLElement, { boxes, from, of }: Layout, shown: ShownStripes): void {
  const { clientWidth: width, clientHeight: height } = rail;
  const density = window.devicePixelRatio;
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  const context = canvas.getContext('2d');
  if (context === null || of === 0) return;
  context.scale(density, density);
  const theme = document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
  const scale = height / of;

  // The text itself, as the ground of the marks.
  context.globalAlpha = 0.1;
  context.fillStyle = PAGE_COLOURS[theme].ink;
  for (const { start, end, top, bottom } of boxes) {
    if (start < end) context.fillRect(3, (top - from) * scale, width - 6, Math.max(1, (bottom - top) * scale - 1));
  }

  const lane = Math.min(LANE.most, Math.max(LANE.least, (width - 4) / Math.max(1, shown.lanes)));
  const lanes = Math.max(1, Math.floor((width - 4) / lane));
  const heightOf = heights(boxes, from, scale);
  for (const stripe of [
    ...shown.stripes.filter(({ dimmed }) => dimmed),
    ...shown.stripes.filter(({ dimmed }) => !dimmed),
  ]) {
    const top = heightOf(stripe.start);
    const bottom = heightOf(stripe.end);
    context.globalAlpha = stripe.dimmed ? 0.16 : 1;
    context.fillStyle = categoryColours[stripe.colour - 1]?.[theme].rule ?? (theme === 'dark' ? '#8f877a' : '#8c857a');
    context.fillRect(2 + Math.min(stripe.lane, lanes - 1) * lane, top, lane - 0.5, Math.max(LEAST_MARK, bottom - top));
  }
}

/** The height of a text offset in the portrait; inside a paragraph by its share of it. */
function heights(boxes: readonly ParagraphBox[], from: number, scale: number): (offset: number) => number {
  return (offset) => {
    const box = paragraphAt(boxes, offset);
    if (box === undefined) return 0;
    const share = (offset - box.start) / Math.max(1, box.end - box.start);
    return (box.top - from + Math.min(1, share) * (box.bottom - box.top)) * scale;
  };
}

function paragraphAt(boxes: readonly ParagraphBox[], offset: number): ParagraphBox | undefined {
  let low = 0;
  let high = boxes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((boxes[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return boxes[low];
}

function spanInSight(boxes: readonly ParagraphBox[], top: number, bottom: number): { start: number; end: number } {
  const shown = boxes.filter((box) => box.bottom > top && box.top < bottom);
  const [first] = shown;
  const last = shown.at(-1);
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  const offsetAt = (box: ParagraphBox, y: number) => {
    const share = Math.min(1, Math.max(0, (y - box.top) / Math.max(1, box.bottom - box.top)));
    return box.start + Math.round(share * (box.end - box.start));
  };
  return { start: offsetAt(first, top), end: offsetAt(last, bottom) };
}
