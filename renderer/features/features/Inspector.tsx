import type { Feature, FeatureFigure, FeaturesResult } from '#shared/features/index.ts';
import { traitLabel } from '#shared/portraits/index.ts';
import { isMasked } from '#shared/privacy/sensitivity.ts';
import { formatCount, formatShare } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { BigFigure } from '../../components/BigFigure.tsx';
import styles from './Features.module.css';

interface Props {
  feature: Feature | undefined;
  figure: FeatureFigure | undefined;
  result: FeaturesResult | undefined;
  /** Whether there is an error in place of a result. */
  failed: boolean;
}

/** One feature over all clients: how many have a value, where its values lie, as of when. */
export function Inspector({ feature, figure, result, failed }: Props) {
  const { t } = useWords();
  if (result && !figure) return <p className={styles['hint']}>{t('features.inspector.pick')}</p>;
  const clients = result?.clients ?? 0;
  const tagged = figure && !feature ? taggedOf(figure) : null;
  const shown = tagged ?? figure?.known;
  const day = result?.asOf.find((each) => each.table === feature?.table && each.time === feature.time);
  return (
    <div className={styles['inspector']}>
      <p className={styles['subject']} title={figure?.name}>
        {figure?.name}
      </p>
      <BigFigure
        label={t(tagged === null ? 'features.inspector.known' : 'features.inspector.tagged')}
        value={shown !== undefined ? formatCount(shown) : failed ? '—' : null}
        unit={t('features.inspector.unit')}
        note={
          shown === undefined
            ? undefined
            : t('features.inspector.of', {
                clients: formatCount(clients),
                share: formatShare(clients === 0 ? null : shown / clients),
              })
        }
        updating={t('common.states.updating')}
      />
      {figure?.summary && <Summary summary={figure.summary} />}
      {figure && figure.bars.length > 0 && <Distribution figure={figure} />}
      {figure && isMasked(figure.sensitivity) && <p className={styles['hint']}>{t('features.inspector.withheld')}</p>}
      {day && (
        <p className={styles['hint']}>
          {day.date === null
            ? t('features.inspector.noDay', { table: day.table, time: day.time })
            : t('features.inspector.asOf', { table: day.table, time: day.time, date: day.date })}
        </p>
      )}
    </div>
  );
}

/** How many clients have a tag that is a column of yes and no; null where it is none. */
function taggedOf({ type, bars }: FeatureFigure): number | null {
  if (type !== 'boolean') return null;
  return bars.find(({ trait }) => trait.kind === 'value' && trait.value === true)?.clients ?? 0;
}

function Summary({ summary }: { summary: NonNullable<FeatureFigure['summary']> }) {
  const { t } = useWords();
  const shown = (value: string | number | boolean) =>
    typeof value === 'number' ? value.toLocaleString('en-GB', { maximumFractionDigits: 4 }) : String(value);
  return (
    <dl className={styles['facts']}>
      {(['minimum', 'median', 'maximum'] as const).map((each) => (
        <div key={each}>
          <dt>{t(`features.inspector.${each}`)}</dt>
          <dd>{shown(summary[each])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Distribution({ figure }: { figure: FeatureFigure }) {
  const { t, locale } = useWords();
  const labelled = { type: figure.type, traits: figure.bars.map(({ trait }) => ({ trait })) };
  const most = Math.max(1, ...figure.bars.map(({ clients }) => clients));
  return (
    <section aria-label={t('features.inspector.distribution')}>
      <h3>{t('features.inspector.distribution')}</h3>
      <ul className={styles['bars']}>
        {figure.bars.map(({ trait, clients }) => {
          const label = traitLabel(trait, labelled, locale);
          return (
            <li key={label} title={t('features.inspector.bar', { label, clients: formatCount(clients) })}>
              <span>{label}</span>
              <i style={{ width: `${(clients / most) * 100}%` }} aria-hidden />
              <span>{formatCount(clients)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
