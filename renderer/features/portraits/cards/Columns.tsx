import { type Dimension, tickLabel } from '#shared/portraits/index.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { useArrowKeys } from '../useArrowKeys.ts';
import styles from './DimensionCard.module.css';
import { useBars } from './useBar.ts';

/** Ticks as long as this are written under every other column. */
const longTick = 4;

/** Ranges side by side: the share of the group in front of that of the baseline. */
export function Columns({ dimension }: { dimension: Dimension }) {
  const { t } = useWords();
  const { bar, length } = useBars(dimension);
  const onKeyDown = useArrowKeys();
  const ticks = dimension.traits.map(({ trait }) => tickLabel(trait, dimension));
  const sparse = ticks.some((tick) => tick.length >= longTick);
  return (
    <ul
      className={styles['columns']}
      onKeyDown={onKeyDown}
      aria-label={t('portraits.card.bars', { field: dimension.field.field })}
    >
      {dimension.traits.map((trait, at) => {
        const { label, button } = bar(trait, at);
        const empty = trait.trait.kind === 'empty';
        return (
          <li key={label} className={`${styles['slot']} ${empty ? styles['apart'] : ''}`}>
            <button {...button} className={styles['column']}>
              <i className={styles['base']} style={{ height: length(trait.shares.baseline) }} />
              <i className={styles['group']} style={{ height: length(trait.shares.group) }} />
            </button>
            <span className={`${styles['tick']} ${empty ? styles['whole'] : ''}`} aria-hidden>
              <span>{empty ? label : sparse && at % 2 === 0 ? '' : ticks[at]}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
