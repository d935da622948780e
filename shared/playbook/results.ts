import { z } from 'zod';
import { provenanceSchema } from '../contract/common.ts';
import { errorCodeSchema } from '../errors/codes.ts';

/** The kinds of definition, in the order in which a playbook runs them. */
export const resultKinds = [
  'data',
  'recipe',
  'match',
  'clients',
  'features',
  'quality',
  'portrait',
  'segment',
  'funnel',
  'roi',
  'report',
] as const;

const outcomeError = z
  .strictObject({
    code: errorCodeSchema,
    message: z.strictObject({ zh: z.string(), en: z.string() }),
    detail: z.string().optional(),
  })
  .meta({ id: 'OutcomeError' });

/** A definition of a playbook that failed, for who looks on. */
export const playbookFailureSchema = z.strictObject({
  kind: z.enum(resultKinds),
  name: z.string(),
  message: z.strictObject({ zh: z.string(), en: z.string() }),
});
export type PlaybookFailure = z.infer<typeof playbookFailureSchema>;

const head = { kind: z.enum(resultKinds), name: z.string(), milliseconds: z.number() };

/** What became of one definition. Whole numbers above 2^53 and decimals inside `result` are text. */
export const outcomeSchema = z
  .discriminatedUnion('status', [
    z.strictObject({
      ...head,
      status: z.literal('ok'),
      result: z.record(z.string(), z.json()),
      /** SQL with placeholders, masked values, tables and versions read; null where no query ran. */
      provenance: provenanceSchema.nullable(),
    }),
    z.strictObject({ ...head, status: z.literal('error'), error: outcomeError }),
  ])
  .meta({ id: 'Outcome' });
export type Outcome = z.infer<typeof outcomeSchema>;

/** `results.json` of a run. */
export const runResultsSchema = z
  .strictObject({
    format: z.literal('clientscope.results'),
    version: z.literal(1),
    playbook: z.string(),
    engine: z.strictObject({ clientscope: z.string(), duckdb: z.string() }),
    definitions: z.array(outcomeSchema),
    /** Files written beside this one, relative to it. */
    files: z.array(z.string()),
  })
  .meta({ id: 'RunResults' });
export type RunResults = z.infer<typeof runResultsSchema>;
