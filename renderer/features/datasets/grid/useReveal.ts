import { useCallback, useEffect, useState } from 'react';

/** A cell of the grid: the row's place in the view and the field's place in the dataset, both from 0. */
export interface CellPlace {
  readonly row: number;
  readonly place: number;
}

export interface Revealed extends CellPlace {
  readonly value: string;
}

interface Showing extends Revealed {
  /** When it is masked again, by the clock of the window. */
  readonly until: number;
}

/** One revealed cell at a time, forgotten when its time is over, and with the grid. */
export function useReveal() {
  const [showing, setShowing] = useState<Showing | null>(null);
  const [now, setNow] = useState(0);
  const hide = useCallback(() => setShowing(null), []);
  const show = useCallback((revealed: Revealed, seconds: number) => {
    const at = Date.now();
    setNow(at);
    setShowing({ ...revealed, until: at + seconds * 1000 });
  }, []);
  useEffect(() => {
    if (!showing) return;
    const ticking = setInterval(() => {
      setNow(Date.now());
      if (Date.now() >= showing.until) setShowing(null);
    }, 250);
    return () => clearInterval(ticking);
  }, [showing]);
  const left = showing === null ? 0 : Math.max(0, Math.ceil((showing.until - now) / 1000));
  return { showing, left, show, hide };
}
