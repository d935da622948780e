import { useCallback } from 'react';
import type { FieldType } from '#shared/intake/index.ts';
import type { Source } from './rule/source.ts';
import { type EditNode, firstTest, newCondition, newSegmentRef } from './rule/tree.ts';
import { useFields } from './useFields.ts';

/** Makes the condition that something of the palette stands for. */
export function useNewNode() {
  const { find } = useFields();
  return useCallback(
    (source: Exclude<Source, { kind: 'node' }>): { node: EditNode; type: FieldType | undefined } => {
      if (source.kind === 'segment') return { node: newSegmentRef(source.segment), type: undefined };
      const type = find(source.field)?.type ?? 'text';
      return { node: newCondition(source.field, firstTest(type)), type };
    },
    [find],
  );
}
