import { memo } from 'react';
import type { EditCondition } from '../rule/tree.ts';
import { ConditionParts } from './ConditionParts.tsx';
import { NodeRow } from './NodeRow.tsx';

/** One condition: field, comparison and value. */
export const ConditionRow = memo(function ConditionRow({ node, path }: { node: EditCondition; path: string }) {
  return (
    <NodeRow node={node} path={path}>
      <ConditionParts condition={node} />
    </NodeRow>
  );
});
