import { useLayoutEffect, useState } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { useDropArea } from './area.ts';
import styles from './DropMark.module.css';
import { useRuleDrag } from './drag.ts';
import type { Place } from './layout.ts';

/** Shows where what is dragged would land: the only one of its kind, wherever that is. Nothing where it would stay as it is. */
export function DropMark() {
  const { t } = useWords();
  const drag = useRuleDrag((state) => state.drag);
  const slot = useRuleDrag((state) => state.slot);
  const area = useDropArea();
  const [place, setPlace] = useState<Place | null>(null);
  const landing = drag !== null && slot !== null && !drag.stays(slot) ? slot : null;
  // The area may be drawn only now that something is dragged: before that there is nothing to be measured.
  useLayoutEffect(() => setPlace((landing && area?.placeOf(landing)) ?? null), [landing, area]);
  if (!landing || !place) return null;
  const { left, top, width, height } = place.box;
  return (
    <div className={styles[place.last ? 'box' : 'line']} style={{ left, top, width, height }} data-shown aria-hidden>
      {place.last && t('segments.drag.here', { name: drag?.name ?? '' })}
    </div>
  );
}
