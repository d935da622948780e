import { Button } from 'antd';
import { Plus } from 'lucide-react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { DropLine } from '../dnd/DropLine.tsx';
import { type EditGroup, insert, newCondition, newGroup } from '../rule/tree.ts';
import { useEditing } from './EditContext.ts';
import styles from './GroupEditor.module.css';

interface Props {
  group: EditGroup;
  path: string;
  isActive: boolean;
  canNest: boolean;
  isRoot: boolean;
}

/** The foot of a group: buttons that add to it. What is dropped behind its last part lands here. */
export function GroupFoot({ group, path, isActive, canNest, isRoot }: Props) {
  const { t } = useWords();
  const { change } = useEditing();
  return (
    <footer className={styles['foot']}>
      <Button
        type="text"
        size="small"
        icon={<Plus size={14} aria-hidden />}
        aria-label={t('segments.group.addConditionTo', { path })}
        onClick={() => change((root) => insert(root, group.id, newCondition()))}
      >
        {t('segments.group.addCondition')}
      </Button>
      <Button
        type="text"
        size="small"
        icon={<Plus size={14} aria-hidden />}
        aria-label={t('segments.group.addGroupTo', { path })}
        disabled={!canNest}
        title={canNest ? undefined : t('segments.group.deepest')}
        onClick={() => change((root) => insert(root, group.id, newGroup([], group.combine === 'and' ? 'or' : 'and')))}
      >
        {t('segments.group.addGroup')}
      </Button>
      {isRoot && group.items.length > 0 && <span className={styles['hint']}>{t('segments.drag.hint')}</span>}
      {isActive && <span className={styles['active']}>{t('segments.group.active')}</span>}
      <DropLine group={group.id} index={group.items.length} last />
    </footer>
  );
}
