import { z } from 'zod';
import { locales } from '../errors/index.ts';
import { done, nothing, progressSchema } from './common.ts';
import type { Contract } from './method.ts';

export const themes = ['light', 'dark', 'system'] as const;

export const preferencesSchema = z.strictObject({ locale: z.enum(locales), theme: z.enum(themes) });
export type Preferences = z.infer<typeof preferencesSchema>;

/** A file that the user chose. The token stands for its path, which stays in main. */
export const chosenFileSchema = z.strictObject({ token: z.string(), name: z.string(), bytes: z.number().int() });
export type ChosenFile = z.infer<typeof chosenFileSchema>;

export const recentWorkspaceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  openedAt: z.string(),
});

const opened = z.strictObject({ name: z.string() }).nullable();

/** What a window asks of main: windows, dialogs, preferences. `null` results mean that the user closed the dialog. */
export const shellContract = {
  'shell.state': {
    params: nothing,
    result: z.strictObject({
      preferences: preferencesSchema,
      recent: z.array(recentWorkspaceSchema),
      version: z.string(),
      electron: z.string(),
    }),
  },
  'shell.setPreferences': { params: preferencesSchema, result: done },
  'shell.chooseFiles': { params: nothing, result: z.array(chosenFileSchema) },
  /** Opens the sample portfolio, making it first where it is not there yet. */
  'shell.openSample': { params: nothing, result: opened, progress: progressSchema },
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
    result: z.strictObject({ file: z.string(), bytes: z.number().int() }).nullable(),
    progress: progressSchema,
  },
} satisfies Contract;

/**
 * What main tells a window without being asked: the engine died and is back, or could not reopen the workspace; the
 * window is about to close, and waits for `shell.readyToClose`.
 */
export const shellEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('preferencesChanged'), preferences: preferencesSchema }),
  z.strictObject({ type: z.literal('engineRestarted'), reopened: z.boolean() }),
  z.strictObject({ type: z.literal('closing') }),
]);
export type ShellEvent = z.infer<typeof shellEventSchema>;
