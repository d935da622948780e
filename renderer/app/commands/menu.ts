import type { TFunction } from 'i18next';
import type { MenuDescription } from '#shared/contract/index.ts';
import { type Command, type CommandGroup, type CommandState, canChoose } from './command.ts';
import { fixedCommands } from './registry.ts';
import { toAccelerator } from './shortcuts.ts';

type Item = MenuDescription[number]['items'][number];

const separator: Item = { type: 'separator' };

/** The application menu as main is told to build it: the fixed commands by group, and what only the system can do. */
export function menuOf(t: TFunction, state: CommandState): MenuDescription {
  const items = (group: CommandGroup) =>
    fixedCommands.filter((command) => command.group === group).flatMap((command) => item(t, state, command));
  const role = (name: 'cut' | 'copy' | 'paste' | 'quit'): Item => ({
    type: 'role',
    role: name,
    label: t(`commands.roles.${name}`),
  });
  // Select all is no role: the system's would take the whole frame.
  const [undo, redo, selectAll, ...others] = items('edit');
  const writing = [separator, role('cut'), role('copy'), role('paste'), ...(selectAll ? [selectAll] : [])];
  return [
    { label: t('commands.groups.file'), items: [...items('file'), separator, role('quit')] },
    {
      label: t('commands.groups.edit'),
      items: [...[undo, redo].filter((each) => each !== undefined), ...writing, ...others],
    },
    { label: t('commands.groups.go'), items: items('go') },
    { label: t('commands.groups.view'), items: items('view') },
  ];
}

function item(t: TFunction, state: CommandState, command: Command): Item[] {
  const [shortcut] = command.shortcuts ?? [];
  const entry: Item = {
    type: 'command',
    id: command.id,
    label: command.title(t, state),
    enabled: canChoose(command, state),
    ...(shortcut === undefined ? {} : { accelerator: toAccelerator(shortcut) }),
  };
  return command.begins ? [separator, entry] : [entry];
}
