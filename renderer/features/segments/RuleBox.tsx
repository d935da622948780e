import type { GroupNode } from '#shared/segments/index.ts';
import { RuleDnd } from './dnd/RuleDnd.tsx';
import { focusNode } from './editor/focus.ts';
import { OfferContext } from './editor/OfferContext.ts';
import { RuleTree } from './editor/RuleTree.tsx';
import { useRuleDraft } from './useRuleDraft.ts';

interface Props {
  rule: GroupNode;
  /** Names of segments that it can name. */
  segments: readonly string[];
  onChange(rule: GroupNode): void;
}

/** The editor of a rule that is part of something else: without a list of fields beside it, all is added from within. */
export function RuleBox({ rule, segments, onChange }: Props) {
  const { root, editing } = useRuleDraft(rule, onChange);
  return (
    <RuleDnd
      root={root}
      active={root.id}
      onStart={() => {}}
      onDrop={(change, node) => {
        editing.change(change);
        focusNode(node.id);
      }}
    >
      <OfferContext value={segments}>
        <RuleTree root={root} active="" editing={editing} />
      </OfferContext>
    </RuleDnd>
  );
}
