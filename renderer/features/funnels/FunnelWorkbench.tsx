import { useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { useAnalysis } from '../../app/analysis/useAnalysis.ts';
import { useBasis } from '../../app/analysis/useBasis.ts';
import { DefinitionFrame } from '../../app/definitions/DefinitionFrame.tsx';
import { edit } from '../../app/definitions/drafts.ts';
import { StaleSources } from '../../app/derived/StaleSources.tsx';
import { useWords } from '../../app/i18n/useWords.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { HowButton } from '../../components/HowButton.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { FieldsContext, useFieldTables } from '../segments/index.ts';
import { Breakdown } from './Breakdown.tsx';
import { Finding } from './Finding.tsx';
import styles from './FunnelWorkbench.module.css';
import { Inspector } from './Inspector.tsx';
import { Settings } from './Settings.tsx';
import { StepsChart } from './StepsChart.tsx';
import { StepsEditor } from './steps/StepsEditor.tsx';
import { useSteps } from './steps/store.ts';
import { useMethod } from './useMethod.ts';

interface Props {
  funnel: DefinitionOf<'funnel'>;
  funnels: readonly DefinitionOf<'funnel'>[];
  datasets: readonly Dataset[];
  clients: DefinitionOf<'clients'>;
  onCreate(): void;
}

/** One funnel being made: its settings, its steps, where entries drop out, and what can be done with them. */
export function FunnelWorkbench({ funnel, funnels, datasets, clients, onCreate }: Props) {
  const { t } = useWords();
  const fields = useFieldTables(datasets, clients.body);
  const { body } = funnel;
  const steps = useSteps(funnel);
  const [chosen, setChosen] = useState<number | null>(null);
  const basis = useBasis(funnel.id);
  const analysis = useAnalysis('funnels.compute', body.steps.length === 0 ? null : body, basis);
  const { data, error, retry, progress } = analysis;
  const result = data?.result;
  // The step that most drop out after is what one looks at first.
  const worst = result
    ? result.steps.reduce((at, { dropped }, i) => (dropped > (result.steps[at]?.dropped ?? 0) ? i : at), 0)
    : 0;
  const selected = Math.min(chosen ?? worst, Math.max(0, body.steps.length - 1));
  const method = useMethod(body, result);
  const dataset = datasets.find(({ name }) => name === body.table);
  return (
    <FieldsContext value={fields}>
      <DefinitionFrame
        definition={funnel}
        all={funnels}
        onCreate={onCreate}
        words={{
          list: t('funnels.list'),
          create: t('funnels.create'),
          name: t('funnels.name'),
          nameMissing: t('funnels.nameMissing'),
          remove: t('funnels.remove'),
          removeTitle: t('funnels.removeTitle', { name: funnel.name }),
          removeBody: t('funnels.removeBody'),
        }}
        left={
          <Settings
            body={body}
            datasets={datasets}
            clients={clients.body}
            onChange={(part) => edit({ ...funnel, body: { ...body, ...part } })}
          />
        }
        actions={data && <HowButton provenance={data.provenance} method={method} />}
        notice={<StaleSources tables={data?.provenance.tables} />}
        inspectorLabel={t('funnels.inspector.label')}
        inspector={<Inspector funnel={funnel} result={result} selected={selected} />}
      >
        <div className={styles['cards']}>
          <Finding funnel={funnel} result={result} />
          <StepsEditor funnel={funnel} steps={steps} dataset={dataset} result={result} />
          {error ? <ErrorNotice error={error} onRetry={retry} /> : null}
          {progress && <ProgressLine progress={progress} />}
          {body.steps.length > 0 && !error && (
            <StepsChart body={body} result={result} selected={selected} onSelect={setChosen} />
          )}
          {result?.groups && <Breakdown funnel={funnel} result={result} groups={result.groups} />}
        </div>
      </DefinitionFrame>
    </FieldsContext>
  );
}
