import { type KeyboardEvent, memo, type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { GroupedSpan } from '#domain/text/stripes.ts';
import { type Span, spansOverlap } from '#domain/text/span.ts';
import type { TextOffsets } from './offsets.ts';
import { ruleColour } from './reader-palette.ts';
import type { TextGeometry } from './text-geometry.ts';
import { findScroller, textBetween, visibleClip } from './visible-text.ts';

/** A link of an annotation to a category, drawn in the margin over the lines it runs along; its group is the category. */
export interface ReaderStripe extends GroupedSpan {
  annotationId: string;
  /** Counted from 0. */
  lane: number;
  /** Index in the palette. */
  colour: number;
  /** Shown beside it under the pointer or the keyboard. */
  number: string;
  /** For a screen reader. */
  label: string;
  dimmed: boolean;
}

export interface ShownStripes {
  /** In the order of the text. */
  stripes: readonly ReaderStripe[];
  lanes: number;
  /** Name of all of them for a screen reader. */
  label: string;
}

interface PlacedStripe {
  stripe: ReaderStripe;
  /** In CSS pixels from the top of the reader. */
  top: number;
  height: number;
}

interface Placed {
  stripes: readonly PlacedStripe[];
  /** In CSS pixels from the left edge of the reader; the room is what is free to the right of the text. */
  left: number;
  room: number;
}

interface ReaderStripesProps extends ShownStripes {
  frame: RefObject<HTMLElement | null>;
  page: RefObject<HTMLElement | null>;
  layout: { readonly current: { geometry: TextGeometry; offsets: TextOffsets } | null };
  activeId: string | null;
  hoveredId: string | null;
  onActivate: (ids: string[], at: DOMRect) => void;
  onHover: (ids: string[]) => void;
  /** Escape goes back to the text. */
  onLeave: () => void;
}

/** Heights above and below the visible part, in its own heights: placed anew when less is left, and then so far. */
const MARGIN = { least: 0.25, far: 0.75 };
/** In CSS pixels. */
const FROM_TEXT = 14;
const PITCH = { least: 4, most: 7 };
/** What a number takes to the right of its stripe; where there is less, it stands to the left. */
const NUMBER_ROOM = 48;

/** The coding stripes to the right of the text; only those near the visible part are in the page. */
export const ReaderStripes = memo(function ReaderStripes(props: ReaderStripesProps) {
  const { frame, page, layout, stripes, lanes, label, activeId, hoveredId, onActivate, onHover, onLeave } = props;
  const [placed, setPlaced] = useState<Placed | null>(null);
  const group = useRef<HTMLDivElement>(null);
  const known = useRef<Span | null>(null);

  const sight = (margin: number): Span | null => {
    const content = page.current?.querySelector(':scope > .ProseMirror');
    if (!content || layout.current === null) return null;
    const { top, bottom } = visibleClip(findScroller(content));
    const extra = (bottom - top) * margin;
    return textBetween(content, layout.current.offsets, { top: top - extra, bottom: bottom + extra });
  };
  const place = useEffectEvent((stripes: readonly ReaderStripe[]) => {
    const span = sight(MARGIN.far);
    known.current = span;
    if (span === null || layout.current === null || frame.current === null || page.current === null) return;
    const outer = frame.current.getBoundingClientRect();
    const column = page.current.getBoundingClientRect();
    const clip = findScroller(frame.current)?.clientWidth ?? window.innerWidth;
    const from = findScroller(frame.current)?.getBoundingClientRect().left ?? 0;
    const shown: PlacedStripe[] = [];
    for (const stripe of stripes) {
      if (!spansOverlap(stripe, span)) continue;
      const first = layout.current.geometry.boxAt(stripe.start, 1);
      const last = layout.current.geometry.boxAt(stripe.end, -1);
      shown.push({ stripe, top: first.top - outer.top, height: Math.max(4, last.bottom - first.top) });
    }
    const room = from + clip - column.right - FROM_TEXT;
    setPlaced({ stripes: shown, left: column.right - outer.left + FROM_TEXT, room });
  });
  const follow = useEffectEvent(() => {
    const span = sight(MARGIN.least);
    if (span === null) return;
    if (known.current === null || span.start < known.current.start || span.end > known.current.end) place(stripes);
  });

  useEffect(() => {
    const outer = frame.current;
    const content = page.current?.querySelector(':scope > .ProseMirror') ?? null;
    if (outer === null || content === null) return undefined;
    let asked: number | null = null;
    const onScroll = (event: Event) => {
      if (!(event.target instanceof Node) || !event.target.contains(content)) return;
      asked ??= requestAnimationFrame(() => {
        asked = null;
        follow();
      });
    };
    // The observer tells of the first size too, and so places what is new.
    const resize = new ResizeObserver(() => place(stripes));
    resize.observe(content);
    resize.observe(outer);
    const redrawn = new MutationObserver(() => place(stripes));
    redrawn.observe(content, { childList: true });
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      resize.disconnect();
      redrawn.disconnect();
      document.removeEventListener('scroll', onScroll, { capture: true });
      if (asked !== null) cancelAnimationFrame(asked);
    };
  }, [frame, page, stripes]);

  if (placed === null || placed.stripes.length === 0) return null;
  const pitch = Math.min(PITCH.most, Math.max(PITCH.least, Math.floor(placed.room / Math.max(1, lanes))));
  const last = Math.max(0, Math.floor(placed.room / pitch) - 1);
  const active = placed.stripes.find(({ stripe }) => stripe.annotationId === activeId);
  const tabStop = (active ?? placed.stripes[0])?.stripe.id;

  const onKeyDown = (event: KeyboardEvent) => {
    const all = [...(group.current?.querySelectorAll<HTMLElement>('.stripe') ?? [])];
    const at = all.indexOf(event.target as HTMLElement);
    if (event.ctrlKey || event.metaKey || event.altKey || at < 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight') all[at + 1]?.focus();
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') all[at - 1]?.focus();
    else if (event.key === 'Escape') onLeave();
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={group}
      className="reader-stripes"
      role="group"
      aria-label={label}
      style={{ left: placed.left }}
      onKeyDown={onKeyDown}
    >
      {placed.stripes.map(({ stripe, top, height }) => (
        <button
          key={stripe.id}
          type="button"
          className="stripe"
          data-annotation-id={stripe.annotationId}
          data-last={placed.room - Math.min(stripe.lane, last) * pitch < NUMBER_ROOM || undefined}
          data-dimmed={stripe.dimmed || undefined}
          data-lifted={stripe.annotationId === hoveredId || undefined}
          aria-label={stripe.label}
          aria-pressed={stripe.annotationId === activeId}
          tabIndex={stripe.id === tabStop ? 0 : -1}
          style={{ top, height, left: Math.min(stripe.lane, last) * pitch, width: pitch }}
          onMouseDown={(event) => event.preventDefault()}
          onMouseEnter={() => onHover([stripe.annotationId])}
          onMouseLeave={() => onHover([])}
          onFocus={() => onHover([stripe.annotationId])}
          onBlur={() => onHover([])}
          onClick={(event) => onActivate([stripe.annotationId], event.currentTarget.getBoundingClientRect())}
        >
          <span className="stripe-bar" style={{ backgroundColor: ruleColour(stripe.colour) }} />
          <span className="stripe-number">{stripe.number}</span>
        </button>
      ))}
    </div>
  );
});
