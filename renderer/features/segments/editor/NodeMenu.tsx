import { Button, Dropdown } from 'antd';
import { GripVertical } from 'lucide-react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { duplicate, parentOf, shift, wrap } from '../rule/tree.ts';
import { useEditing } from './EditContext.ts';
import styles from './NodeMenu.module.css';

/** The handle of a part of the rule: where it can go, by keyboard. */
export function NodeMenu({ id }: { id: string }) {
  const { t } = useWords();
  const { root, change } = useEditing();
  const siblings = parentOf(root, id)?.items ?? [];
  const at = siblings.findIndex((item) => item.id === id);
  const items = [
    {
      key: 'up',
      label: t('common.actions.moveUp'),
      disabled: at <= 0,
      run: () => change((tree) => shift(tree, id, -1)),
    },
    {
      key: 'down',
      label: t('common.actions.moveDown'),
      disabled: at === siblings.length - 1,
      run: () => change((tree) => shift(tree, id, 1)),
    },
    { key: 'wrap', label: t('segments.condition.wrapInGroup'), run: () => change((tree) => wrap(tree, id)) },
    { key: 'copy', label: t('segments.condition.duplicate'), run: () => change((tree) => duplicate(tree, id)) },
  ];
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: items.map(({ key, label, disabled }) => ({ key, label, disabled: disabled ?? false })),
        onClick: ({ key }) => items.find((item) => item.key === key)?.run(),
      }}
    >
      <Button
        className={styles['handle'] ?? ''}
        type="text"
        size="small"
        aria-label={t('common.actions.more')}
        icon={<GripVertical size={14} aria-hidden />}
      />
    </Dropdown>
  );
}
