import { Select } from 'antd';
import { X } from 'lucide-react';
import { useDefinitions } from '../../../app/definitions/useDefinitions.ts';
import { useWords } from '../../../app/i18n/useWords.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { toNode } from '../rule/convert.ts';
import { type EditFunnel, remove, update } from '../rule/tree.ts';
import styles from './ConditionRow.module.css';
import { useEditing } from './EditContext.ts';
import { NodeMenu } from './NodeMenu.tsx';
import { RowCount } from './RowCount.tsx';

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
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box
    <div role="group" aria-label={t('segments.condition.label', { path })} className={styles['row']}>
      <NodeMenu id={node.id} />
      <div className={styles['parts']}>
        <span className={styles['text']}>{t('segments.condition.inFunnel')}</span>
        <span className={styles['chip']}>{node.funnel}</span>
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
      </div>
      <RowCount node={toNode(node)[0]} />
      <IconButton
        icon={X}
        label={t('segments.condition.remove', { path })}
        onClick={() => change((root) => remove(root, node.id))}
      />
    </div>
  );
}
