import { useRef, useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { RoiDefinition, RoiResult } from '#shared/roi/index.ts';
import { useAnalysis } from '../../app/analysis/useAnalysis.ts';
import { useBasis } from '../../app/analysis/useBasis.ts';
import { DefinitionFrame } from '../../app/definitions/DefinitionFrame.tsx';
import { edit } from '../../app/definitions/drafts.ts';
import { StaleSources } from '../../app/derived/StaleSources.tsx';
import { useWords } from '../../app/i18n/useWords.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { Inspector } from './Inspector.tsx';
import { Results } from './Results.tsx';
import { Settings } from './Settings.tsx';

interface Props {
  study: DefinitionOf<'roi'>;
  studies: readonly DefinitionOf<'roi'>[];
  datasets: readonly Dataset[];
  onCreate(): void;
}

/** One study being made: its settings, what its campaigns came to, and one of them in particular. */
export function RoiWorkbench({ study, studies, datasets, onCreate }: Props) {
  const { t } = useWords();
  const [picked, setPicked] = useState<string | null | undefined>(undefined);
  const { data, error, progress, retry } = useAnalysis('roi.compute', study.body, useBasis(study.id));
  // Keeps its place, unseen, while the next is worked out.
  const last = useRef(data);
  if (data) last.current = data;
  const shown = data ?? last.current;
  const result = data?.result;
  const campaign = result && campaignToShow(result, picked);
  const change = (part: Partial<RoiDefinition>) => edit({ ...study, body: { ...study.body, ...part } });
  return (
    <DefinitionFrame
      definition={study}
      all={studies}
      onCreate={onCreate}
      words={{
        list: t('roi.list'),
        create: t('roi.create'),
        name: t('roi.name'),
        nameMissing: t('roi.nameMissing'),
        remove: t('roi.remove'),
        removeTitle: t('roi.removeTitle', { name: study.name }),
        removeBody: t('roi.removeBody'),
      }}
      left={<Settings key={study.id} body={study.body} datasets={datasets} onChange={change} />}
      notice={<StaleSources tables={data?.provenance.tables} />}
      inspectorLabel={t('roi.inspector.label')}
      inspector={
        <Inspector
          definition={study.body}
          campaign={campaign}
          result={result}
          provenance={data?.provenance}
          failed={Boolean(error)}
        />
      }
    >
      {Boolean(error) && <ErrorNotice error={error} onRetry={retry} />}
      {progress && <ProgressLine progress={progress} />}
      {shown && !error && (
        <Results
          definition={study.body}
          result={shown.result}
          provenance={shown.provenance}
          campaign={campaignToShow(shown.result, picked)}
          pending={!data}
          onPick={setPicked}
        />
      )}
    </DefinitionFrame>
  );
}

/** The campaign that was picked, else the first with a half-life: it says the most. */
function campaignToShow({ campaigns }: RoiResult, picked: string | null | undefined) {
  return (
    campaigns.find(({ name }) => name === picked) ?? campaigns.find(({ fit }) => fit.kind === 'decays') ?? campaigns[0]
  );
}
