import { useDroppable } from '@dnd-kit/core';
import { useLayoutEffect, useMemo, useRef } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { Target } from '../dnd/dragged.ts';
import { heirOf } from '../rule/moves.ts';
import { activate, changeRule, rootOf, type useRule } from '../rule/store.ts';
import { remove } from '../rule/tree.ts';
import { ActiveContext, EditContext, type Editing } from './EditContext.ts';
import { focusNode } from './focus.ts';
import { GroupEditor } from './GroupEditor.tsx';
import styles from './RuleEditor.module.css';

interface Props {
  segment: DefinitionOf<'segment'>;
  entry: ReturnType<typeof useRule>;
}

/** The rule as a tree of groups and conditions. */
export function RuleEditor({ segment, entry }: Props) {
  const { setNodeRef } = useDroppable({ id: 'area', data: { kind: 'area' } satisfies Target });
  // Each save makes another object of the segment, which is no reason to draw its rule again.
  const latest = useRef(segment);
  useLayoutEffect(() => {
    latest.current = segment;
  });
  const editing = useMemo<Editing>(
    () => ({
      root: () => rootOf(latest.current),
      change: (change) => changeRule(latest.current, change),
      activate: (group) => activate(latest.current.id, group),
      remove: (id) => {
        focusNode(heirOf(rootOf(latest.current), id));
        changeRule(latest.current, (root) => remove(root, id));
      },
      focus: focusNode,
    }),
    [],
  );
  return (
    <div ref={setNodeRef} className={styles['area']}>
      <EditContext value={editing}>
        <ActiveContext value={entry.active}>
          <GroupEditor group={entry.root} path="1" depth={1} />
        </ActiveContext>
      </EditContext>
    </div>
  );
}
