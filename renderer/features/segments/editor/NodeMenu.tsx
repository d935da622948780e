import { Dropdown, type MenuProps } from 'antd';
import { GripVertical } from 'lucide-react';
import { useRef, useState } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import { instructionsId } from '../dnd/ids.ts';
import * as moves from '../rule/moves.ts';
import { useEditing } from './EditContext.ts';
import { handleId } from './focus.ts';
import styles from './NodeMenu.module.css';

interface Props {
  id: string;
  /** What it is the handle of. */
  name: string;
  isGroup?: boolean;
}

/** The handle of a part of the rule. It is dragged by it; a click or Enter lists where it can go. */
export function NodeMenu({ id, name, isGroup = false }: Props) {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement | null>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    <span className={styles['place']}>
      <button
        ref={button}
        id={handleId(id)}
        type="button"
        data-handle
        className={styles['handle']}
        aria-label={t('segments.node.handle', { name })}
        aria-describedby={instructionsId}
        aria-roledescription={t('segments.drag.handle')}
        aria-haspopup="menu"
        aria-expanded={open}
        title={t('segments.node.hint')}
        onClick={() => setOpen(true)}
      >
        {grip}
      </button>
      {open && <Moves id={id} isGroup={isGroup} onDone={() => setOpen(false)} onClose={close} />}
    </span>
  );
}

/** One for all rows: rows are many. */
const grip = <GripVertical size={14} aria-hidden />;

interface MovesProps {
  id: string;
  isGroup: boolean;
  /** Something was chosen, and puts the focus where it belongs. */
  onDone(): void;
  onClose(): void;
}

/** Where a part of the rule can go. Made when it is asked for. */
function Moves({ id, isGroup, onDone, onClose }: MovesProps) {
  const { t } = useWords();
  const { root, change, remove, focus } = useEditing();
  const steps: readonly { key: string; label: string; move: moves.Move }[] = [
    { key: 'up', label: t('common.actions.moveUp'), move: moves.moveUp },
    { key: 'down', label: t('common.actions.moveDown'), move: moves.moveDown },
    { key: 'above', label: t('segments.node.intoAbove'), move: moves.moveIntoAbove },
    { key: 'below', label: t('segments.node.intoBelow'), move: moves.moveIntoBelow },
    { key: 'out', label: t('segments.node.out'), move: moves.moveOut },
    { key: 'wrap', label: t('segments.node.wrap'), move: moves.wrap },
    ...(isGroup ? [{ key: 'ungroup', label: t('segments.node.ungroup'), move: moves.ungroup }] : []),
    { key: 'copy', label: t('segments.node.duplicate'), move: moves.duplicate },
  ];
  const items: MenuProps['items'] = [
    ...steps.map(({ key, label, move }) => ({ key, label, disabled: move(root(), id) === root() })),
    { type: 'divider' },
    { key: 'remove', label: t('segments.node.remove'), danger: true },
  ];
  const run = (key: string) => {
    onDone();
    if (key === 'remove') return remove(id);
    const step = steps.find((each) => each.key === key);
    if (!step) return;
    // A group that is gone leaves the focus with its first part.
    const next = step.key === 'ungroup' ? moves.firstWithin(root(), id) : id;
    change((tree) => step.move(tree, id));
    focus(next);
  };
  return (
    <Dropdown
      open
      trigger={['click']}
      autoFocus
      onOpenChange={(next) => !next && onClose()}
      menu={{ items, onClick: ({ key }) => run(key) }}
    >
      <span className={styles['anchor']} />
    </Dropdown>
  );
}
