import { z } from 'zod';
import { fieldRefSchema, scopeSchema } from '../segments/index.ts';

/** What a group is set against: all clients, the clients outside it, or another segment. */
export const baselineSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.literal('complement') }),
    z.strictObject({ kind: z.literal('segment'), segment: z.string().min(1) }),
  ])
  .meta({ id: 'Baseline' });
export type Baseline = z.infer<typeof baselineSchema>;

/** What a group of clients is like, beside its baseline. */
export const portraitDefinitionSchema = z
  .strictObject({
    scope: scopeSchema,
    baseline: baselineSchema.default({ kind: 'all' }),
    /** The fields to show; empty: every field that is fit for it (docs/semantics.md). */
    dimensions: z.array(fieldRefSchema).max(200).default([]),
    /** Where the fields are found by themselves: whether those of the group's own rule are among them. */
    ruleFields: z.boolean().default(false),
  })
  .meta({ id: 'PortraitDefinition' });
export type PortraitDefinition = z.infer<typeof portraitDefinitionSchema>;
