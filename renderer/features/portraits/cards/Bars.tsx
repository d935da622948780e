import type { Dimension } from '#shared/portraits/index.ts';
import { formatShare } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { useArrowKeys } from '../useArrowKeys.ts';
import styles from './DimensionCard.module.css';
import { useBars } from './useBar.ts';

/** A value a line: its share in the group, over that in the baseline. */
export function Bars({ dimension }: { dimension: Dimension }) {
  const { t } = useWords();
  const { bar, length } = useBars(dimension);
  const onKeyDown = useArrowKeys();
  return (
    <ul onKeyDown={onKeyDown} aria-label={t('portraits.card.bars', { field: dimension.field.field })}>
      {dimension.traits.map((trait, at) => {
        const { label, button } = bar(trait, at);
        return (
          <li key={label}>
            <button {...button} className={styles['bar']}>
              <span className={styles['name']}>{label}</span>{' '}
              <span className={styles['marks']}>
                <i className={styles['group']} style={{ width: length(trait.shares.group) }} />
                <i className={styles['base']} style={{ width: length(trait.shares.baseline) }} />
              </span>
              <span className={styles['share']}>{formatShare(trait.shares.group)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
