import { type RefObject, useEffect, useRef } from 'react';
import type { WordingInCommon } from '#domain/contract/comparison.ts';
import type { Span } from '#domain/text/span.ts';
import type { TextOnScreen } from '../reading/article-text.tsx';
import { READING_LINE } from './line-up.ts';

interface RibbonsProps {
  wording: WordingInCommon;
  screens: RefObject<(TextOnScreen | null)[]>;
  /** Whether all of them have come. */
  ready: boolean;
  /** What the texts stand in. */
  frame: RefObject<HTMLElement | null>;
}

const SVG = 'http://www.w3.org/2000/svg';
/** px that a ribbon reaches into the margin of a text. */
const INTO = 12;

/** Joins what neighbouring texts say in the same words, and follows the scrolling. */
export function Ribbons({ wording, screens, ready, frame }: RibbonsProps) {
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => {
    const [on, around] = [svg.current, frame.current];
    if (!ready || on === null || around === null) return undefined;
    let next = 0;
    const draw = () => {
      cancelAnimationFrame(next);
      next = requestAnimationFrame(() => on.replaceChildren(...pathsOf(wording, screens.current, around)));
    };
    draw();
    const sizes = new ResizeObserver(draw);
    sizes.observe(around);
    for (const screen of screens.current) if (screen?.scroller) sizes.observe(screen.scroller);
    around.addEventListener('scroll', draw, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(next);
      sizes.disconnect();
      around.removeEventListener('scroll', draw, { capture: true });
    };
  }, [wording, screens, ready, frame]);
  return <svg ref={svg} className="compare-ribbons" aria-hidden />;
}

function pathsOf(
  { pairs }: WordingInCommon,
  screens: readonly (TextOnScreen | null)[],
  around: HTMLElement,
): Element[] {
  const box = around.getBoundingClientRect();
  return pairs.flatMap(({ a, b, runs }) => {
    const [left, right] = [screens[a], screens[b]];
    if (b !== a + 1 || !left?.scroller || !right?.scroller || !left.reader || !right.reader) return [];
    const [from, to] = [left.scroller.getBoundingClientRect(), right.scroller.getBoundingClientRect()];
    const [x1, x2] = [from.right - box.left - INTO, to.left - box.left + INTO];
    const line = from.top + from.height * READING_LINE;
    return runs.flatMap((run) => {
      const [one, other] = [heights(left, run.a, from), heights(right, run.b, to)];
      if (one === null || other === null || (one.out && other.out)) return [];
      const path = document.createElementNS(SVG, 'path');
      const [y1, y2, y3, y4] = [one.top, other.top, other.bottom, one.bottom].map((y) => y - box.top);
      const middle = (x1 + x2) / 2;
      path.setAttribute(
        'd',
        `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}V${y3}C${middle} ${y3} ${middle} ${y4} ${x1} ${y4}Z`,
      );
      path.setAttribute('class', 'compare-ribbon');
      if (one.out || other.out) path.dataset.leads = 'away';
      if (!one.out && one.top <= line && line <= one.bottom) path.dataset.read = 'true';
      return [path];
    });
  });
}

/** Between which heights of the window a passage stands, kept within its pane. */
function heights({ reader }: TextOnScreen, span: Span, pane: DOMRect) {
  const rect = reader?.rectOf(span) ?? null;
  if (rect === null) return null;
  const within = (y: number) => Math.min(Math.max(y, pane.top), pane.bottom);
  return { top: within(rect.top), bottom: within(rect.bottom), out: rect.bottom < pane.top || rect.top > pane.bottom };
}
