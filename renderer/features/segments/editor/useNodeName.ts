import { useCallback } from 'react';
import { useWords } from '../../../app/i18n/useWords.ts';
import type { EditNode } from '../rule/tree.ts';

/** Names a part of the rule for people, while it is dragged and where it can be seen by name only. */
export function useNodeName(): (node: EditNode, path: string) => string {
  const { t } = useWords();
  return useCallback(
    (node, path) => {
      switch (node.kind) {
        case 'group':
          return t('segments.group.label', { path });
        case 'condition':
          return node.field?.field ?? t('segments.condition.label', { path });
        case 'funnel':
          return node.funnel;
        case 'segment':
          return node.segment;
      }
    },
    [t],
  );
}
