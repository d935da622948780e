import { useWords } from '../../../app/i18n/useWords.ts';
import { type EditGroup, update } from '../rule/tree.ts';
import { useEditing } from './EditContext.ts';
import styles from './GroupEditor.module.css';
import { NodeMenu } from './NodeMenu.tsx';
import { RemoveButton } from './RemoveButton.tsx';

/** The head of a group: how its parts are joined, whether who meets them is left out, and its handle. */
export function GroupHead({ group, path, isRoot }: { group: EditGroup; path: string; isRoot: boolean }) {
  const { t } = useWords();
  const { change } = useEditing();
  const meaning = group.negate
    ? t(group.combine === 'and' ? 'segments.group.notAll' : 'segments.group.notAny')
    : t(group.combine === 'and' ? 'segments.group.all' : 'segments.group.any');
  const word = group.negate ? t('segments.group.not') : t(`segments.group.${group.combine}`);
  const other = group.combine === 'and' ? 'or' : 'and';
  const toggle = t('segments.group.toggle', { word: t(`segments.group.${other}`) });
  const patch = (part: Partial<EditGroup>) =>
    change((root) => update(root, group.id, (node) => (node.kind === 'group' ? { ...node, ...part } : node)));
  return (
    <header className={styles['head']}>
      {!isRoot && <NodeMenu id={group.id} name={t('segments.group.label', { path })} isGroup />}
      <button
        type="button"
        className={`${styles['word']} ${styles[group.negate ? 'not' : group.combine]}`}
        aria-label={`${word} · ${toggle}`}
        title={toggle}
        onClick={() => patch({ combine: other })}
      >
        {word}
      </button>
      <span className={styles['meaning']} title={meaning}>
        {meaning}
      </span>
      <div className={styles['tools']}>
        <button
          type="button"
          className={styles['tool']}
          aria-pressed={group.negate}
          title={t(group.negate ? 'segments.group.negateOff' : 'segments.group.negateOn')}
          onClick={() => patch({ negate: !group.negate })}
        >
          {t('segments.group.negate')}
        </button>
        {!isRoot && <RemoveButton id={group.id} label={t('segments.group.remove', { path })} />}
      </div>
    </header>
  );
}
