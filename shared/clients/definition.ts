import { z } from 'zod';

/** What tells clients apart: a field of the client list, or, where it has none, each row being one client. */
export const clientKeySchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('field'), field: z.string().min(1) }),
    z.strictObject({ kind: z.literal('row') }),
  ])
  .meta({ id: 'ClientKey' });

/** Which table lists the clients, and how the others hang on it. One a workspace. */
export const clientsDefinitionSchema = z
  .strictObject({
    table: z.string().min(1),
    key: clientKeySchema,
    /** Tables whose rows belong to a client, with the field that holds the client's key. */
    facts: z.array(z.strictObject({ table: z.string().min(1), field: z.string().min(1) })).default([]),
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
