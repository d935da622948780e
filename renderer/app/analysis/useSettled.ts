import { useEffect, useState } from 'react';

const pause = 250;

/** A value once it has not changed for a moment: what is typed or dragged should not start a query with each step. */
export function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
