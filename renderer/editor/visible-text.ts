import type { Span } from '#domain/text/span.ts';
import type { TextOffsets } from './offsets.ts';

/** Vertical stretch of the window, in CSS pixels. */
export interface Clip {
  top: number;
  bottom: number;
}

/** The nearest ancestor that scrolls the element vertically; null when only the window does. */
export function findScroller(element: Element): Element | null {
  for (let parent = element.parentElement; parent !== null; parent = parent.parentElement) {
    const { overflowY } = getComputedStyle(parent);
    if (overflowY === 'auto' || overflowY === 'scroll') return parent === document.documentElement ? null : parent;
  }
  return null;
}

/** The part of the window in which the text can be seen. */
export function visibleClip(scroller: Element | null): Clip {
  if (scroller === null) return { top: 0, bottom: window.innerHeight };
  const { top, bottom } = scroller.getBoundingClientRect();
  return { top: Math.max(0, top), bottom: Math.min(window.innerHeight, bottom) };
}

/**
 * The text between two heights of the window, widened by about two lines; null when no paragraph is there. Inside a
 * paragraph the offset is estimated from the height, so that nothing but the paragraphs' boxes is asked of the layout.
 * `content` has one child a paragraph, in order.
 */
export function textBetween(content: Element, offsets: TextOffsets, clip: Clip): Span | null {
  const { children } = content;
  const { first, after } = childrenBetween(content, clip);
  if (first >= after) return null;
  return { start: offsetAtHeight(first, clip.top, -2), end: offsetAtHeight(after - 1, clip.bottom, 2) };

  function offsetAtHeight(index: number, y: number, lines: number): number {
    const paragraph = offsets.paragraphs[index];
    const element = children[index];
    if (paragraph === undefined || element === undefined) throw new RangeError(`no paragraph ${index}`);
    const { top, height } = element.getBoundingClientRect();
    if (height === 0) return paragraph.start;
    const perPixel = (paragraph.end - paragraph.start) / height;
    const offset = paragraph.start + Math.round((y - top + lines * LINE_HEIGHT) * perPixel);
    return Math.min(Math.max(offset, paragraph.start), paragraph.end);
  }
}

/** Indices of the paragraphs that reach into a stretch of the window, the last one excluded. */
export function childrenBetween({ children }: Element, clip: Clip): { first: number; after: number } {
  return {
    first: firstChild(children, (rect) => rect.bottom > clip.top),
    after: firstChild(children, (rect) => rect.top >= clip.bottom),
  };
}

/** In CSS pixels, generous: only a margin depends on it. */
const LINE_HEIGHT = 40;

function firstChild(children: HTMLCollection, test: (rect: DOMRect) => boolean): number {
  let low = 0;
  let high = children.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const child = children[middle];
    if (child !== undefined && test(child.getBoundingClientRect())) high = middle;
    else low = middle + 1;
  }
  return low;
}
