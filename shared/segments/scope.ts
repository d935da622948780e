import { z } from 'zod';

/** Whose clients an analysis looks at: all of them, or those of a saved segment. */
export const scopeSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('all') }),
    z.strictObject({ kind: z.literal('segment'), segment: z.string().min(1) }),
  ])
  .meta({ id: 'Scope' });
export type Scope = z.infer<typeof scopeSchema>;

export const allClients: Scope = { kind: 'all' };
