import { z } from 'zod';
import { exportRequestSchema } from '../exports/index.ts';
import { playbookRemarkSchema } from '../playbook/remarks.ts';
import { playbookFailureSchema } from '../playbook/results.ts';
import { reasonSchema } from '../privacy/reason.ts';
import { done, nothing, progressSchema } from './common.ts';
import type { Contract } from './method.ts';
import { preferencesSchema, stateContract } from './state.ts';

/** A file that the user chose. The token stands for its path, which stays in main. */
export const chosenFileSchema = z.strictObject({ token: z.string(), name: z.string(), bytes: z.number().int() });
export type ChosenFile = z.infer<typeof chosenFileSchema>;

const opened = z.strictObject({ name: z.string() }).nullable();

const label = z.string().min(1).max(300);

/** The application menu, built anew from each description. Roles are the system's own; none of them opens an address. */
const menuSchema = z
  .array(
    z.strictObject({
      label,
      items: z
        .array(
          z.discriminatedUnion('type', [
            z.strictObject({
              type: z.literal('command'),
              id: z.string().min(1).max(100),
              label,
              enabled: z.boolean(),
              /** Shown only: the page hears keys itself. */
              accelerator: z
                .string()
                .regex(/^(CmdOrCtrl\+)?(Shift\+)?([A-Z0-9]|F\d{1,2})$/)
                .optional(),
            }),
            z.strictObject({
              type: z.literal('role'),
              role: z.enum(['cut', 'copy', 'paste', 'quit']),
              label,
            }),
            z.strictObject({ type: z.literal('separator') }),
          ]),
        )
        .max(100),
    }),
  )
  .max(12);
export type MenuDescription = z.infer<typeof menuSchema>;

/** A file that was written where the user said. The token stands for it, also to open it. */
const exportedSchema = z.strictObject({ file: z.string(), token: z.string(), bytes: z.number().int() });

/** What a window asks of main: windows, dialogs, preferences. `null` results mean that the user closed the dialog. */
export const shellContract = {
  ...stateContract,
  'shell.setPreferences': { params: preferencesSchema, result: done },
  'shell.setMenu': { params: z.strictObject({ menu: menuSchema }), result: done },
  'shell.chooseFiles': { params: nothing, result: z.array(chosenFileSchema) },
  /** Opens the sample portfolio, making it first where it is not there yet. */
  'shell.openSample': { params: nothing, result: opened, progress: progressSchema },
  /** Asks for a playbook, the folder of its files and a place, makes a workspace of them and opens it. */
  'shell.openPlaybook': {
    params: nothing,
    result: z.strictObject({ name: z.string(), failed: z.array(playbookFailureSchema) }).nullable(),
    progress: progressSchema,
  },
  'shell.createWorkspace': { params: nothing, result: opened },
  'shell.openWorkspace': { params: nothing, result: opened },
  'shell.openRecent': { params: z.strictObject({ id: z.string() }), result: opened },
  'shell.forgetRecent': { params: z.strictObject({ id: z.string() }), result: done },
  'shell.closeWorkspace': { params: nothing, result: done },
  /** The page's answer to `closing`: everything is saved, the window may go. */
  'shell.readyToClose': { params: nothing, result: done },
  /** Prints a saved report to a PDF whose place the user chooses. */
  'shell.exportReport': {
    params: z.strictObject({ id: z.string() }),
    result: exportedSchema.nullable(),
    progress: progressSchema,
  },
  /** Writes what a view of a dataset shows as CSV, to a place that the user chooses. `name` is what the file may be called. */
  'shell.exportDataset': {
    params: z.strictObject({ name: z.string(), request: exportRequestSchema }),
    result: exportedSchema.extend({ rows: z.number().int() }).nullable(),
    progress: progressSchema,
  },
  /** Writes a dataset's quarantine as CSV, masked as the window shows it, in the window's language. */
  'shell.exportQuarantine': {
    params: z.strictObject({ name: z.string(), dataset: z.string() }),
    result: exportedSchema.extend({ rows: z.number().int() }).nullable(),
  },
  /** Writes a dataset's quarantine as a workbook to be mended, unmasked: why goes into the audit log. */
  'shell.exportRepairSheet': {
    params: z.strictObject({ name: z.string(), dataset: z.string(), reason: reasonSchema }),
    result: exportedSchema.extend({ rows: z.number().int() }).nullable(),
  },
  /** Writes every definition of the open workspace as a playbook, to a place that the user chooses. */
  'shell.exportPlaybook': {
    params: nothing,
    result: exportedSchema.extend({ definitions: z.number().int(), remarks: z.array(playbookRemarkSchema) }).nullable(),
  },
  /** Asks the user for a repair sheet; null where none was chosen. */
  'shell.chooseRepairSheet': { params: nothing, result: chosenFileSchema.nullable() },
  /** Asks the user for a folder, whose files become one table; null where none was chosen. */
  'shell.chooseFolder': { params: nothing, result: chosenFileSchema.nullable() },
  /** Opens a file that was exported in this run of the app, or shows it in its folder. */
  'shell.openExported': {
    params: z.strictObject({ token: z.string(), how: z.enum(['program', 'folder']) }),
    result: done,
  },
} satisfies Contract;
