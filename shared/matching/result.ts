import { z } from 'zod';
import { matchKeySchema } from './definition.ts';
import { differenceSchema } from './difference.ts';

/** Why two rows may be of one client, and are not joined. */
export const doubts = ['contradiction', 'sharedValue', 'nearName'] as const;
const doubtSchema = z.enum(doubts);

const count = z.number().int().nonnegative();

/** What a definition came to. Every row of every list is in exactly one client. */
export const matchSummarySchema = z
  .strictObject({
    /** `joined`: rows that share their client with another row, of whichever list. */
    lists: z.array(z.strictObject({ table: z.string(), rows: count, joined: count })),
    clients: count,
    /** Clients with rows of more than one list. */
    acrossLists: count,
    /** Rows by the key that joined them to another first, in order of trust; those decided by hand are apart. */
    joinedBy: z.array(z.strictObject({ key: matchKeySchema, rows: count })),
    joinedByHand: count,
    doubtful: z.strictObject({ open: count, decided: count }),
  })
  .meta({ id: 'MatchSummary' });
export type MatchSummary = z.infer<typeof matchSummarySchema>;

/** One row of a pair. `values` are those of the attributes, masked by their classes; null where it has none. */
const sideSchema = z.strictObject({
  table: z.string(),
  row: z.string(),
  /** Its number in its table, from 1. */
  number: z.number().int().positive(),
  values: z.array(z.string().nullable()),
});
export type PairSide = z.infer<typeof sideSchema>;

/** Two rows of different clients that may be one. */
export const doubtfulPairSchema = z.strictObject({
  doubt: doubtSchema,
  /** What they agree on. */
  key: matchKeySchema,
  a: sideSchema,
  b: sideSchema,
  /** How alike the names are once written alike, by Jaro and Winkler, 0 to 1, and the characters by which they differ; null where one has none. */
  names: z.strictObject({ similarity: z.number().min(0).max(1), edits: count }).nullable(),
  /** For each attribute: whether both have a value and the two differ, once written alike. */
  differs: z.array(z.boolean()),
  /** For each attribute whose two values are masked: how they differ, once written alike; null where that is seen, or nothing may be said. */
  how: z.array(differenceSchema.nullable()),
  /** Decided to be different clients. */
  decided: z.boolean(),
});
export type DoubtfulPair = z.infer<typeof doubtfulPairSchema>;

/** The rows of a decision as they are now; null where a row is no longer there. */
export const decidedPairSchema = z.strictObject({ a: sideSchema.nullable(), b: sideSchema.nullable() });
export type DecidedPair = z.infer<typeof decidedPairSchema>;
