import { memo } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import type { EditSegment } from '../rule/tree.ts';
import styles from './NodeRow.module.css';
import { NodeRow } from './NodeRow.tsx';

/** A condition that names another segment. */
export const SegmentRow = memo(function SegmentRow({ node, path }: { node: EditSegment; path: string }) {
  const { t } = useWords();
  return (
    <NodeRow node={node} path={path}>
      <div className={styles['parts']}>
        <span className={styles['text']}>{t('segments.condition.inSegment')}</span>
        <span className={styles['chip']} title={node.segment}>
          {node.segment}
        </span>
      </div>
    </NodeRow>
  );
});
