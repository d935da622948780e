import { useMemo, useState } from 'react';
import type { Dataset } from '#shared/intake/index.ts';
import { findingsOf } from '#shared/quality/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { PlainButton } from '../../components/PlainButton.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { BalanceLine } from './BalanceLine.tsx';
import { FieldScores } from './FieldScores.tsx';
import { FindingList } from './FindingList.tsx';
import styles from './Quality.module.css';
import { Reconciliation } from './Reconciliation.tsx';
import { ScoreCard } from './ScoreCard.tsx';
import { UtilisationLine } from './UtilisationLine.tsx';
import { useQuality } from './useQuality.ts';

/** How good a dataset is: its score and what that is made of, field by field, what was found and what to do. */
export function QualityTab({ dataset }: { dataset: Dataset }) {
  const { t } = useWords();
  const [asOf, setAsOf] = useState<string | null>(null);
  const [field, setField] = useState<string | null>(null);
  const { data, error, running, again, cancel } = useQuality(dataset, asOf);
  const findings = useMemo(() => (data ? findingsOf(data.result) : []), [data]);
  return (
    <div className={styles['tab']}>
      {running && <ProgressLine progress={running.progress} onCancel={cancel} />}
      {!running && error && <ErrorNotice error={error} onRetry={again} />}
      {!running && !error && !data && (
        <p className={styles['stopped']}>
          {t('quality.stopped')}
          <PlainButton small onClick={again}>
            {t('quality.assess')}
          </PlainButton>
        </p>
      )}
      {!running && data && (
        <>
          <ScoreCard result={data.result} provenance={data.provenance} onAsOf={setAsOf} />
          <div className={styles['columns']}>
            <FieldScores fields={data.result.fields} findings={findings} selected={field} onSelect={setField} />
            <FindingList
              dataset={dataset}
              assessment={data.result}
              findings={findings}
              field={field}
              onAll={() => setField(null)}
            />
          </div>
          <UtilisationLine dataset={dataset} />
          <BalanceLine />
          <Reconciliation dataset={dataset} />
        </>
      )}
    </div>
  );
}
