import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { type CallProgress, progressSchema } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { KeptVersion } from '#shared/versions/index.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { queryClient } from '../../app/query/client.ts';
import { keys } from '../../app/query/keys.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { HowButton } from '../../components/HowButton.tsx';
import { PlainButton } from '../../components/PlainButton.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { Moved } from './Moved.tsx';
import styles from './Versions.module.css';

interface Props {
  dataset: Dataset;
  versions: readonly KeptVersion[];
}

/** Two versions side by side, once it is asked for: large tables are read several times for it. */
export function Comparison({ dataset, versions }: Props) {
  const { t } = useWords();
  const [reference, setReference] = useState(versions[1]?.version ?? dataset.version);
  const [current, setCurrent] = useState(dataset.version);
  const [key, setKey] = useState<string | null>(null);
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const wanted = { dataset: dataset.id, reference, current, key };
  const queryKey = [...keys.results, 'versions.compare', wanted];
  const found = useQuery({
    queryKey,
    enabled: false,
    queryFn: ({ signal }) => {
      setProgress(null);
      const onProgress = (value: unknown) => setProgress(progressSchema.parse(value));
      return engine.call('versions.compare', wanted, { signal, onProgress });
    },
  });
  const options = versions.map(({ version }) => ({
    value: version,
    label: t('versions.numbered', { version: String(version) }),
  }));
  const fields = dataset.fields.map(({ name }) => ({ value: name, label: name }));
  const method = {
    formulas: [
      t('versions.method.psi'),
      t('versions.method.bins'),
      t('versions.method.critical'),
      t('versions.method.keys'),
    ],
    base: t('versions.method.base'),
  };
  return (
    <section className={styles['comparison']} aria-label={t('versions.comparison')}>
      <div className={styles['tools']}>
        <h3>{t('versions.comparison')}</h3>
        <Select
          size="small"
          aria-label={t('versions.reference')}
          value={reference}
          options={options}
          onChange={setReference}
        />
        <span aria-hidden>→</span>
        <Select size="small" aria-label={t('versions.other')} value={current} options={options} onChange={setCurrent} />
        <Select
          className={styles['key'] ?? ''}
          size="small"
          showSearch
          allowClear
          aria-label={t('versions.key')}
          placeholder={t('versions.keyHint')}
          value={key}
          options={fields}
          onChange={(value) => setKey(value ?? null)}
        />
        <PlainButton small disabled={found.isFetching || reference === current} onClick={() => void found.refetch()}>
          {t('versions.compare')}
        </PlainButton>
        {found.data && <HowButton provenance={found.data.provenance} method={method} />}
      </div>
      {found.isFetching && (
        <ProgressLine progress={progress} onCancel={() => void queryClient.cancelQueries({ queryKey })} />
      )}
      {found.isError && !found.isFetching && <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && !found.isFetching && <Moved result={found.data.result} />}
    </section>
  );
}
