import { Segmented } from 'antd';
import { useState } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { MatchDefinition } from '#shared/matching/index.ts';
import { useAnalysis } from '../../app/analysis/useAnalysis.ts';
import { versionsOf } from '../../app/data/versions.ts';
import { DefinitionFrame } from '../../app/definitions/DefinitionFrame.tsx';
import { edit } from '../../app/definitions/drafts.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { Attributes } from './Attributes.tsx';
import { Decisions } from './Decisions.tsx';
import { Facts } from './Facts.tsx';
import { Inspector } from './Inspector.tsx';
import { MakeButton } from './MakeButton.tsx';
import styles from './Matching.module.css';
import { Review } from './Review.tsx';
import { Settings } from './Settings.tsx';

interface Props {
  definition: DefinitionOf<'match'>;
  all: readonly DefinitionOf<'match'>[];
  datasets: readonly Dataset[];
  onCreate(): void;
}

/** One merged list being made: its lists and keys, which field is what, and the pairs that somebody has to look at. */
export function MatchingWorkbench({ definition, all, datasets, onCreate }: Props) {
  const { t } = useWords();
  const [page, setPage] = useState<'fields' | 'review'>('fields');
  const { body } = definition;
  const basis = versionsOf(datasets.filter(({ name }) => body.lists.some(({ table }) => table === name)));
  const { data, error, progress, retry } = useAnalysis('matching.compute', body, basis);
  const change = (part: Partial<MatchDefinition>) => edit({ ...definition, body: { ...body, ...part } });
  const open = data?.result.doubtful.open;
  return (
    <DefinitionFrame
      definition={definition}
      all={all}
      onCreate={onCreate}
      words={{
        list: t('matching.list'),
        create: t('matching.create'),
        name: t('matching.name'),
        nameMissing: t('matching.nameMissing'),
        remove: t('matching.remove'),
        removeTitle: t('matching.removeTitle', { name: definition.name }),
        removeBody: t('matching.removeBody'),
      }}
      actions={<MakeButton definition={definition} disabled={Boolean(error)} />}
      left={<Settings body={body} datasets={datasets} onChange={change} />}
      inspectorLabel={t('matching.inspector.label')}
      inspector={<Inspector definition={definition} datasets={datasets} data={data} />}
    >
      {Boolean(error) && <ErrorNotice error={error} onRetry={retry} />}
      {progress && <ProgressLine progress={progress} />}
      <div className={styles['pages']}>
        <Segmented
          value={page}
          aria-label={t('matching.pages.label')}
          options={[
            { value: 'fields', label: t('matching.pages.fields') },
            {
              value: 'review',
              label:
                open === undefined
                  ? t('matching.pages.review')
                  : t('matching.pages.reviewCount', { pairs: formatCount(open) }),
            },
          ]}
          onChange={setPage}
        />
      </div>
      {page === 'fields' ? (
        <div className={styles['stack']}>
          <Attributes body={body} datasets={datasets} onChange={change} />
          <Facts body={body} datasets={datasets} onChange={change} />
        </div>
      ) : (
        <div className={styles['stack']}>
          <Review body={body} datasets={datasets} basis={basis} onChange={change} />
          <Decisions body={body} basis={basis} onChange={change} />
        </div>
      )}
    </DefinitionFrame>
  );
}
