import type { FeaturesDefinition } from '#shared/features/index.ts';
import type { FieldRef, GroupNode, RuleNode } from '#shared/segments/index.ts';

type Tags = FeaturesDefinition['tags'];

/** Tags test the features beside them by the name of the dataset: they go with it. */
export function withOutput({ output: before, tags }: FeaturesDefinition, output: string): Partial<FeaturesDefinition> {
  return { output, tags: withRefs(tags, (ref) => (ref.table === before ? { ...ref, table: output } : ref)) };
}

/** And by their names: a feature that is renamed is tested under its new one. */
export function withFeatures(
  { output, features: before, tags }: FeaturesDefinition,
  features: FeaturesDefinition['features'],
): Partial<FeaturesDefinition> {
  // One at a time is renamed, and it keeps its place; whatever else is done to the list, no name of it is new.
  const at = features.length === before.length ? features.findIndex(({ name }, i) => name !== before[i]?.name) : -1;
  const [old, now] = [before[at]?.name, features[at]?.name];
  if (old === undefined || now === undefined || before.some(({ name }) => name === now)) return { features };
  const renamed = (ref: FieldRef) => (ref.table === output && ref.field === old ? { ...ref, field: now } : ref);
  return { features, tags: withRefs(tags, renamed) };
}

const withRefs = (tags: Tags, change: (ref: FieldRef) => FieldRef): Tags =>
  tags.map((tag) => ({ ...tag, rule: ruleWith(tag.rule, change) }));

function ruleWith(rule: GroupNode, change: (ref: FieldRef) => FieldRef): GroupNode {
  const node = (item: RuleNode): RuleNode => {
    if (item.kind === 'group') return ruleWith(item, change);
    return item.kind === 'condition' ? { ...item, field: change(item.field) } : item;
  };
  return { ...rule, items: rule.items.map(node) };
}
