import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { type Order, orders, type PortraitDefinition, rankedTraits } from '#shared/portraits/index.ts';
import { useAnalysis } from '../../app/analysis/useAnalysis.ts';
import { useBasis } from '../../app/analysis/useBasis.ts';
import { DefinitionFrame } from '../../app/definitions/DefinitionFrame.tsx';
import { edit } from '../../app/definitions/drafts.ts';
import { StaleSources } from '../../app/derived/StaleSources.tsx';
import { useWords } from '../../app/i18n/useWords.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { HowButton } from '../../components/HowButton.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { useFieldTables } from '../segments/index.ts';
import { TraitInspector } from './inspector/TraitInspector.tsx';
import { PortraitView } from './PortraitView.tsx';
import styles from './PortraitWorkbench.module.css';
import { type Picked, PortraitContext, sameTrait } from './portraitContext.ts';
import { Settings } from './settings/Settings.tsx';
import { SkippedFields } from './settings/SkippedFields.tsx';
import { useMethod } from './useMethod.ts';

interface Props {
  portrait: DefinitionOf<'portrait'>;
  portraits: readonly DefinitionOf<'portrait'>[];
  datasets: readonly Dataset[];
  clients: DefinitionOf<'clients'>;
  onCreate(): void;
}

/** One portrait: whose, beside whom, in which fields; and what came of it. */
export function PortraitWorkbench({ portrait, portraits, datasets, clients, onCreate }: Props) {
  const { t } = useWords();
  const [order, setOrder] = useState<Order>('strength');
  const [picked, setPicked] = useState<Picked | null>(null);
  const fields = useFieldTables(datasets, clients.body);
  const { data, error, progress, retry } = useAnalysis('portraits.compute', portrait.body, useBasis());
  const result = data?.result;
  const change = (body: Partial<PortraitDefinition>) => edit({ ...portrait, body: { ...portrait.body, ...body } });
  const method = useMethod(portrait.body, result?.sizes);
  const context = useMemo(() => {
    if (!data) return null;
    const ranked = rankedTraits(data.result, order);
    const chosen = ranked.find((each) => picked && sameTrait(each, picked)) ?? null;
    const drawn =
      chosen ??
      data.result.dimensions
        .flatMap((dimension) => dimension.traits.map((trait) => ({ dimension, trait })))
        .find((each) => picked && sameTrait(each, picked));
    const stepOf = new Map(data.result.dimensions.map((dimension, i) => [dimension, data.steps[i]]));
    return { ...data, order, ranked, selected: drawn ?? ranked[0] ?? null, stepOf };
  }, [data, order, picked]);
  return (
    <DefinitionFrame
      definition={portrait}
      all={portraits}
      onCreate={onCreate}
      words={{
        list: t('portraits.list'),
        create: t('portraits.create'),
        name: t('portraits.name'),
        nameMissing: t('portraits.nameMissing'),
        remove: t('portraits.remove'),
        removeTitle: t('portraits.removeTitle', { name: portrait.name }),
        removeBody: t('portraits.removeBody'),
      }}
      left={
        <>
          <Settings body={portrait.body} fields={fields} onChange={change} />
          {result && <SkippedFields skipped={result.skipped} />}
        </>
      }
      actions={
        <>
          <span className={styles['label']}>{t('portraits.sort.label')}</span>
          <Segmented
            aria-label={t('portraits.sort.label')}
            value={order}
            options={orders.map((each) => ({ value: each, label: t(`portraits.sort.${each}`) }))}
            onChange={setOrder}
          />
          {data && <HowButton provenance={data.provenance} method={method(null)} />}
        </>
      }
      notice={<StaleSources tables={data?.provenance.tables} />}
      inspectorLabel={t('portraits.inspector.label')}
      inspector={
        context && (
          <PortraitContext value={{ ...context, body: portrait.body, method, pick: setPicked }}>
            <TraitInspector />
          </PortraitContext>
        )
      }
    >
      {error ? <ErrorNotice error={error} onRetry={retry} /> : null}
      {!error && !context && <ProgressLine progress={progress} />}
      {context && (
        <PortraitContext value={{ ...context, body: portrait.body, method, pick: setPicked }}>
          <PortraitView />
        </PortraitContext>
      )}
    </DefinitionFrame>
  );
}
