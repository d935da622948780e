import { z } from 'zod';
import { clientsDefinitionSchema } from '../clients/index.ts';
import { controlSchema } from '../controls/index.ts';
import { featuresDefinitionSchema } from '../features/index.ts';
import { funnelDefinitionSchema } from '../funnels/index.ts';
import { readOptionsSchema } from '../intake/index.ts';
import { matchDefinitionSchema, refuseTwins } from '../matching/index.ts';
import { portraitDefinitionSchema } from '../portraits/index.ts';
import { recipeDefinitionSchema } from '../recipes/index.ts';
import { reportDefinitionSchema } from '../reports/index.ts';
import { roiDefinitionSchema } from '../roi/index.ts';
import { segmentDefinitionSchema } from '../segments/index.ts';

/** Nesting beyond which a playbook is refused before it is parsed: zod would overflow the stack. */
export const maximumPlaybookDepth = 200;
export const playbookVersion = 1;

const named = { name: z.string().min(1).max(200) };

/** Every definition of a workspace, without its data, as one file. Files are named relative to the data folder. */
export const playbookSchema = z
  .strictObject({
    /** For editors: where the JSON Schema of this format lies. */
    $schema: z.string().optional(),
    format: z.literal('clientscope.playbook'),
    version: z.literal(playbookVersion),
    name: z.string().min(1).max(200),
    data: z
      .array(
        z.strictObject({
          ...named,
          file: z.string().min(1),
          /** Files whose rows follow those of `file`, in order, each read as the one before. */
          append: z.array(z.string().min(1)).optional(),
          /** A repair sheet of the rows that could not be read, mended: they follow the others. */
          repairs: z.string().min(1).optional(),
          options: readOptionsSchema.optional(),
          controls: z.array(controlSchema).optional(),
        }),
      )
      .default([]),
    recipes: z.array(z.strictObject({ ...named, ...recipeDefinitionSchema.shape })).default([]),
    matches: z.array(z.strictObject({ ...named, ...matchDefinitionSchema.shape }).superRefine(refuseTwins)).default([]),
    clients: clientsDefinitionSchema.optional(),
    features: z.array(z.strictObject({ ...named, ...featuresDefinitionSchema.shape })).default([]),
    /** Tables whose quality is assessed, against the day `asOf` (left out: the day they were loaded). */
    quality: z.array(z.strictObject({ table: z.string().min(1), asOf: z.iso.date().optional() })).default([]),
    portraits: z.array(z.strictObject({ ...named, ...portraitDefinitionSchema.shape })).default([]),
    segments: z.array(z.strictObject({ ...named, ...segmentDefinitionSchema.shape })).default([]),
    funnels: z.array(z.strictObject({ ...named, ...funnelDefinitionSchema.shape })).default([]),
    roi: z.array(z.strictObject({ ...named, ...roiDefinitionSchema.shape })).default([]),
    reports: z.array(z.strictObject({ ...named, ...reportDefinitionSchema.shape })).default([]),
  })
  .meta({ id: 'Playbook' });
export type Playbook = z.infer<typeof playbookSchema>;
