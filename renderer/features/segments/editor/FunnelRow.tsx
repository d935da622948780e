import { Select } from 'antd';
import { useDefinitions } from '../../../app/definitions/useDefinitions.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { type EditFunnel, update } from '../rule/tree.ts';
import { useEditing } from './EditContext.ts';
import styles from './NodeRow.module.css';
import { NodeRow } from './NodeRow.tsx';

const outcomes = ['dropped', 'reached'] as const;

/** A condition on how far a client came in a funnel. */
export function FunnelRow({ node, path }: { node: EditFunnel; path: string }) {
  const { t } = useWords();
  const { change } = useEditing();
  const funnel = useDefinitions('funnel').definitions?.find(({ name }) => name === node.funnel);
  const patch = (part: Partial<Pick<EditFunnel, 'step' | 'outcome'>>) =>
    change((root) => update(root, node.id, (each) => (each.kind === 'funnel' ? { ...each, ...part } : each)));
  const named = (funnel?.body.steps ?? []).map(({ name }, i) => ({ step: i + 1, name }));
  // After the last step nobody drops out.
  const possible = node.outcome === 'dropped' ? named.slice(0, -1) : named;
  const steps = possible.some(({ step }) => step === node.step)
    ? possible
    : [...possible, { step: node.step, name: '' }];
  const groupText = ({ field, value }: NonNullable<EditFunnel['group']>) =>
    t('segments.condition.group', { field, value: value ?? t('segments.condition.groupEmpty') });
  return (
    <NodeRow node={node} path={path}>
      <div className={styles['parts']}>
        <span className={styles['text']}>{t('segments.condition.inFunnel')}</span>
        <span className={styles['chip']} title={node.funnel}>
          {node.funnel}
        </span>
        <Select
          className={styles['operator'] ?? ''}
          variant="borderless"
          size="small"
          aria-label={t('segments.condition.outcome')}
          popupMatchSelectWidth={false}
          suffixIcon={null}
          value={node.outcome}
          options={outcomes.map((outcome) => ({
            value: outcome,
            label: t(outcome === 'dropped' ? 'segments.condition.droppedAfter' : 'segments.condition.reached'),
          }))}
          onChange={(outcome) => patch({ outcome })}
        />
        <Select
          variant="filled"
          size="small"
          aria-label={t('segments.condition.step')}
          popupMatchSelectWidth={false}
          suffixIcon={null}
          value={node.step}
          options={steps.map(({ step, name }) => ({
            value: step,
            label: t('segments.condition.funnelStep', { step: String(step), name }).trim(),
          }))}
          onChange={(step) => patch({ step })}
        />
        {node.group && (
          <span className={styles['chip']} title={groupText(node.group)}>
            {groupText(node.group)}
          </span>
        )}
      </div>
    </NodeRow>
  );
}
