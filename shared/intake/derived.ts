import { z } from 'zod';
import { tableVersionSchema } from '../contract/common.ts';
import { sensitivitySchema } from '../privacy/sensitivity.ts';

/** What makes datasets out of others. */
export const derivedKinds = ['recipe', 'match', 'features'] as const;
export const derivedKindSchema = z.enum(derivedKinds);
export type DerivedKind = z.infer<typeof derivedKindSchema>;

/** Where a computed dataset comes from: the definition, by name and version, and the tables as they were then. */
export const derivedSchema = z
  .strictObject({
    kind: derivedKindSchema,
    definition: z.string().min(1),
    /** What it is known by whatever its name; absent in datasets of earlier versions. */
    definitionId: z.string().min(1).optional(),
    definitionVersion: z.number().int().positive(),
    /** Which of several datasets of one definition; absent for the one that it is there for. */
    part: z.string().min(1).optional(),
    sources: z.array(tableVersionSchema).min(1),
    /** By column: the fields of sources that it was made from. Columns that come from none are not named. */
    origins: z.record(z.string(), z.array(z.strictObject({ table: z.string(), field: z.string() }))).optional(),
    /** Columns whose values are made from parts of those fields, not whole ones. */
    altered: z.array(z.string()).optional(),
    /** By column: the class that was set by hand in place of the one that it would have. Kept until the definition changes. */
    classes: z.record(z.string(), z.strictObject({ from: sensitivitySchema, to: sensitivitySchema })).optional(),
  })
  .meta({ id: 'Derived' });
export type Derived = z.infer<typeof derivedSchema>;
