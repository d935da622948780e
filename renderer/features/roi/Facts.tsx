import { moneyOf } from '#shared/format/index.ts';
import { formatMeasure, formatParameter, formatR2, type RoiCampaign, type RoiDefinition } from '#shared/roi/index.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import styles from './Inspector.module.css';
import { useRoiWords } from './useRoiWords.ts';

/** What a campaign cost and brought, in all. */
export function CampaignFigures({ definition, campaign }: { definition: RoiDefinition; campaign: RoiCampaign }) {
  const { t, locale } = useWords();
  const words = useRoiWords(definition);
  const money = moneyOf(definition, [campaign], locale);
  const at = (period: string) => (/^\d+$/.test(period) ? t('roi.inspector.at', { one: words.one, period }) : period);
  const facts: Fact[] = [
    [t('roi.table.cost'), `${money.cost(campaign.cost)} ${money.unit}`.trim()],
    [t('roi.table.return'), `${money.back(campaign.return)} ${money.unit}`.trim()],
    ['ROAS', formatMeasure(campaign.roas, 'roas')],
    ['ROI', formatMeasure(campaign.roi, 'roi')],
    [t('roi.table.payback'), at(words.payback(campaign))],
    [t('roi.inspector.refresh'), at(words.refresh(campaign.fit))],
  ];
  if (campaign.launch !== null) facts.unshift([t('roi.inspector.launch'), campaign.launch]);
  return <Facts title={t('roi.inspector.figures')} facts={facts} />;
}

/** The curve of a campaign, where there is one. */
export function FitParameters({ campaign: { fit } }: { campaign: RoiCampaign }) {
  const { t } = useWords();
  if (fit.kind === 'tooFewPoints' || fit.kind === 'cannotBeFitted') return null;
  const { low, high } = fit.lambdaInterval;
  return (
    <Facts
      title={t('roi.inspector.parameters')}
      facts={[
        [t('roi.inspector.start'), formatParameter(fit.a)],
        [t('roi.inspector.lambda'), formatParameter(fit.lambda)],
        [
          t('roi.inspector.lambdaInterval'),
          t('roi.inspector.range', { low: formatParameter(low), high: formatParameter(high) }),
        ],
        ['R²', formatR2(fit.rSquared)],
        [t('roi.inspector.points'), `${fit.points} (${fit.from}–${fit.to})`],
        [t('roi.inspector.weights'), t('roi.inspector.byCost')],
        [
          t('roi.inspector.bootstrap'),
          t('roi.inspector.resamples', {
            resamples: formatCount(fit.bootstrap.resamples),
            seed: String(fit.bootstrap.seed),
          }),
        ],
      ]}
    />
  );
}

type Fact = readonly [name: string, value: string];

function Facts({ title, facts }: { title: string; facts: readonly Fact[] }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
