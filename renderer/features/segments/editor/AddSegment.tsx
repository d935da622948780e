import { Dropdown } from 'antd';
import { useContext } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { insert, newSegmentRef } from '../rule/tree.ts';
import { useEditing } from './EditContext.ts';
import { focusNode } from './focus.ts';
import styles from './GroupEditor.module.css';
import { OfferContext } from './OfferContext.ts';
import { plus } from './plus.tsx';

/** Adds a saved segment to a group, where a rule stands without a list of them beside it. */
export function AddSegment({ group, path }: { group: string; path: string }) {
  const { t } = useWords();
  const { change } = useEditing();
  const offered = useContext(OfferContext);
  if (!offered || offered.length === 0) return null;
  const add = (segment: string) => {
    const node = newSegmentRef(segment);
    change((root) => insert(root, group, node));
    focusNode(node.id);
  };
  return (
    <Dropdown
      autoFocus
      trigger={['click']}
      menu={{
        className: styles['offered'] ?? '',
        items: offered.map((name) => ({ key: name, label: name })),
        onClick: ({ key }) => add(key),
      }}
    >
      <button type="button" className={styles['tool']} aria-label={t('segments.group.addSegmentTo', { path })}>
        {plus}
        {t('segments.group.addSegment')}
      </button>
    </Dropdown>
  );
}
