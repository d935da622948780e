import { useEffect, useMemo, useRef, useState } from 'react';
import type { GroupNode } from '#shared/segments/index.ts';
import type { Editing } from './editor/EditContext.ts';
import { focusNode } from './editor/focus.ts';
import { toEdit, toRule } from './rule/convert.ts';
import { heirOf } from './rule/moves.ts';
import { reread } from './rule/reread.ts';
import { type EditGroup, remove } from './rule/tree.ts';

/** A rule as it is edited that is kept elsewhere: what of it is complete is told, what is not stays on screen. */
export function useRuleDraft(
  rule: GroupNode,
  onChange: (rule: GroupNode) => void,
): { root: EditGroup; editing: Editing } {
  const saved = JSON.stringify(rule);
  const [state, setState] = useState(() => ({ root: toEdit(rule), saved }));
  let { root } = state;
  if (state.saved !== saved) {
    // Changed elsewhere, as by undo.
    root = reread(rule, root);
    setState({ root, saved });
  }
  // Parts of the editor keep the functions that they were drawn with, and see the rule as it is.
  const latest = useRef({ root, saved, onChange });
  useEffect(() => {
    latest.current = { root, saved, onChange };
  });
  const editing = useMemo<Editing>(() => {
    const change: Editing['change'] = (by) => {
      const next = by(latest.current.root);
      const kept = toRule(next);
      const written = JSON.stringify(kept);
      const isNew = written !== latest.current.saved;
      latest.current = { ...latest.current, root: next, saved: written };
      setState({ root: next, saved: written });
      if (isNew) latest.current.onChange(kept);
    };
    return {
      root: () => latest.current.root,
      change,
      activate: () => {},
      remove: (id) => {
        focusNode(heirOf(latest.current.root, id));
        change((now) => remove(now, id));
      },
      focus: focusNode,
    };
  }, []);
  return { root, editing };
}
