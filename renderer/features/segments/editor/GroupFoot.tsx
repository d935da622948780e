import { useWords } from '../../../app/i18n/useWords.ts';
import { type EditGroup, insert, newCondition, newGroup } from '../rule/tree.ts';
import { AddSegment } from './AddSegment.tsx';
import { useEditing } from './EditContext.ts';
import { focusParts } from './focus.ts';
import styles from './GroupEditor.module.css';
import { plus } from './plus.tsx';

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
      <button
        type="button"
        className={styles['tool']}
        aria-label={t('segments.group.addConditionTo', { path })}
        onClick={() => {
          const condition = newCondition();
          change((root) => insert(root, group.id, condition));
          focusParts(condition.id);
        }}
      >
        {plus}
        {t('segments.group.addCondition')}
      </button>
      <AddSegment group={group.id} path={path} />
      <button
        type="button"
        className={styles['tool']}
        aria-label={t('segments.group.addGroupTo', { path })}
        disabled={!canNest}
        title={canNest ? undefined : t('segments.group.deepest')}
        onClick={() => change((root) => insert(root, group.id, newGroup([], group.combine === 'and' ? 'or' : 'and')))}
      >
        {plus}
        {t('segments.group.addGroup')}
      </button>
      {isRoot && group.items.length > 0 && <span className={styles['hint']}>{t('segments.drag.hint')}</span>}
      {isActive && <span className={styles['active']}>{t('segments.group.active')}</span>}
    </footer>
  );
}
