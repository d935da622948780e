import { Button } from 'antd';
import { Plus, X } from 'lucide-react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { IconButton } from '../../../components/IconButton.tsx';
import { type EditGroup, insert, newCondition, newGroup, remove, update } from '../rule/tree.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { useEditing } from './EditContext.ts';
import { FunnelRow } from './FunnelRow.tsx';
import styles from './GroupEditor.module.css';
import { NodeMenu } from './NodeMenu.tsx';
import { SegmentRow } from './SegmentRow.tsx';

interface Props {
  group: EditGroup;
  /** Its place in the rule, for people: 1.2 is the second part of the first group. */
  path: string;
  depth: number;
}

/** A group of conditions: what joins them, the conditions, and buttons to add more. */
export function GroupEditor({ group, path, depth }: Props) {
  const { t } = useWords();
  const { active, activate, change } = useEditing();
  const meaning = group.negate
    ? t(group.combine === 'and' ? 'segments.group.notAll' : 'segments.group.notAny')
    : t(group.combine === 'and' ? 'segments.group.all' : 'segments.group.any');
  const word = group.negate ? t('segments.group.not') : t(`segments.group.${group.combine}`);
  const other = group.combine === 'and' ? 'or' : 'and';
  const look = group.negate ? 'not' : group.combine;
  const patch = (part: Partial<EditGroup>) =>
    change((root) => update(root, group.id, (node) => (node.kind === 'group' ? { ...node, ...part } : node)));
  const isActive = active === group.id && depth + group.items.length > 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own box
    <div
      role="group"
      aria-label={t('segments.group.label', { path })}
      className={`${styles['group']} ${styles[look]}`}
      data-active={isActive || undefined}
      onFocus={(event) => {
        event.stopPropagation();
        activate(group.id);
      }}
    >
      <header className={styles['head']}>
        {depth > 0 && <NodeMenu id={group.id} />}
        <button
          type="button"
          className={styles['word']}
          aria-label={`${word} · ${t('segments.group.toggle', { word: t(`segments.group.${other}`) })}`}
          title={t('segments.group.toggle', { word: t(`segments.group.${other}`) })}
          onClick={() => patch({ combine: other })}
        >
          {word}
        </button>
        <span className={styles['meaning']}>{meaning}</span>
        <div className={styles['tools']}>
          <Button
            type="text"
            size="small"
            aria-pressed={group.negate}
            title={t(group.negate ? 'segments.group.negateOff' : 'segments.group.negateOn')}
            onClick={() => patch({ negate: !group.negate })}
          >
            {t('segments.group.negate')}
          </Button>
          {depth > 0 && (
            <IconButton
              icon={X}
              label={t('segments.group.remove', { path })}
              onClick={() => change((root) => remove(root, group.id))}
            />
          )}
        </div>
      </header>
      {group.items.length === 0 && (
        <p className={styles['empty']}>{t(depth === 0 ? 'segments.group.emptyRoot' : 'segments.group.empty')}</p>
      )}
      <ul>
        {group.items.map((item, at) => {
          const itemPath = `${path}.${at + 1}`;
          return (
            <li key={item.id} className={item.kind === 'group' ? styles['nested'] : styles['item']}>
              {item.kind === 'group' && <GroupEditor group={item} path={itemPath} depth={depth + 1} />}
              {item.kind === 'condition' && <ConditionRow condition={item} path={itemPath} />}
              {item.kind === 'funnel' && <FunnelRow node={item} path={itemPath} />}
              {item.kind === 'segment' && <SegmentRow node={item} path={itemPath} />}
            </li>
          );
        })}
      </ul>
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
          onClick={() => change((root) => insert(root, group.id, newGroup([], group.combine === 'and' ? 'or' : 'and')))}
        >
          {t('segments.group.addGroup')}
        </Button>
        {isActive && depth > 0 && <span className={styles['active']}>{t('segments.group.active')}</span>}
      </footer>
    </div>
  );
}
