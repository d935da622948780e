import { type RefObject, startTransition, useLayoutEffect, useState } from 'react';

/** A row is drawn in full this many pixels before it comes into sight. */
const ahead = 400;

/** What to call when an element comes near what is on screen. One observer for all rows. */
const waiting = new Map<Element, () => void>();
const observer = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) if (isIntersecting) waiting.get(target)?.();
  },
  { rootMargin: `${ahead}px` },
);

/**
 * Whether an element is, or has been, on screen. Known before the first paint for what is there at once, so that nothing
 * is drawn twice. Controls are what a long rule takes its time to draw.
 */
export function useSeen(ref: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (seen || !element) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (bottom > -ahead && top < window.innerHeight + ahead) {
      setSeen(true);
      return;
    }
    // In pieces, between the frames of a scroll: a row that comes near is not in sight yet.
    waiting.set(element, () => startTransition(() => setSeen(true)));
    observer.observe(element);
    return () => {
      waiting.delete(element);
      observer.unobserve(element);
    };
  }, [ref, seen]);
  return seen;
}
