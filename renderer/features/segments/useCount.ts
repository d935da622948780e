import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState } from 'react';
import type { GroupNode, RuleNode } from '#shared/segments/index.ts';
import { engine } from '../../app/ports/clients.ts';
import { keys } from '../../app/query/keys.ts';

const pause = 250;

/** What counts are made from besides the rule: versions of data, client model and other segments. */
export const CountBasis = createContext('');

/**
 * How many clients meet a rule. While the rule or its basis is ahead of the answer there is no `result`: a count that may
 * be old is never shown. The count before is cancelled.
 */
export function useCount(rule: GroupNode) {
  const basis = useContext(CountBasis);
  const wanted = JSON.stringify(rule);
  const settled = useSettled(wanted);
  const count = useQuery({
    queryKey: [...keys.results, 'segments.count', settled, basis],
    queryFn: ({ signal }) => engine.call('segments.count', { rule: JSON.parse(settled) as GroupNode }, { signal }),
  });
  const current = wanted === settled && !count.isFetching;
  return {
    result: current ? count.data?.result : undefined,
    provenance: current ? count.data?.provenance : undefined,
    error: current && count.isError ? count.error : null,
    refetch: count.refetch,
  };
}

/** The rule that is one node by itself. */
export const ruleOf = (...items: RuleNode[]): GroupNode => ({ kind: 'group', combine: 'and', negate: false, items });

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
