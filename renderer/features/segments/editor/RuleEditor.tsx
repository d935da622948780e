import { useLayoutEffect, useMemo, useRef } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { RuleArea } from '../dnd/RuleArea.tsx';
import { heirOf } from '../rule/moves.ts';
import { activate, changeRule, rootOf } from '../rule/store.ts';
import { type EditGroup, remove } from '../rule/tree.ts';
import { ActiveContext, EditContext, type Editing } from './EditContext.ts';
import { focusNode } from './focus.ts';
import { GroupEditor } from './GroupEditor.tsx';

interface Props {
  segment: DefinitionOf<'segment'>;
  root: EditGroup;
  /** The group that new conditions go to. */
  active: string;
}

/** The rule as a tree of groups and conditions. */
export function RuleEditor({ segment, root: shown, active }: Props) {
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
    <RuleArea>
      <EditContext value={editing}>
        <ActiveContext value={active}>
          <GroupEditor group={shown} path="1" depth={1} />
        </ActiveContext>
      </EditContext>
    </RuleArea>
  );
}
