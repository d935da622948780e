import { Segmented } from 'antd';
import { useState } from 'react';
import type { Provenance } from '#shared/contract/index.ts';
import type { RoiCampaign, RoiDefinition, RoiResult } from '#shared/roi/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { Chart } from '../../components/charts/Chart.tsx';
import { ChartWithTable } from '../../components/charts/ChartWithTable.tsx';
import { HowButton } from '../../components/HowButton.tsx';
import styles from './DecayChart.module.css';
import { PeriodTable } from './PeriodTable.tsx';
import { useDecayOption } from './useDecayOption.ts';
import { useMethod } from './useMethod.ts';
import { useRoiWords } from './useRoiWords.ts';
import { useTallWindow, useWideWindow } from './useRoom.ts';

/** What a laptop of 1280 by 660 has room for, and what a desktop has. */
const heights = { low: 190, tall: 300 };

interface Props {
  definition: RoiDefinition;
  result: RoiResult;
  provenance: Provenance;
  campaign: RoiCampaign;
}

/** One campaign by period: what it returned, the curve of its decay, and where that crosses break-even. */
export function DecayChart({ definition, result, provenance, campaign }: Props) {
  const { t } = useWords();
  const words = useRoiWords(definition);
  const method = useMethod(definition, result);
  const tall = useTallWindow();
  const wide = useWideWindow();
  const [cumulative, setCumulative] = useState(false);
  const option = useDecayOption(definition, result, campaign, cumulative);
  const name = words.nameOf(campaign);
  const title = t(cumulative ? 'roi.chart.titleCumulative' : 'roi.chart.titlePerPeriod', {
    name,
    measure: words.measure,
  });
  const extrapolated = campaign.fit.kind === 'decays' ? campaign.fit.extrapolated.at(-1)?.period : undefined;
  return (
    <ChartWithTable
      title={title}
      actions={
        <>
          <Segmented
            size="small"
            aria-label={t('roi.chart.view')}
            value={cumulative}
            options={[
              { value: false, label: t('roi.chart.perPeriod') },
              { value: true, label: t('roi.chart.cumulative') },
            ]}
            onChange={setCumulative}
          />
          <HowButton provenance={provenance} method={method} />
        </>
      }
      chart={
        <>
          <Chart
            height={tall ? heights.tall : heights.low}
            option={option}
            label={t('roi.chart.label', {
              title,
              first: String(campaign.periods[0]?.period ?? 0),
              last: String(campaign.periods.at(-1)?.period ?? 0),
            })}
          />
          <p className={styles['note']}>
            {!cumulative && extrapolated !== undefined
              ? t('roi.chart.extrapolatedNote', { one: words.one, limit: String(extrapolated) })
              : ' '}
          </p>
        </>
      }
      table={
        <PeriodTable
          definition={definition}
          campaign={campaign}
          shown={wide ? 'all' : cumulative ? 'cumulative' : 'own'}
        />
      }
    />
  );
}
