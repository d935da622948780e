import { moneyUnits, yuanName } from '#shared/format/index.ts';
import { leftOutReasons, type RoiDefinition, type RoiResult } from '#shared/roi/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import styles from './Notes.module.css';

/** What must be known beside the figures: rows used and left out, amounts below zero, units that differ. */
export function Notes({ definition, result }: { definition: RoiDefinition; result: RoiResult }) {
  const { t, locale } = useWords();
  const { rows, used, leftOut, negative } = result;
  const reasons = leftOutReasons
    .filter((reason) => leftOut[reason] > 0)
    .map((reason) => t('roi.rows.each', { reason: t(`roi.leftOut.${reason}`), rows: formatCount(leftOut[reason]) }));
  const units = moneyUnits(definition);
  return (
    <p className={styles['notes']}>
      <span>{t('roi.rows.used', { used: formatCount(used), rows: formatCount(rows) })}</span>
      {reasons.length > 0 && (
        <AmberBadge>{t('roi.rows.leftOut', { reasons: reasons.join(t('roi.rows.and')) })}</AmberBadge>
      )}
      {(['cost', 'return'] as const)
        .filter((side) => negative[side] > 0)
        .map((side) => (
          <AmberBadge key={side}>{t(`roi.negative.${side}`, { rows: formatCount(negative[side]) })}</AmberBadge>
        ))}
      {units.kind === 'differ' && (
        <AmberBadge>
          {t('roi.money.mixed', { cost: yuanName(units.cost, locale), return: yuanName(units.return, locale) })}
        </AmberBadge>
      )}
      {units.kind === 'one' && (
        <AmberBadge title={t('roi.money.oneWhy')}>
          {t('roi.money.one', { field: units.field, unit: yuanName(units.unit, locale) })}
        </AmberBadge>
      )}
      {definition.returnKind === 'revenue' && <span>{t('roi.revenueAsMargin')}</span>}
    </p>
  );
}
