import { type CSSProperties, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { placeBeside } from './place-beside.ts';

/** px of height that the picker would like to have, and at most has. */
const wantedHeight = 460;
const greatestHeight = 640;

interface Placed {
  panel: RefObject<HTMLDivElement | null>;
  /** Where it stands at first, which needs no layout of the panel. */
  style: CSSProperties;
}

/** Keeps a floating panel, so many px wide, at its passage while the page is scrolled or the window resized. */
export function usePlacement(width: number, rectOf: () => DOMRect | null): Placed {
  const panel = useRef<HTMLDivElement>(null);
  const [style] = useState(() => ({ width, ...styleBeside(rectOf(), width) }));
  const latest = useRef(rectOf);
  useLayoutEffect(() => {
    latest.current = rectOf;
  });
  useLayoutEffect(() => {
    let frame = 0;
    const place = () => {
      frame = 0;
      if (panel.current !== null) Object.assign(panel.current.style, styleBeside(latest.current(), width));
    };
    const soon = (event?: Event) => {
      if (event?.target instanceof Node && panel.current?.contains(event.target)) return;
      if (frame === 0) frame = requestAnimationFrame(place);
    };
    window.addEventListener('scroll', soon, { capture: true, passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', soon, { capture: true });
      window.removeEventListener('resize', soon);
    };
  }, [width]);
  return { panel, style };
}

function styleBeside(passage: DOMRect | null, width: number) {
  if (passage === null) return {};
  const room = { width: window.innerWidth, height: window.innerHeight };
  const { left, top, bottom, maxHeight } = placeBeside(passage, width, wantedHeight, room);
  return {
    left: `${left}px`,
    top: top === null ? 'auto' : `${top}px`,
    bottom: bottom === null ? 'auto' : `${bottom}px`,
    maxHeight: `${Math.min(maxHeight, greatestHeight)}px`,
  };
}
