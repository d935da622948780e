import { type ReactNode, useRef } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { toNode } from '../rule/convert.ts';
import type { EditNode } from '../rule/tree.ts';
import { NodeMenu } from './NodeMenu.tsx';
import styles from './NodeRow.module.css';
import { RemoveButton } from './RemoveButton.tsx';
import { RowCount } from './RowCount.tsx';
import { useNodeName } from './useNodeName.ts';
import { useSeen } from './useSeen.ts';

interface Props {
  node: Exclude<EditNode, { kind: 'group' }>;
  path: string;
  /** What it asks. */
  children: ReactNode;
}

/**
 * A row of the rule, whatever it asks: its handle, how many clients meet it by itself, and a button that deletes it. Far
 * from what is on screen only its name is drawn, and nothing is counted.
 */
export function NodeRow({ node, path, children }: Props) {
  const { t } = useWords();
  const nameOf = useNodeName();
  const row = useRef<HTMLDivElement>(null);
  const seen = useSeen(row);
  const label = t('segments.condition.label', { path });
  const name = nameOf(node, path);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box
    <div ref={row} role="group" aria-label={label} className={styles['row']}>
      <NodeMenu id={node.id} name={name === label ? label : `${label} ${name}`} />
      {seen ? (
        <>
          {children}
          <RowCount node={toNode(node)[0]} />
        </>
      ) : (
        <span className={styles['parts']}>{name}</span>
      )}
      <RemoveButton id={node.id} label={t('segments.condition.remove', { path })} />
    </div>
  );
}
