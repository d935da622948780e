import { createContext, useContext } from 'react';
import type { GroupNode, RuleNode } from '#shared/segments/index.ts';
import { useAnalysis } from '../../app/analysis/useAnalysis.ts';

/** What counts are made from besides the rule: versions of data, client model and other definitions. */
export const CountBasis = createContext('');

/** How many clients meet a rule. */
export function useCount(rule: GroupNode) {
  const { data, error, retry } = useAnalysis('segments.count', { rule }, useContext(CountBasis));
  return { result: data?.result, provenance: data?.provenance, error, retry };
}

/** The rule that is one node by itself. */
export const ruleOf = (...items: RuleNode[]): GroupNode => ({ kind: 'group', combine: 'and', negate: false, items });
