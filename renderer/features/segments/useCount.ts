import { createContext, useContext } from 'react';
import type { EngineContract, Result } from '#shared/contract/index.ts';
import type { FeaturesDefinition } from '#shared/features/index.ts';
import type { GroupNode, RuleNode } from '#shared/segments/index.ts';
import { useAnalysis } from '../../app/analysis/useAnalysis.ts';

/** What counts are made from besides the rule: versions of data, client model and other definitions. */
export const CountBasis = createContext('');

/** The features that a rule may test under the name of the dataset that they become; null where there are none beside it. */
export const BesideContext = createContext<FeaturesDefinition | null>(null);

/** How many clients meet a rule. */
export function useCount(rule: GroupNode) {
  const basis = useContext(CountBasis);
  const beside = useContext(BesideContext);
  const tested = beside ? testedOf(rule, beside.output) : [];
  const own = beside !== null && tested.length > 0;
  const plain = useAnalysis('segments.count', own ? null : { rule }, basis);
  const made = useAnalysis('features.preview', own ? taggedBy(rule, beside, tested) : null, basis);
  const { data, error, retry } = own ? made : plain;
  const result = plain.data?.result ?? (made.data ? taggedIn(made.data.result) : undefined);
  return { result, provenance: data?.provenance, error, retry };
}

/** The rule that is one node by itself. */
export const ruleOf = (...items: RuleNode[]): GroupNode => ({ kind: 'group', combine: 'and', negate: false, items });

/** The fields of a table that a rule tests. */
function testedOf(rule: GroupNode, table: string): string[] {
  return rule.items.flatMap((item) => {
    if (item.kind === 'group') return testedOf(item, table);
    return item.kind === 'condition' && item.field.table === table ? [item.field.field] : [];
  });
}

/** Nothing but the rule as a tag, and the features that it tests. */
function taggedBy(rule: GroupNode, beside: FeaturesDefinition, tested: readonly string[]): FeaturesDefinition {
  const features = beside.features.filter(({ name }) => tested.includes(name));
  // Longer than any of them, and so none of them.
  const name = '·'.repeat(Math.max(0, ...features.map((each) => each.name.length)) + 1);
  return { ...beside, features, tags: [{ name: name.slice(0, 200), column: null, rule }] };
}

function taggedIn({ clients: base, columns }: Result<EngineContract, 'features.preview'>['result']) {
  const bars = columns.at(-1)?.bars ?? [];
  const clients = bars.find(({ trait }) => trait.kind === 'value' && trait.value === true)?.clients ?? 0;
  return { clients, base, share: base === 0 ? null : clients / base };
}
