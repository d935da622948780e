import { PencilLine, Table2, Trash2 } from 'lucide-react';
import type { Definition } from '#shared/contract/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { focusTitle } from '../../components/titleFocus.ts';
import { placeOf } from '../frame/areas.tsx';
import { goTo } from '../frame/goTo.ts';
import { useUi } from '../state/ui.ts';
import type { Command } from './command.ts';
import { request } from './requests.ts';

/** Renaming and deleting what is on screen. The client model has neither: there is one a workspace. */
export const shownCommands: readonly Command[] = [
  {
    id: 'rename',
    group: 'edit',
    icon: PencilLine,
    shortcuts: ['F2'],
    begins: true,
    title: (t) => t('commands.rename'),
    when: ({ open, shown }) => open && shown !== undefined && shown.kind !== 'clients',
    run: focusTitle,
  },
  {
    id: 'remove',
    group: 'edit',
    icon: Trash2,
    title: (t, { shown }) =>
      shown && shown.kind !== 'clients'
        ? t('commands.removeShown', { kind: t(`commands.kinds.${shown.kind}`), name: shown.name })
        : t('commands.remove'),
    when: ({ open, shown }) => open && shown !== undefined && shown.kind !== 'clients',
    run: () => request('remove'),
  },
];

/** One command for each thing that can be opened. */
export function openCommands(definitions: readonly Definition[], datasets: readonly Dataset[]): Command[] {
  return [...definitions.flatMap(openDefinition), ...datasets.map(openDataset)];
}

function openDefinition({ id, kind, name }: Definition): Command[] {
  const area = placeOf(kind)?.area;
  if (!area || kind === 'clients') return [];
  return [
    {
      id: `open.${id}`,
      group: 'open',
      icon: area.icon,
      title: (t) => t('commands.open', { kind: t(`commands.kinds.${kind}`), name }),
      name: () => name,
      when: ({ open }) => open,
      run: () => {
        useUi.getState().select(kind, id);
        goTo(kind);
      },
    },
  ];
}

function openDataset({ id, name }: Dataset): Command {
  return {
    id: `open.${id}`,
    group: 'open',
    icon: Table2,
    title: (t) => t('commands.open', { kind: t('commands.kinds.dataset'), name }),
    name: () => name,
    when: ({ open }) => open,
    run: () => {
      useUi.getState().select('dataset', id);
      useUi.getState().go('data');
    },
  };
}
