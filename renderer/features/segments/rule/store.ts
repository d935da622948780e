import { create } from 'zustand';
import type { DefinitionOf } from '#shared/contract/index.ts';
import type { GroupNode } from '#shared/segments/index.ts';
import { edit } from '../../../app/definitions/drafts.ts';
import { setUnfinished } from '../../../app/history/unfinished.ts';
import { onWorkspaceSwitch } from '../../../app/workspace/switches.ts';
import { incompleteOf, toEdit, toRule } from './convert.ts';
import { reread } from './reread.ts';
import { type EditGroup, find } from './tree.ts';

interface Entry {
  root: EditGroup;
  /** The rule it was read from or written to last: another one means that it changed elsewhere. */
  rule: string;
  /** The group that a field clicked in the palette goes to. */
  active: string;
}

/** Rules as they are edited, with what is not complete yet, by segment. */
export const useRules = create<{ rules: Readonly<Record<string, Entry>> }>()(() => ({ rules: {} }));

onWorkspaceSwitch(() => {
  fresh.clear();
  useRules.setState({ rules: {} });
});

const put = (id: string, entry: Entry) => useRules.setState(({ rules }) => ({ rules: { ...rules, [id]: entry } }));

/** How rules are written, so that they can be compared. Rules are never changed in place. */
const writings = new WeakMap<GroupNode, string>();

function written(rule: GroupNode): string {
  const known = writings.get(rule) ?? JSON.stringify(rule);
  writings.set(rule, known);
  return known;
}

/** A saved rule as it is to be edited; what of it is on screen already stays as it is. */
function read(definition: DefinitionOf<'segment'>, before?: Entry): Entry {
  const { rule } = definition.body;
  const root = before ? reread(rule, before.root) : toEdit(rule);
  const active = before && find(root, before.active) ? before.active : root.id;
  return { root, rule: written(rule), active };
}

/** Read while something is drawn, and put into the store only after that. */
const fresh = new Map<string, Entry>();

/** The rule of a segment as it is edited. */
export function useRule(definition: DefinitionOf<'segment'>): Entry {
  const entry = useRules((state) => state.rules[definition.id]);
  if (entry && entry.rule === written(definition.body.rule)) return entry;
  const known = fresh.get(definition.id);
  if (known && known.rule === written(definition.body.rule)) return known;
  const next = read(definition, entry);
  fresh.set(definition.id, next);
  // Not a change that anyone sees: the same tree, kept so that its ids last.
  queueMicrotask(() => {
    if (fresh.get(definition.id) !== next) return;
    fresh.delete(definition.id);
    put(definition.id, next);
  });
  return next;
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
  setUnfinished(definition.id, begun ? () => takeBack(definition, rule) : null);
  if (written(rule) !== entry.rule) edit({ ...definition, body: { rule } });
}

/** Leaves of the rule on screen what is complete. */
function takeBack(definition: DefinitionOf<'segment'>, rule: GroupNode): void {
  put(definition.id, read({ ...definition, body: { rule } }, useRules.getState().rules[definition.id]));
}

/** Says which group a field clicked in the palette goes to. */
export function activate(id: string, group: string): void {
  const entry = useRules.getState().rules[id];
  if (entry && entry.active !== group) put(id, { ...entry, active: group });
}
