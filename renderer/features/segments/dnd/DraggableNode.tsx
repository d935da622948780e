import { useDraggable } from '@dnd-kit/core';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import type { EditNode } from '../rule/tree.ts';
import styles from './DraggableNode.module.css';
import type { Dragged } from './dragged.ts';

interface HandleProps {
  ref(element: HTMLElement | null): void;
  'aria-describedby'?: string;
  'aria-roledescription'?: string;
}

const Handle = createContext<HandleProps>({ ref: () => {} });

/** What the handle of the node around must carry for the keyboard to pick it up. */
export const useHandle = () => useContext(Handle);

interface Props {
  node: EditNode;
  name: string;
  className: string | undefined;
  children: ReactNode;
}

/**
 * A list item of the rule that can be dragged by its handle, or by any part of it that is not a control. Drawn again with
 * each place that a drag passes, so what it holds comes from outside and stays as it is.
 */
export function DraggableNode({ node, name, className, children }: Props) {
  const { t } = useWords();
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id: node.id,
    data: { name, node: () => node } satisfies Dragged,
  });
  const described = attributes['aria-describedby'];
  const handle = useMemo(
    () => ({
      ref: setActivatorNodeRef,
      'aria-describedby': described,
      'aria-roledescription': t('segments.drag.handle'),
    }),
    [setActivatorNodeRef, described, t],
  );
  return (
    <li
      ref={setNodeRef}
      {...listeners}
      className={`${styles['node']} ${className}`}
      data-dragging={isDragging || undefined}
    >
      <Handle value={handle}>{children}</Handle>
    </li>
  );
}
