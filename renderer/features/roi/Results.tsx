import { TrendingDown } from 'lucide-react';
import type { Provenance } from '#shared/contract/index.ts';
import type { RoiCampaign, RoiDefinition, RoiResult } from '#shared/roi/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { CampaignTable } from './CampaignTable.tsx';
import { DecayChart } from './DecayChart.tsx';
import { Notes } from './Notes.tsx';
import styles from './RoiArea.module.css';

interface Props {
  definition: RoiDefinition;
  result: RoiResult;
  provenance: Provenance;
  campaign: RoiCampaign | undefined;
  /** An older result, whose place is kept and which must not be read. */
  pending: boolean;
  onPick(name: string | null): void;
}

/** What a study came to: its campaigns side by side, and one of them period by period. */
export function Results({ definition, result, provenance, campaign, pending, onPick }: Props) {
  const { t } = useWords();
  return (
    <div className={styles['cards']} data-pending={pending || undefined}>
      <Notes definition={definition} result={result} />
      {campaign ? (
        <>
          <CampaignTable
            definition={definition}
            result={result}
            provenance={provenance}
            selected={campaign}
            onPick={onPick}
          />
          <DecayChart definition={definition} result={result} provenance={provenance} campaign={campaign} />
        </>
      ) : (
        <EmptyState icon={TrendingDown} title={t('roi.nothing.title')}>
          {t('roi.nothing.body')}
        </EmptyState>
      )}
    </div>
  );
}
