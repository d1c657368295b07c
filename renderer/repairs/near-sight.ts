import { useEffect, useState } from 'react';

const hearers = new WeakMap<Element, () => void>();
const observers = new WeakMap<Element, IntersectionObserver>();

/** One observer for all that scrolls in the same element; its margin is that element's height above and below. */
function observerIn(scroller: Element): IntersectionObserver {
  const known = observers.get(scroller);
  if (known !== undefined) return known;
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) if (isIntersecting) hearers.get(target)?.();
    },
    { root: scroller, rootMargin: '100% 0px' },
  );
  observers.set(scroller, observer);
  return observer;
}

/** Whether an element is, or has once been, in sight in its scroller, or within the scroller's height of it. */
export function useNearSight(element: Element | null, scroller: string): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const root = element?.closest(scroller);
    if (element === null || !root || isNear) return undefined;
    const observer = observerIn(root);
    hearers.set(element, () => setNear(true));
    observer.observe(element);
    return () => observer.unobserve(element);
  }, [element, scroller, isNear]);
  return isNear;
}
