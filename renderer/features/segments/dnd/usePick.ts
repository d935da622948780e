import { useCallback } from 'react';
import { useNodeName } from '../editor/useNodeName.ts';
import { pathOf } from '../rule/path.ts';
import { slotId, slotsFor, stays } from '../rule/slots.ts';
import { readSource } from '../rule/source.ts';
import { type EditGroup, find } from '../rule/tree.ts';
import { useNewNode } from '../useNewNode.ts';
import type { Drag } from './drag.ts';

/** What a drag of a source is, given the rule as it is; null where it is no longer there. */
export function usePick(root: EditGroup): (source: string) => Omit<Drag, 'keyed'> | null {
  const nameOf = useNodeName();
  const newNode = useNewNode();
  return useCallback(
    (source) => {
      const from = readSource(source);
      const { node, type } = from.kind === 'node' ? { node: find(root, from.id), type: undefined } : newNode(from);
      if (!node) return null;
      return {
        source,
        name: nameOf(node, from.kind === 'node' ? pathOf(root, node.id) : ''),
        type,
        node,
        allowed: new Set(slotsFor(root, node).map(slotId)),
        stays: (slot) => stays(root, node.id, slot),
      };
    },
    [root, nameOf, newNode],
  );
}
