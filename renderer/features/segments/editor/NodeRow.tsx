import type { ReactNode } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { toNode } from '../rule/convert.ts';
import type { EditNode } from '../rule/tree.ts';
import { NodeMenu } from './NodeMenu.tsx';
import styles from './NodeRow.module.css';
import { RemoveButton } from './RemoveButton.tsx';
import { RowCount } from './RowCount.tsx';
import { useNodeName } from './useNodeName.ts';

interface Props {
  node: Exclude<EditNode, { kind: 'group' }>;
  path: string;
  /** What it asks. */
  children: ReactNode;
}

/** A row of the rule, whatever it asks: its handle, how many clients meet it by itself, and a button that deletes it. */
export function NodeRow({ node, path, children }: Props) {
  const { t } = useWords();
  const nameOf = useNodeName();
  const label = t('segments.condition.label', { path });
  const name = nameOf(node, path);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box
    <div role="group" aria-label={label} className={styles['row']}>
      <NodeMenu id={node.id} name={name === label ? label : `${label} ${name}`} />
      {children}
      <RowCount node={toNode(node)[0]} />
      <RemoveButton id={node.id} label={t('segments.condition.remove', { path })} />
    </div>
  );
}
