import { z } from 'zod';
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
      sample: z.boolean().default(false),
    }),
    result: z.strictObject({ name: z.string() }),
  },
  'control.close': { params: nothing, result: done },
  /** Lets windows read a file that the user chose, by token. */
  'control.grant': { params: z.strictObject({ token: z.string(), path: z.string() }), result: done },
  /** Runs a playbook's definitions in the open workspace, without writing results: how the sample portfolio is filled. */
  'control.fill': {
    params: z.strictObject({ playbook: z.string(), data: z.string() }),
    result: done,
    progress: progressSchema,
  },
  /** A report as one HTML page, ready to be printed. */
  'control.renderReport': {
    params: z.strictObject({ name: z.string(), body: reportDefinitionSchema }),
    result: z.strictObject({ html: z.string(), footer: z.string() }),
    progress: progressSchema,
  },
  /** Opens both databases in a temporary workspace, asks each one question and cleans up. */
  'control.selfCheck': {
    params: nothing,
    result: z.strictObject({ duckdb: z.string(), sqlite: z.string(), node: z.string() }),
  },
} satisfies Contract;
