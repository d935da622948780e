import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { announce } from '../../../app/announce.ts';
import { selectAllEvent } from '../../../app/commands/selectAll.ts';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';

/** Whether every row is selected, also those that the grid has not asked for: it can select only rows that it holds. */
export function useWhole(frame: RefObject<HTMLElement | null>, rows: number | null) {
  const { t } = useWords();
  const [whole, setWhole] = useState(false);
  const now = useRef(whole);
  now.current = whole;
  const letGo = useCallback(() => setWhole(false), []);
  useEffect(() => {
    const element = frame.current;
    const onSelectAll = (event: Event) => {
      event.preventDefault();
      if (rows === null || rows === 0) return;
      setWhole(true);
      announce({ text: t('privacy.copy.all', { rows: formatCount(rows) }), about: 'selection' });
    };
    element?.addEventListener(selectAllEvent, onSelectAll);
    return () => element?.removeEventListener(selectAllEvent, onSelectAll);
  }, [frame, rows, t]);
  return { whole, isWhole: () => now.current, letGo };
}
