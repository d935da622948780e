import type { GroupNode, RuleNode } from '#shared/segments/index.ts';
import { toEdit, toNode } from './convert.ts';
import type { EditGroup, EditNode } from './tree.ts';

/**
 * A saved rule, ready to be edited, where another was on screen before: what is as it was stays the same object, so that
 * undoing one change draws that one again and not the whole rule. A condition that differs is a new one, because what is
 * being typed into the old one is no part of it.
 */
export function reread(rule: GroupNode, before: EditGroup): EditGroup {
  const fresh = toEdit(rule);
  return again(fresh, rule, before);
}

function again(fresh: EditGroup, rule: GroupNode, before: EditGroup): EditGroup {
  const leaves = new Map<string, EditNode[]>();
  const groups: EditGroup[] = [];
  for (const item of before.items) {
    if (item.kind === 'group') groups.push(item);
    else for (const node of toNode(item)) put(leaves, written(node), item);
  }
  const items = fresh.items.map((item, at): EditNode => {
    const saved = rule.items[at];
    if (!saved) return item;
    if (item.kind !== 'group' || saved.kind !== 'group') return leaves.get(written(saved))?.shift() ?? item;
    const known = groups.shift();
    return known ? again(item, saved, known) : item;
  });
  const { combine, negate } = rule;
  const same = items.length === before.items.length && items.every((item, at) => item === before.items[at]);
  if (same && combine === before.combine && negate === before.negate) return before;
  return { ...fresh, id: before.id, items };
}

const written = (node: RuleNode): string => JSON.stringify(node);

function put(map: Map<string, EditNode[]>, key: string, item: EditNode): void {
  const known = map.get(key);
  if (known) known.push(item);
  else map.set(key, [item]);
}
