import { Modal } from 'antd';
import { useState } from 'react';
import { isMasked } from '#shared/privacy/sensitivity.ts';
import type { ClusterMethod, RecipeDefinition, RecipeField } from '#shared/recipes/index.ts';
import { useAnalysis } from '../../../app/analysis/useAnalysis.ts';
import { useBasis } from '../../../app/analysis/useBasis.ts';
import { formatCount } from '../../../app/format/numbers.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { ProgressLine } from '../../../components/ProgressLine.tsx';
import styles from './ClusterDialog.module.css';
import { ClusterList } from './ClusterList.tsx';
import { MethodForm } from './MethodForm.tsx';
import type { Merge } from './mergeInto.ts';
import { useChoice } from './useChoice.ts';

interface Props {
  definition: RecipeDefinition;
  /** The steps before: values are those that they leave. */
  upTo: number;
  fields: readonly RecipeField[];
  field: string;
  onMerge(field: string, merges: readonly Merge[]): void;
  onClose(): void;
}

/** Finds values of a field that may be one, to choose which of them become what. */
export function ClusterDialog({ definition, upTo, fields, field: first, onMerge, onClose }: Props) {
  const { t } = useWords();
  const listed = fields.filter(({ type, sensitivity }) => type === 'text' && !isMasked(sensitivity));
  // The first field of a table is mostly its key: which one is meant is for who asks to say.
  const [field, setField] = useState(listed.some(({ name }) => name === first) ? first : '');
  const [method, setMethod] = useState<ClusterMethod>({ kind: 'fingerprint' });
  const wanted = field === '' ? null : { definition, upTo, field, method };
  const { data, error, progress, retry } = useAnalysis('recipes.clusters', wanted, useBasis());
  const choice = useChoice(data?.clusters);
  return (
    <Modal
      open
      title={t('recipes.clusters.title')}
      okText={t('recipes.clusters.confirm')}
      cancelText={t('common.actions.cancel')}
      okButtonProps={{ disabled: choice.merges.length === 0 }}
      width={760}
      centered
      // Anywhere but in the body, whose scrolling Ant Design would lock with a style that the CSP refuses.
      getContainer={() => document.getElementById('root') ?? document.body}
      onOk={() => onMerge(field, choice.merges)}
      onCancel={onClose}
    >
      <div className={styles['body']}>
        <p className={styles['quiet']}>{t('recipes.clusters.body')}</p>
        {listed.length === 0 ? (
          <p>{t('recipes.clusters.noFields')}</p>
        ) : (
          <MethodForm fields={listed} field={field} method={method} onField={setField} onMethod={setMethod} />
        )}
        {listed.length > 0 && !wanted && <p className={styles['none']}>{t('recipes.clusters.fieldFirst')}</p>}
        {error ? <ErrorNotice error={error} onRetry={retry} /> : null}
        {!data && !error && wanted && <ProgressLine progress={progress} />}
        {data && data.clusters.length === 0 && <p className={styles['none']}>{t('recipes.clusters.none')}</p>}
        {data && data.clusters.length > 0 && (
          <>
            <p>
              {t('recipes.clusters.found', {
                clusters: formatCount(data.total),
                values: formatCount(data.clusters.reduce((sum, { values }) => sum + values.length, 0)),
                looked: formatCount(data.looked),
              })}
            </p>
            <ClusterList clusters={data.clusters} choice={choice} />
            {data.total > data.clusters.length && (
              <p className={styles['quiet']}>
                {t('recipes.clusters.shownOf', {
                  shown: formatCount(data.clusters.length),
                  total: formatCount(data.total),
                })}
              </p>
            )}
            <p role="status">
              {t('recipes.clusters.chosen', {
                groups: formatCount(choice.merges.length),
                rows: formatCount(choice.rows),
              })}
            </p>
          </>
        )}
        {data && data.distinct > data.looked && (
          <p className={styles['look']}>
            {t('recipes.clusters.limited', {
              looked: formatCount(data.looked),
              distinct: formatCount(data.distinct),
            })}
          </p>
        )}
      </div>
    </Modal>
  );
}
