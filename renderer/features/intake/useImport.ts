import { useEffect } from 'react';
import { takeFiles } from '../../app/files/offers.ts';
import { useQueue } from './queue.ts';

/** Takes files that are offered while the data area is on screen. */
export function useImport() {
  const current = useQueue((state) => state.current);
  const add = useQueue((state) => state.add);
  const show = useQueue((state) => state.show);
  useEffect(() => takeFiles(add), [add]);
  return { importing: current !== null, leave: () => show(null) };
}
