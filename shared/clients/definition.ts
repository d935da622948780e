import { z } from 'zod';
import { saidSideSchema } from './sides.ts';

/** What tells clients apart: a field of the client list, or, where it has none, each row being one client. */
export const clientKeySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('field'), field: z.string().min(1) }),
    z.strictObject({ kind: z.literal('row') }),
  ])
  .meta({ id: 'ClientKey' });

/** What the fields of a fact are, beside who: when it happened, how much it was of, through which channel, what product, which stage. */
export const roles = ['when', 'amount', 'channel', 'product', 'stage'] as const;
export type Role = (typeof roles)[number];

const role = z.string().min(1).nullable().optional();

/** By role the field that plays it; null: none does; absent: the one that is suggested. */
export const factRolesSchema = z
  .strictObject({ when: role, amount: role, channel: role, product: role, stage: role })
  .meta({ id: 'FactRoles' });
export type FactRoles = z.infer<typeof factRolesSchema>;

/** Which table lists the clients, and how the others hang on it. One a workspace. */
export const clientsDefinitionSchema = z
  .strictObject({
    table: z.string().min(1),
    key: clientKeySchema,
    /** Tables whose rows belong to a client, with the field that holds the client's key. */
    facts: z
      .array(z.strictObject({ table: z.string().min(1), field: z.string().min(1), roles: factRolesSchema.optional() }))
      .default([]),
    /** Channels that the analyst says are online or offline; of the others their words are asked. */
    sides: z.array(saidSideSchema).max(2000).optional(),
  })
  .meta({ id: 'ClientsDefinition' });
export type ClientsDefinition = z.infer<typeof clientsDefinitionSchema>;

/** How well the tables fit together. Keys are compared as text. */
export const clientsSummarySchema = z
  .strictObject({
    /** Clients: distinct keys that are not blank. */
    clients: z.number().int(),
    rows: z.number().int(),
    /** Rows beyond the first with the same key; the first in file order counts. */
    duplicateRows: z.number().int(),
    blankKeys: z.number().int(),
    facts: z.array(
      z.strictObject({
        table: z.string(),
        rows: z.number().int(),
        /** Rows whose key is on no client. */
        unmatchedRows: z.number().int(),
        /** Clients with at least one row. */
        clientsReached: z.number().int(),
      }),
    ),
  })
  .meta({ id: 'ClientsSummary' });
export type ClientsSummary = z.infer<typeof clientsSummarySchema>;
