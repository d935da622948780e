import { z } from 'zod';
import { clientsDefinitionSchema } from '../clients/index.ts';
import { reportDefinitionSchema } from '../reports/index.ts';
import { segmentDefinitionSchema } from '../segments/index.ts';
import { done } from './common.ts';
import type { Contract } from './method.ts';

/** The kinds of definition that the catalogue keeps. */
const definitionKinds = ['clients', 'segment', 'report'] as const;
export type DefinitionKind = (typeof definitionKinds)[number];

const stamp = { id: z.string(), name: z.string(), version: z.number().int().positive(), savedAt: z.string() };

/** A definition as saved: versions are immutable, saving makes the next one. */
export const definitionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('clients'), ...stamp, body: clientsDefinitionSchema }),
  z.strictObject({ kind: z.literal('segment'), ...stamp, body: segmentDefinitionSchema }),
  z.strictObject({ kind: z.literal('report'), ...stamp, body: reportDefinitionSchema }),
]);
export type Definition = z.infer<typeof definitionSchema>;
export type DefinitionOf<K extends DefinitionKind> = Extract<Definition, { kind: K }>;

const name = z.string().min(1).max(200);
const target = { id: z.string(), baseVersion: z.number().int().positive() };

export const definitionsContract = {
  'definitions.list': {
    params: z.strictObject({ kind: z.enum(definitionKinds).optional() }),
    result: z.array(definitionSchema),
  },
  'definitions.create': {
    params: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('clients'), name, body: clientsDefinitionSchema }),
      z.strictObject({ kind: z.literal('segment'), name, body: segmentDefinitionSchema }),
      z.strictObject({ kind: z.literal('report'), name, body: reportDefinitionSchema }),
    ]),
    result: definitionSchema,
  },
  /** Saves the next version. `definitionConflict` when `baseVersion` is no longer the newest. */
  'definitions.save': {
    params: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('clients'), ...target, name, body: clientsDefinitionSchema }),
      z.strictObject({ kind: z.literal('segment'), ...target, name, body: segmentDefinitionSchema }),
      z.strictObject({ kind: z.literal('report'), ...target, name, body: reportDefinitionSchema }),
    ]),
    result: definitionSchema,
  },
  'definitions.remove': { params: z.strictObject({ id: z.string() }), result: done },
} satisfies Contract;
