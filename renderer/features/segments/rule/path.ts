import type { EditGroup } from './tree.ts';

/** The place of a node for people: 1.2 is the second part of the rule, 1.2.1 the first part of that. */
export function pathOf(root: EditGroup, id: string, path = '1'): string {
  if (root.id === id) return path;
  for (const [at, item] of root.items.entries()) {
    const itemPath = `${path}.${at + 1}`;
    if (item.id === id) return itemPath;
    const found = item.kind === 'group' ? pathOf(item, id, itemPath) : '';
    if (found) return found;
  }
  return '';
}
