import { X } from 'lucide-react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { type EditSegment, remove } from '../rule/tree.ts';
import styles from './ConditionRow.module.css';
import { useEditing } from './EditContext.ts';
import { NodeMenu } from './NodeMenu.tsx';
import { RowCount } from './RowCount.tsx';

/** A condition that names another segment. */
export function SegmentRow({ node, path }: { node: EditSegment; path: string }) {
  const { t } = useWords();
  const { change } = useEditing();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box
    <div role="group" aria-label={t('segments.condition.label', { path })} className={styles['row']}>
      <NodeMenu id={node.id} />
      <div className={styles['parts']}>
        <span className={styles['text']}>{t('segments.condition.inSegment')}</span>
        <span className={styles['chip']}>{node.segment}</span>
      </div>
      <RowCount node={{ kind: 'segment', segment: node.segment }} />
      <IconButton
        icon={X}
        label={t('segments.condition.remove', { path })}
        onClick={() => change((root) => remove(root, node.id))}
      />
    </div>
  );
}
