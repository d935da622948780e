import { z } from 'zod';
import { type Predicate, predicateSchema } from '../conditions/index.ts';

/** A field of a dataset. On a fact table a condition means: at least one row of the client meets it. */
export const fieldRefSchema = z
  .strictObject({ table: z.string().min(1), field: z.string().min(1) })
  .meta({ id: 'FieldRef' });
export type FieldRef = z.infer<typeof fieldRefSchema>;

export const maximumDepth = 50;

export interface ConditionNode {
  kind: 'condition';
  field: FieldRef;
  test: Predicate;
}
export interface SegmentNode {
  kind: 'segment';
  /** The name of another segment. */
  segment: string;
}
/** Clients with an entry that came to a step of a funnel: and no further (`dropped`), or at least so far (`reached`). */
export interface FunnelNode {
  kind: 'funnel';
  /** The name of a funnel. */
  funnel: string;
  /** Its step, counted from 1. */
  step: number;
  outcome: 'dropped' | 'reached';
  /** Only entries of one group: whose row of the first step has this value, null for none, in a field of the event table. */
  group?: { field: string; value: string | null } | undefined;
}
export interface GroupNode {
  kind: 'group';
  combine: 'and' | 'or';
  /** Clients that do NOT meet the group. */
  negate: boolean;
  items: RuleNode[];
}
export type RuleNode = ConditionNode | SegmentNode | FunnelNode | GroupNode;

const conditionSchema = z
  .strictObject({ kind: z.literal('condition'), field: fieldRefSchema, test: predicateSchema })
  .meta({ id: 'Condition' });
const segmentRefSchema = z
  .strictObject({ kind: z.literal('segment'), segment: z.string().min(1) })
  .meta({ id: 'SegmentRef' });

const funnelRefSchema = z
  .strictObject({
    kind: z.literal('funnel'),
    funnel: z.string().min(1),
    step: z.number().int().min(1),
    outcome: z.enum(['dropped', 'reached']),
    group: z.strictObject({ field: z.string().min(1), value: z.string().nullable() }).optional(),
  })
  .meta({ id: 'FunnelRef' });

/** A group of conditions. An empty group asks nothing and is passed over; an empty root means all clients. */
export const groupSchema: z.ZodType<GroupNode> = z
  .strictObject({
    kind: z.literal('group'),
    combine: z.enum(['and', 'or']),
    negate: z.boolean(),
    get items() {
      return z.array(ruleNodeSchema);
    },
  })
  .meta({ id: 'RuleGroup' });
const ruleNodeSchema: z.ZodType<RuleNode> = z.lazy(() =>
  z.union([conditionSchema, segmentRefSchema, funnelRefSchema, groupSchema]),
);

/** A group of clients, by rule. */
export const segmentDefinitionSchema = z.strictObject({ rule: groupSchema }).meta({ id: 'SegmentDefinition' });
export type SegmentDefinition = z.infer<typeof segmentDefinitionSchema>;

/** How many clients a segment has, of how many. */
export const segmentResultSchema = z
  .strictObject({ clients: z.number().int(), base: z.number().int(), share: z.number().nullable() })
  .meta({ id: 'SegmentResult' });
export type SegmentResult = z.infer<typeof segmentResultSchema>;
