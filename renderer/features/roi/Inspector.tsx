import type { Provenance } from '#shared/contract/index.ts';
import { formatLength, formatR2, type RoiCampaign, type RoiDefinition, type RoiResult } from '#shared/roi/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { BigFigure } from '../../components/BigFigure.tsx';
import { HowButton } from '../../components/HowButton.tsx';
import { Unbroken } from '../../components/Unbroken.tsx';
import { CampaignFigures, FitParameters } from './Facts.tsx';
import styles from './Inspector.module.css';
import { useMethod } from './useMethod.ts';
import { useRoiWords } from './useRoiWords.ts';

interface Props {
  definition: RoiDefinition;
  campaign: RoiCampaign | undefined;
  result: RoiResult | undefined;
  provenance: Provenance | undefined;
  /** Whether there is an error in place of a result. */
  failed: boolean;
}

/** The answer about one campaign: its half-life, what that means, and what it was worked out from. */
export function Inspector({ definition, campaign, result, provenance, failed }: Props) {
  const { t } = useWords();
  const words = useRoiWords(definition);
  const fit = campaign?.fit;
  const half = fit?.kind === 'decays' ? fit : null;
  const note =
    half &&
    t('roi.inspector.interval', {
      low: formatLength(half.halfLifeInterval.low),
      high: formatLength(half.halfLifeInterval.high),
      r2: formatR2(half.rSquared),
    });
  return (
    <div className={styles['inspector']}>
      <div className={styles['head']}>
        <p className={styles['name']} title={campaign && words.nameOf(campaign)}>
          {campaign && words.nameOf(campaign)}
        </p>
        {result && provenance && <How definition={definition} result={result} provenance={provenance} />}
      </div>
      <BigFigure
        label={t('roi.inspector.halfLife', { measure: words.measure })}
        value={half ? formatLength(half.halfLife) : fit ? words.missing(fit) : result || failed ? '—' : null}
        unit={half ? words.unit : ''}
        note={note ?? undefined}
        updating={t('common.states.updating')}
      />
      {campaign && (
        <>
          <section className={styles['finding']} aria-label={t('roi.inspector.finding')}>
            <Unbroken>{words.finding(campaign)}</Unbroken>
          </section>
          <AmberBadge title={t('roi.notIncrementalWhy')}>{t('roi.notIncremental')}</AmberBadge>
          <CampaignFigures definition={definition} campaign={campaign} />
          <FitParameters campaign={campaign} />
        </>
      )}
    </div>
  );
}

function How({
  definition,
  result,
  provenance,
}: Pick<Props, 'definition'> & { result: RoiResult; provenance: Provenance }) {
  return <HowButton provenance={provenance} method={useMethod(definition, result)} />;
}
