import { Redo2, TextSelect, Undo2 } from 'lucide-react';
import { stepWords } from '../history/stepWords.ts';
import { redo, undo } from '../history/travel.ts';
import type { Command } from './command.ts';
import { selectAll } from './selectAll.ts';

/** Undo and redo, each named by what it would do, and what else a field that is written in does in its own way. */
export const historyCommands: readonly Command[] = [
  {
    id: 'undo',
    group: 'edit',
    icon: Undo2,
    shortcuts: ['Mod+Z'],
    leavesWriting: true,
    title: (t, { undo: step }) => (step ? t('commands.undoStep', { step: stepWords(t, step) }) : t('commands.undo')),
    when: ({ open }) => open,
    useful: ({ undo: step }) => step !== null,
    run: undo,
  },
  {
    id: 'redo',
    group: 'edit',
    icon: Redo2,
    shortcuts: ['Mod+Shift+Z', 'Mod+Y'],
    leavesWriting: true,
    title: (t, { redo: step }) => (step ? t('commands.redoStep', { step: stepWords(t, step) }) : t('commands.redo')),
    when: ({ open }) => open,
    useful: ({ redo: step }) => step !== null,
    run: redo,
  },
  {
    id: 'selectAll',
    group: 'edit',
    icon: TextSelect,
    shortcuts: ['Mod+A'],
    leavesWriting: true,
    inDialogs: true,
    title: (t) => t('commands.roles.selectAll'),
    when: () => true,
    run: selectAll,
  },
];
