import { z } from 'zod';
import { clientsDefinitionSchema } from '../clients/index.ts';
import { readOptionsSchema } from '../intake/index.ts';
import { reportDefinitionSchema } from '../reports/index.ts';
import { segmentDefinitionSchema } from '../segments/index.ts';

/** Nesting beyond which a playbook is refused before it is parsed: zod would overflow the stack. */
export const maximumPlaybookDepth = 200;
export const playbookVersion = 1;

const named = { name: z.string().min(1).max(200) };

/** A kind of definition that this version cannot run yet: its list is there and must be empty. */
const reserved = z.array(z.never()).max(0).default([]);

/** Every definition of a workspace, without its data, as one file. Files are named relative to the data folder. */
export const playbookSchema = z
  .strictObject({
    /** For editors: where the JSON Schema of this format lies. */
    $schema: z.string().optional(),
    format: z.literal('clientscope.playbook'),
    version: z.literal(playbookVersion),
    name: z.string().min(1).max(200),
    data: z
      .array(z.strictObject({ ...named, file: z.string().min(1), options: readOptionsSchema.optional() }))
      .default([]),
    clients: clientsDefinitionSchema.optional(),
    portraits: reserved,
    segments: z.array(z.strictObject({ ...named, ...segmentDefinitionSchema.shape })).default([]),
    funnels: reserved,
    roi: reserved,
    reports: z.array(z.strictObject({ ...named, ...reportDefinitionSchema.shape })).default([]),
  })
  .meta({ id: 'Playbook' });
export type Playbook = z.infer<typeof playbookSchema>;
