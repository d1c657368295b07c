import { type RefObject, useLayoutEffect, useRef } from 'react';
import { placeBeside } from './place-beside.ts';

/** px of height that the picker would like to have. */
const wantedHeight = 460;

/** The ref of a floating panel, which is kept at its passage while the page is scrolled or the window resized. */
export function usePlacement(rectOf: () => DOMRect | null): RefObject<HTMLDivElement | null> {
  const panel = useRef<HTMLDivElement>(null);
  const latest = useRef(rectOf);
  useLayoutEffect(() => {
    latest.current = rectOf;
  });
  useLayoutEffect(() => {
    let frame = 0;
    const place = () => {
      frame = 0;
      const element = panel.current;
      const rect = latest.current();
      if (element === null || rect === null) return;
      const room = { width: window.innerWidth, height: window.innerHeight };
      const { left, top, bottom, maxHeight } = placeBeside(rect, element.offsetWidth, wantedHeight, room);
      element.style.left = `${left}px`;
      element.style.top = top === null ? 'auto' : `${top}px`;
      element.style.bottom = bottom === null ? 'auto' : `${bottom}px`;
      element.style.maxHeight = `${Math.min(maxHeight, 640)}px`;
    };
    const soon = (event?: Event) => {
      if (event?.target instanceof Node && panel.current?.contains(event.target)) return;
      if (frame === 0) frame = requestAnimationFrame(place);
    };
    place();
    window.addEventListener('scroll', soon, { capture: true, passive: true });
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', soon, { capture: true });
      window.removeEventListener('resize', soon);
    };
  }, []);
  return panel;
}
