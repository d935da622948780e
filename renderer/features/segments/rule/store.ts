import { create } from 'zustand';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { GroupNode } from '#shared/segments/index.ts';
import { edit } from '../../../app/definitions/drafts.ts';
import { setUnfinished } from '../../../app/history/unfinished.ts';
import { onWorkspaceSwitch } from '../../../app/workspace/switches.ts';
import { incompleteOf, toEdit, toRule } from './convert.ts';
import type { EditGroup } from './tree.ts';

interface Entry {
  root: EditGroup;
  /** The rule it was read from or written to last: another one means that it changed elsewhere. */
  rule: string;
  /** The group that a field clicked in the palette goes to. */
  active: string;
}

/** Rules as they are edited, with what is not complete yet, by segment. */
export const useRules = create<{ rules: Readonly<Record<string, Entry>> }>()(() => ({ rules: {} }));

onWorkspaceSwitch(() => useRules.setState({ rules: {} }));

const put = (id: string, entry: Entry) => useRules.setState(({ rules }) => ({ rules: { ...rules, [id]: entry } }));
const written = (rule: GroupNode) => JSON.stringify(rule);

function read(definition: DefinitionOf<'segment'>): Entry {
  const root = toEdit(definition.body.rule);
  return { root, rule: written(definition.body.rule), active: root.id };
}

/** The rule of a segment as it is edited. */
export function useRule(definition: DefinitionOf<'segment'>): Entry {
  const entry = useRules((state) => state.rules[definition.id]);
  if (entry && entry.rule === written(definition.body.rule)) return entry;
  const fresh = read(definition);
  // Not a change that anyone sees: the same tree, kept so that its ids last.
  queueMicrotask(() => put(definition.id, fresh));
  return fresh;
}

/** The rule of a segment as it is on screen now. */
export function rootOf(definition: DefinitionOf<'segment'>): EditGroup {
  return (useRules.getState().rules[definition.id] ?? read(definition)).root;
}

/** Changes the rule on screen and saves what of it is complete. */
export function changeRule(definition: DefinitionOf<'segment'>, change: (root: EditGroup) => EditGroup): void {
  const entry = useRules.getState().rules[definition.id] ?? read(definition);
  const root = change(entry.root);
  const rule = toRule(root);
  put(definition.id, { ...entry, root, rule: written(rule) });
  // What was only begun is taken back by itself, before the edit before it is.
  const begun = written(rule) === entry.rule && incompleteOf(root) > 0;
  setUnfinished(definition.id, begun ? () => put(definition.id, read({ ...definition, body: { rule } })) : null);
  if (written(rule) !== entry.rule) edit({ ...definition, body: { rule } });
}

/** Says which group a field clicked in the palette goes to. */
export function activate(id: string, group: string): void {
  const entry = useRules.getState().rules[id];
  if (entry && entry.active !== group) put(id, { ...entry, active: group });
}
