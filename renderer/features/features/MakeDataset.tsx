import { Button } from 'antd';
import { useRef, useState } from 'react';
import { type CallProgress, type DefinitionOf, progressSchema } from '#shared/contract/index.ts';
import { staleness } from '#shared/derived/index.ts';
import { toAppError } from '#shared/errors/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { announce } from '../../app/announce.ts';
import { flush } from '../../app/definitions/drafts.ts';
import { useDefinitions } from '../../app/definitions/useDefinitions.ts';
import { formatCount } from '../../app/format/numbers.ts';
import { useWords } from '../../app/i18n/useWords.ts';
import { engine } from '../../app/ports/clients.ts';
import { useUi } from '../../app/state/ui.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import styles from './Features.module.css';

interface Props {
  definition: DefinitionOf<'features'>;
  datasets: readonly Dataset[];
  /** Nothing can be made of it as it is. */
  disabled: boolean;
}

/** The dataset that the features become: whether it is there and up to date, and the button that makes it so. */
export function MakeDataset({ definition, datasets, disabled }: Props) {
  const { t, locale } = useWords();
  const definitions = useDefinitions().definitions ?? [];
  const { go, select } = useUi();
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const [running, setRunning] = useState(false);
  const stop = useRef<AbortController | null>(null);
  const made = datasets.find(
    ({ name, derived }) =>
      derived?.kind === 'features' && (derived.definition === definition.name || name === definition.body.output),
  );
  const stale = made ? staleness(made, datasets, definitions) : [];
  const make = async () => {
    stop.current = new AbortController();
    setRunning(true);
    setProgress(null);
    try {
      // What is on screen is what is computed.
      await flush(definition.id);
      const dataset = await engine.call(
        'features.compute',
        { id: definition.id },
        { signal: stop.current.signal, onProgress: (value: unknown) => setProgress(progressSchema.parse(value)) },
      );
      announce({
        text: t('features.make.done', { name: dataset.name, rows: formatCount(dataset.rows) }),
        about: 'features',
      });
    } catch (thrown) {
      const error = toAppError(thrown);
      if (error.code !== 'cancelled') announce({ text: error.sentence(locale), tone: 'error', about: 'features' });
    } finally {
      setRunning(false);
    }
  };
  if (running) {
    return (
      <ProgressLine progress={progress} title={t('features.make.running')} onCancel={() => stop.current?.abort()} />
    );
  }
  const [reason] = stale;
  return (
    <div className={styles['make']} role="status">
      {!made && <AmberBadge>{t('features.make.never')}</AmberBadge>}
      {made && reason && (
        <AmberBadge>
          {`${t('features.make.stale')}${locale === 'zh' ? '：' : ': '}${t(`features.make.staleWhy.${reason.kind}`, { table: 'table' in reason ? reason.table : '' })}`}
        </AmberBadge>
      )}
      {made && !reason && <span className={styles['hint']}>{t('features.make.fresh')}</span>}
      {made && (
        <Button
          size="small"
          onClick={() => {
            select('dataset', made.id);
            go('data');
          }}
        >
          {t('features.make.open')}
        </Button>
      )}
      <Button
        size="small"
        type={made && !reason ? 'default' : 'primary'}
        disabled={disabled}
        onClick={() => void make()}
      >
        {t(made ? 'features.make.again' : 'features.make.first')}
      </Button>
    </div>
  );
}
