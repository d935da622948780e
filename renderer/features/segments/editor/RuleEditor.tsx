import type { DefinitionOf } from '#shared/contract/index.ts';
import { activate, changeRule, type useRule } from '../rule/store.ts';
import { EditContext } from './EditContext.ts';
import { GroupEditor } from './GroupEditor.tsx';

interface Props {
  segment: DefinitionOf<'segment'>;
  entry: ReturnType<typeof useRule>;
}

/** The rule as a tree of groups and conditions. */
export function RuleEditor({ segment, entry }: Props) {
  const context = {
    active: entry.active,
    root: entry.root,
    change: (change: Parameters<typeof changeRule>[1]) => changeRule(segment, change),
    activate: (group: string) => activate(segment.id, group),
  };
  return (
    <EditContext value={context}>
      <GroupEditor group={entry.root} path="1" depth={0} />
    </EditContext>
  );
}
