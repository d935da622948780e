import { Plus } from 'lucide-react';
import { type Area, areas } from '../frame/areas.tsx';
import { goTo } from '../frame/goTo.ts';
import { useUi } from '../state/ui.ts';
import type { Command } from './command.ts';
import { request } from './requests.ts';

/** What every area has: a way to it, and where it makes definitions, a new one. Areas add commands of their own. */
export const areaCommands: readonly Command[] = [
  ...areas.flatMap(createCommands),
  ...areas.map(goCommand),
  ...areas.flatMap((area) => area.commands ?? []),
];

function goCommand({ id, icon }: Area, at: number): Command {
  return {
    id: `go.${id}`,
    group: 'go',
    icon,
    ...(at < 9 ? { shortcuts: [`Mod+${at + 1}`] } : {}),
    title: (t) => t('commands.go', { area: t(`common.areas.${id}`) }),
    name: (t) => t(`common.areas.${id}`),
    when: ({ open }) => open,
    run: () => useUi.getState().go(id),
  };
}

function createCommands(area: Area): Command[] {
  const { kind, needsClients, pages = [] } = area;
  const shown = [{ kind, needsClients }, ...pages];
  return shown.flatMap((each) => createCommand(each.kind, each.needsClients ?? false));
}

function createCommand(kind: Area['kind'], needsClients: boolean): Command[] {
  // There is one client model a workspace, and it is made by being filled in.
  if (kind === null || kind === 'clients') return [];
  return [
    {
      id: `create.${kind}`,
      group: 'file',
      icon: Plus,
      title: (t) => t('commands.create', { kind: t(`commands.kinds.${kind}`) }),
      name: (t) => t(`commands.kinds.${kind}`),
      when: ({ open, definitions }) => open && (!needsClients || definitions.some((each) => each.kind === 'clients')),
      run: () => {
        goTo(kind);
        request(`create.${kind}`);
      },
    },
  ];
}
