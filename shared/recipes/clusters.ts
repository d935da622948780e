import { z } from 'zod';

/** Values of a field are clustered up to this many, the most frequent first. */
export const mostClusteredValues = 50_000;

/**
 * How values are found to be one. `spelling` (as the assessment of quality finds spellings), `fingerprint`, `ngram` and `pinyin` make a key of each value: those of one key are a
 * cluster. `distance` takes what `edits` of a character make of another, and never more than one in three characters.
 */
export const clusterMethodSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('spelling') }),
    z.strictObject({ kind: z.literal('fingerprint') }),
    z.strictObject({ kind: z.literal('ngram'), size: z.number().int().min(1).max(6) }),
    z.strictObject({ kind: z.literal('pinyin') }),
    z.strictObject({ kind: z.literal('distance'), edits: z.number().int().min(1).max(2) }),
  ])
  .meta({ id: 'ClusterMethod' });
export type ClusterMethod = z.infer<typeof clusterMethodSchema>;

/** A value of a field as it stands, and how many rows have it. */
const countedSchema = z.strictObject({ value: z.string(), rows: z.number().int().nonnegative() });
export type CountedValue = z.infer<typeof countedSchema>;

/** Two or more values that may be one, most rows first, ties by value. */
const clusterSchema = z.strictObject({
  /** What the others may become: the value with the most rows, unless that is typed untidily and another is not. */
  suggested: z.string(),
  rows: z.number().int().nonnegative(),
  values: z.array(countedSchema).min(2),
});
export type Cluster = z.infer<typeof clusterSchema>;

/** The clusters of a field, those of the most rows first. */
export const clusteringSchema = z.strictObject({
  clusters: z.array(clusterSchema),
  /** How many clusters there are; more than are listed where there are very many. */
  total: z.number().int().nonnegative(),
  /** Different values that were looked at. */
  looked: z.number().int().nonnegative(),
  /** Different values that the field has. */
  distinct: z.number().int().nonnegative(),
});
export type Clustering = z.infer<typeof clusteringSchema>;
