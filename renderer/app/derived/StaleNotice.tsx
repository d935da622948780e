import { App, Button } from 'antd';
import { RefreshCw } from 'lucide-react';
import { staleness } from '#shared/derived/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { AmberBadge } from '../../components/AmberBadge.tsx';
import { ProgressLine } from '../../components/ProgressLine.tsx';
import { useLongWork } from '../analysis/useLongWork.ts';
import { useDatasets } from '../data/useDatasets.ts';
import { flushAll } from '../definitions/drafts.ts';
import { useDefinitions } from '../definitions/useDefinitions.ts';
import { useWords } from '../i18n/useWords.ts';
import { engine } from '../ports/clients.ts';
import styles from './StaleNotice.module.css';

interface Props {
  dataset: Dataset;
  /** What is said before it, where it stands in a line of its own. */
  lead?: string;
}

/** Says of a computed dataset that what it was made from has changed, with the button that computes it anew and the way out of it; else nothing. */
export function StaleNotice({ dataset, lead }: Props) {
  const { t, locale } = useWords();
  const { message } = App.useApp();
  const { data: datasets = [] } = useDatasets();
  const { definitions } = useDefinitions();
  const { running, progress, start, cancel } = useLongWork(
    async (context) => {
      await flushAll();
      await engine.call('derived.refresh', { dataset: dataset.id }, context);
    },
    (error) => message.error(error.sentence(locale), 8),
  );
  // Before the definitions are known, each would seem to be gone.
  const [stale] = definitions ? staleness(dataset, datasets, definitions) : [];
  if (!stale && !running) return null;
  const why = stale && t(`recipes.stale.${stale.kind}`, { table: 'table' in stale ? stale.table : '' });
  const canCompute = stale?.kind !== 'definitionGone' && stale?.kind !== 'sourceGone';
  const notice = (
    <>
      <AmberBadge {...(why && { title: why })}>{t('recipes.stale.badge')}</AmberBadge>
      {running && (
        <div className={styles['progress']}>
          <ProgressLine progress={progress} title={t('recipes.stale.refreshing')} onCancel={cancel} />
        </div>
      )}
      {canCompute && !running && (
        <Button size="small" title={why} icon={<RefreshCw size={13} strokeWidth={1.75} aria-hidden />} onClick={start}>
          {t('recipes.stale.refresh')}
        </Button>
      )}
    </>
  );
  if (lead === undefined) return notice;
  return (
    <p className={styles['line']} role="status">
      <span>{lead}</span>
      {notice}
    </p>
  );
}
