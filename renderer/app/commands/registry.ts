import { areaCommands } from './areaCommands.ts';
import type { Command, CommandState } from './command.ts';
import { openCommands, shownCommands } from './definitionCommands.ts';
import { historyCommands } from './historyCommands.ts';
import { viewCommands } from './viewCommands.ts';
import { workspaceCommands } from './workspaceCommands.ts';

/** Commands that are always the same ones. What they are called, and whether they can be used now, may change. */
export const fixedCommands: readonly Command[] = [
  ...areaCommands,
  ...historyCommands,
  ...shownCommands,
  ...workspaceCommands,
  ...viewCommands,
];

/** Every command that there is now: the fixed ones, and one for each thing that can be opened. */
export function commandsNow({ definitions, datasets }: CommandState): readonly Command[] {
  return [...fixedCommands, ...openCommands(definitions, datasets)];
}
