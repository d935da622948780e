import { type RefCallback, useCallback, useState } from 'react';

/** Rows that are drawn at once: a table of thousands takes many seconds to draw, and is searched rather than read. */
const atOnce = 200;

/** How far below what is seen the next rows are drawn. */
const ahead = '600px';

/**
 * How many of a long list to draw: more whenever what `end` is put on comes near to what is seen. It has to be put on another
 * element for each count (by a key), so that one that stays in view asks again.
 */
export function useMoreInView(total: number): { drawn: number; end: RefCallback<Element> | null } {
  const [drawn, setDrawn] = useState(atOnce);
  const end = useCallback((element: Element | null) => {
    if (!element) return;
    const watch = new IntersectionObserver(
      (seen) => {
        if (seen.some(({ isIntersecting }) => isIntersecting)) setDrawn((count) => count + atOnce);
      },
      { root: element.closest('section'), rootMargin: ahead },
    );
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return { drawn, end: drawn < total ? end : null };
}
