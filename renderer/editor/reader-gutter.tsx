import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { childrenBetween, findScroller, visibleClip } from './visible-text.ts';

/** A paragraph as it is set; in CSS pixels from the top of the reader. */
export interface ShownParagraph {
  index: number;
  top: number;
  /** Height of its first line. */
  line: number;
}

interface Measured {
  paragraphs: readonly ShownParagraph[];
  /** Indices that were measured: paragraphs without text are among them, and not in `paragraphs`. */
  first: number;
  after: number;
  /** From the reader's left edge to that of the text. */
  left: number;
}

/** Heights above and below the visible part, in its own heights: measured anew when less is left, and then so far. */
const MARGIN = { least: 0.25, far: 1 };

interface ReaderGutterProps {
  frame: RefObject<HTMLElement | null>;
  /** Has the paragraphs as children of its editor, in order. */
  page: RefObject<HTMLElement | null>;
  /** What is drawn beside the paragraphs in sight; each is to be placed by its `top`. */
  children: (paragraphs: readonly ShownParagraph[]) => ReactNode;
}

/** The room to the left of the text; it scrolls with it, and only what is near the visible part is in the page. */
export function ReaderGutter({ frame, page, children }: ReaderGutterProps) {
  const [measured, setMeasured] = useState<Measured | null>(null);

  useEffect(() => {
    const outer = frame.current;
    const column = page.current;
    const content = column?.querySelector(':scope > .ProseMirror') ?? null;
    if (outer === null || column === null || content === null) return undefined;
    const scroller = findScroller(outer);
    let known: Measured | null = null;
    let frameAsked: number | null = null;

    const between = (margin: number) => {
      const { top, bottom } = visibleClip(scroller);
      const extra = (bottom - top) * margin;
      return childrenBetween(content, { top: top - extra, bottom: bottom + extra });
    };
    const measure = () => {
      known = measureParagraphs(outer, column, content, between(MARGIN.far));
      setMeasured(known);
    };
    const follow = () => {
      frameAsked = null;
      const { first, after } = between(MARGIN.least);
      if (known === null || first < known.first || after > known.after) measure();
    };
    const onScroll = (event: Event) => {
      if (event.target instanceof Node && event.target.contains(content)) {
        frameAsked ??= requestAnimationFrame(follow);
      }
    };
    measure();
    const resize = new ResizeObserver(measure);
    resize.observe(content);
    resize.observe(outer);
    // A paragraph that is set otherwise, in the same height, stands elsewhere all the same.
    const redrawn = new MutationObserver(measure);
    redrawn.observe(content, { childList: true });
    document.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => {
      resize.disconnect();
      redrawn.disconnect();
      document.removeEventListener('scroll', onScroll, { capture: true });
      if (frameAsked !== null) cancelAnimationFrame(frameAsked);
    };
  }, [frame, page]);

  if (measured === null) return null;
  return (
    <div className="reader-gutter" style={{ width: measured.left }}>
      {children(measured.paragraphs)}
    </div>
  );
}

function measureParagraphs(
  outer: Element,
  column: Element,
  content: Element,
  { first, after }: { first: number; after: number },
): Measured {
  const from = outer.getBoundingClientRect();
  const paragraphs: ShownParagraph[] = [];
  for (let index = first; index < after; index++) {
    const element = content.children[index];
    if (element === undefined || element.classList.contains('is-empty')) continue;
    const line = Number.parseFloat(getComputedStyle(element).lineHeight);
    paragraphs.push({ index, top: element.getBoundingClientRect().top - from.top, line });
  }
  return { paragraphs, first, after, left: Math.max(0, column.getBoundingClientRect().left - from.left) };
}
