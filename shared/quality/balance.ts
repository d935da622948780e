import { z } from 'zod';
import { sideSchema } from '../clients/index.ts';

const count = z.number().int().nonnegative();

/** Records by where they took place. The four sum to `total`. */
const recordsSchema = z.strictObject({ online: count, offline: count, other: count, unknown: count, total: count });
export type Records = z.infer<typeof recordsSchema>;

/** A channel, or (`value` null) rows without one: all of a table that has no field for it. */
const channelSchema = z.strictObject({
  value: z.string().nullable(),
  rows: count,
  side: sideSchema.nullable(),
  /** The analyst said so; else its words did. */
  said: z.boolean(),
});

/** Where the records of the imported datasets, and the clients behind them, come from: online channels or offline ones. */
export const balanceSchema = z
  .strictObject({
    records: recordsSchema,
    /** Clients with at least one record in a linked table, by the sides of their records; null without a client model. */
    clients: z.strictObject({ online: count, offline: count, both: count, unknown: count, total: count }).nullable(),
    sources: z.array(
      z.strictObject({
        table: z.string(),
        /** The field that says the channel; null: the words of table and file do. */
        field: z.string().nullable(),
        records: recordsSchema,
        /** Most rows first. Beyond 500 they are counted as unknown and not listed. */
        channels: z.array(channelSchema),
      }),
    ),
  })
  .meta({ id: 'ChannelBalance' });
export type Balance = z.infer<typeof balanceSchema>;

/** The records of channels by their sides; what is beyond the listed ones is unknown. */
export function recordsOf(channels: readonly z.infer<typeof channelSchema>[], total: number): Records {
  const of = (side: 'online' | 'offline' | 'other') =>
    channels.reduce((sum, each) => sum + (each.side === side ? each.rows : 0), 0);
  const known = { online: of('online'), offline: of('offline'), other: of('other') };
  return { ...known, unknown: total - known.online - known.offline - known.other, total };
}

export function sumOf(all: readonly Records[]): Records {
  const sum = (of: keyof Records) => all.reduce((total, each) => total + each[of], 0);
  return {
    ...{ online: sum('online'), offline: sum('offline'), other: sum('other') },
    ...{ unknown: sum('unknown'), total: sum('total') },
  };
}
