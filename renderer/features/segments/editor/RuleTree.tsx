import { RuleArea } from '../dnd/RuleArea.tsx';
import type { EditGroup } from '../rule/tree.ts';
import { ActiveContext, EditContext, type Editing } from './EditContext.ts';
import { GroupEditor } from './GroupEditor.tsx';

interface Props {
  root: EditGroup;
  /** The group that new conditions go to. */
  active: string;
  editing: Editing;
}

/** A rule as a tree of groups and conditions, wherever it is kept. */
export function RuleTree({ root, active, editing }: Props) {
  return (
    <RuleArea>
      <EditContext value={editing}>
        <ActiveContext value={active}>
          <GroupEditor group={root} path="1" depth={1} />
        </ActiveContext>
      </EditContext>
    </RuleArea>
  );
}
