import type { TFunction } from 'i18next';
import type { LucideIcon } from 'lucide-react';
import type { Definition, Preferences, Step } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { AreaId } from '../state/ui.ts';

/** What the window shows, as far as it decides which commands there are and what they are called. */
export interface CommandState {
  /** Whether a workspace is open; without one the first screen is shown. */
  readonly open: boolean;
  readonly area: AreaId;
  /** The definition on screen. */
  readonly shown: Definition | undefined;
  readonly definitions: readonly Definition[];
  readonly datasets: readonly Dataset[];
  readonly undo: Step | null;
  readonly redo: Step | null;
  readonly preferences: Preferences;
}

/** Where a command stands: in the application menu, and as its mark in the palette. */
export type CommandGroup = 'file' | 'edit' | 'go' | 'view' | 'open';

/** Whether a command can be chosen where it is shown. */
export const canChoose = ({ when, useful }: Command, state: CommandState): boolean =>
  when(state) && (useful?.(state) ?? true);

/** One thing that the window can do. Menu, shortcuts, palette and buttons are faces of the same command. */
export interface Command {
  readonly id: string;
  readonly group: CommandGroup;
  title(t: TFunction, state: CommandState): string;
  /** What it opens, makes or goes to, as the title has it: found by its beginning, too. */
  name?(t: TFunction): string;
  /** More words to find it by. */
  keywords?(t: TFunction): string;
  /** As in `Mod+Shift+Z`; Mod is Ctrl, or Cmd on a Mac. The first is the one that is shown. */
  readonly shortcuts?: readonly string[];
  /** The shortcut means something else in a field that is being written in, and is left to it. */
  readonly leavesWriting?: boolean;
  /** A dialog that waits for an answer does not keep it from being done: it is done within. */
  readonly inDialogs?: boolean;
  readonly icon?: LucideIcon;
  /** In the menu, a line stands above it. */
  readonly begins?: boolean;
  when(state: CommandState): boolean;
  /**
   * False: it is shown as having nothing to do. Its shortcut asks all the same, because what the window knows of the
   * engine may be a moment old.
   */
  useful?(state: CommandState): boolean;
  run(state: CommandState): unknown;
}
