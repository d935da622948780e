import { useLayoutEffect, useMemo, useRef } from 'react';
import type { DefinitionOf } from '#shared/contract/index.ts';
import { heirOf } from '../rule/moves.ts';
import { activate, changeRule, rootOf } from '../rule/store.ts';
import { type EditGroup, remove } from '../rule/tree.ts';
import type { Editing } from './EditContext.ts';
import { focusNode } from './focus.ts';
import { RuleTree } from './RuleTree.tsx';

interface Props {
  segment: DefinitionOf<'segment'>;
  root: EditGroup;
  /** The group that new conditions go to. */
  active: string;
}

/** The rule of a segment, which is saved as it is edited. */
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
  return <RuleTree root={shown} active={active} editing={editing} />;
}
