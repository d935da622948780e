import { z } from 'zod';
import { nothing } from './common.ts';
import type { Contract } from './method.ts';

export const workspaceContract = {
  /** The open workspace, or null. `id` tells workspaces of one name apart. Also the smallest call there is. */
  'workspace.current': {
    params: nothing,
    result: z.strictObject({ id: z.string(), name: z.string(), sample: z.boolean() }).nullable(),
  },
} satisfies Contract;

/** What the engine tells every window without being asked. */
export const engineEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('dataChanged'), table: z.string(), version: z.number().int() }),
  z.strictObject({ type: z.literal('definitionsChanged') }),
  z.strictObject({ type: z.literal('workspaceChanged') }),
]);
export type EngineEvent = z.infer<typeof engineEventSchema>;
