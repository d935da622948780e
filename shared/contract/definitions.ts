import { z } from 'zod';
import { clientsDefinitionSchema } from '../clients/index.ts';
import { featuresDefinitionSchema } from '../features/index.ts';
import { funnelDefinitionSchema } from '../funnels/index.ts';
import { matchDefinitionSchema } from '../matching/index.ts';
import { portraitDefinitionSchema } from '../portraits/index.ts';
import { recipeDefinitionSchema } from '../recipes/index.ts';
import { reportDefinitionSchema } from '../reports/index.ts';
import { roiDefinitionSchema } from '../roi/index.ts';
import { segmentDefinitionSchema } from '../segments/index.ts';
import { done } from './common.ts';
import type { Contract } from './method.ts';

/** The kinds of definition that the catalogue keeps. */
const definitionKinds = [
  'recipe',
  'match',
  'clients',
  'features',
  'portrait',
  'segment',
  'funnel',
  'roi',
  'report',
] as const;
export type DefinitionKind = (typeof definitionKinds)[number];
export const definitionKindSchema = z.enum(definitionKinds);

/** One strict object for each kind: its name, its body and what else the call has. */
function eachKind<S extends z.ZodRawShape>(shape: S) {
  return z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('recipe'), ...shape, body: recipeDefinitionSchema }),
    z.strictObject({ kind: z.literal('match'), ...shape, body: matchDefinitionSchema }),
    z.strictObject({ kind: z.literal('clients'), ...shape, body: clientsDefinitionSchema }),
    z.strictObject({ kind: z.literal('features'), ...shape, body: featuresDefinitionSchema }),
    z.strictObject({ kind: z.literal('portrait'), ...shape, body: portraitDefinitionSchema }),
    z.strictObject({ kind: z.literal('segment'), ...shape, body: segmentDefinitionSchema }),
    z.strictObject({ kind: z.literal('funnel'), ...shape, body: funnelDefinitionSchema }),
    z.strictObject({ kind: z.literal('roi'), ...shape, body: roiDefinitionSchema }),
    z.strictObject({ kind: z.literal('report'), ...shape, body: reportDefinitionSchema }),
  ]);
}

/** A definition as saved: versions are immutable, saving makes the next one. */
export const definitionSchema = eachKind({
  id: z.string(),
  name: z.string(),
  version: z.number().int().positive(),
  savedAt: z.string(),
});
export type Definition = z.infer<typeof definitionSchema>;
export type DefinitionOf<K extends DefinitionKind> = Extract<Definition, { kind: K }>;

const name = z.string().min(1).max(200);

export const definitionsContract = {
  'definitions.list': {
    params: z.strictObject({ kind: definitionKindSchema.optional() }),
    result: z.array(definitionSchema),
  },
  'definitions.create': { params: eachKind({ name }), result: definitionSchema },
  /** Saves the next version. `definitionConflict` when `baseVersion` is no longer the newest. */
  'definitions.save': {
    params: eachKind({ id: z.string(), baseVersion: z.number().int().positive(), name }),
    result: definitionSchema,
  },
  'definitions.remove': { params: z.strictObject({ id: z.string() }), result: done },
} satisfies Contract;
