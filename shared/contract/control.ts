import { z } from 'zod';
import { locales } from '../errors/index.ts';
import { exportRequestSchema } from '../exports/index.ts';
import { playbookRemarkSchema } from '../playbook/remarks.ts';
import { playbookFailureSchema } from '../playbook/results.ts';
import { reasonSchema } from '../privacy/reason.ts';
import { reportDefinitionSchema } from '../reports/index.ts';
import { done, nothing, progressSchema } from './common.ts';
import type { Contract } from './method.ts';

/** What main asks of the engine and no window may: paths, opening and closing, printing. */
export const controlContract = {
  'control.open': {
    params: z.strictObject({
      path: z.string(),
      /** Make the workspace first; its folder is absent or empty. */
      create: z.boolean(),
    }),
    result: z.strictObject({ name: z.string() }),
  },
  /** Answers as long as the engine's own thread is free. */
  'control.ping': { params: nothing, result: done },
  'control.close': { params: nothing, result: done },
  /** Lets windows read a file that the user chose, by token. */
  'control.grant': { params: z.strictObject({ token: z.string(), path: z.string() }), result: done },
  /** Makes the sample workspace: loads the sample's files and runs its playbook. All of it or nothing. Closes what is open. */
  'control.makeSample': {
    params: z.strictObject({ path: z.string(), playbook: z.string(), data: z.string() }),
    result: done,
    progress: progressSchema,
  },
  /** Makes a workspace of a playbook and the files in a folder, and says what of it failed. Closes what is open. */
  'control.makeFromPlaybook': {
    params: z.strictObject({ path: z.string(), playbook: z.string(), data: z.string() }),
    result: z.array(playbookFailureSchema),
    progress: progressSchema,
  },
  'control.getReport': {
    params: z.strictObject({ id: z.string() }),
    result: z.strictObject({ name: z.string(), body: reportDefinitionSchema }),
  },
  /** Puts an export that main has written into the audit log. */
  'control.recordExport': {
    params: z.strictObject({ name: z.string(), bytes: z.number().int(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    result: done,
  },
  /**
   * Writes a dataset as CSV to `temporary` and renames it to `target`, both of main's choosing. Whoever asks removes
   * `temporary` should the engine die on the way.
   */
  'control.exportDataset': {
    params: z.strictObject({ request: exportRequestSchema, temporary: z.string(), target: z.string() }),
    result: z.strictObject({ rows: z.number().int(), bytes: z.number().int(), sha256: z.string() }),
    progress: progressSchema,
  },
  /** Writes a dataset's quarantine in the same way. */
  'control.exportQuarantine': {
    params: z.strictObject({
      dataset: z.string(),
      locale: z.enum(locales),
      temporary: z.string(),
      target: z.string(),
    }),
    result: z.strictObject({ rows: z.number().int(), bytes: z.number().int(), sha256: z.string() }),
  },
  /** Writes a dataset's repair sheet in the same way. */
  'control.exportRepairSheet': {
    params: z.strictObject({
      dataset: z.string(),
      locale: z.enum(locales),
      reason: reasonSchema,
      temporary: z.string(),
      target: z.string(),
    }),
    result: z.strictObject({ rows: z.number().int(), bytes: z.number().int(), sha256: z.string() }),
  },
  /** Writes the open workspace's definitions as a playbook in the same way. */
  'control.exportPlaybook': {
    params: z.strictObject({ temporary: z.string(), target: z.string() }),
    result: z.strictObject({
      definitions: z.number().int(),
      remarks: z.array(playbookRemarkSchema),
      bytes: z.number().int(),
      sha256: z.string(),
    }),
  },
  /** A report as one HTML page, ready to be printed. */
  'control.renderReport': {
    params: z.strictObject({ name: z.string(), body: reportDefinitionSchema }),
    result: z.strictObject({ html: z.string(), footer: z.string() }),
    progress: progressSchema,
  },
  /** Opens both databases in a temporary workspace, asks each one question, and a thread another, and cleans up. */
  'control.selfCheck': {
    params: nothing,
    result: z.strictObject({ duckdb: z.string(), sqlite: z.string(), thread: z.string(), node: z.string() }),
  },
} satisfies Contract;

/** What the engine tells main without being asked: a cancelled call did not stop. */
export const controlEventSchema = z.strictObject({ type: z.literal('stuck') });
