import { z } from 'zod';
import { locales } from '../errors/index.ts';
import { nothing } from './common.ts';
import type { Contract } from './method.ts';

export const themes = ['light', 'dark', 'system'] as const;

export const preferencesSchema = z.strictObject({ locale: z.enum(locales), theme: z.enum(themes) });
export type Preferences = z.infer<typeof preferencesSchema>;

export const recentWorkspaceSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  path: z.string(),
  openedAt: z.string(),
});

/** The part of the shell's contract that the first screen asks for. */
export const stateContract = {
  'shell.state': {
    params: nothing,
    result: z.strictObject({
      preferences: preferencesSchema,
      recent: z.array(recentWorkspaceSchema),
      version: z.string(),
      electron: z.string(),
    }),
  },
} satisfies Contract;

/**
 * What main tells a window without being asked: the engine died and is back, or could not reopen the workspace; the
 * window is about to close, and waits for `shell.readyToClose`; a command was chosen in the menu.
 */
export const shellEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('preferencesChanged'), preferences: preferencesSchema }),
  z.strictObject({ type: z.literal('engineRestarted'), reopened: z.boolean() }),
  z.strictObject({ type: z.literal('closing') }),
  z.strictObject({ type: z.literal('command'), id: z.string() }),
]);
export type ShellEvent = z.infer<typeof shellEventSchema>;
