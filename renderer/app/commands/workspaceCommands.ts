import i18next from 'i18next';
import { Boxes, FileCode, FileInput, FolderInput, FolderOpen, FolderPlus, FolderX } from 'lucide-react';
import { type Locale, toAppError } from '#shared/errors/index.ts';
import { announce } from '../announce.ts';
import { chooseFiles, chooseFolder } from '../files/offers.ts';
import { useUi } from '../state/ui.ts';
import { exportPlaybook } from '../workspace/exportPlaybook.ts';
import { closeWorkspace } from '../workspace/useWorkspace.ts';
import type { Command } from './command.ts';
import { request } from './requests.ts';

/** Opening, filling and closing workspaces. */
export const workspaceCommands: readonly Command[] = [
  {
    id: 'import',
    group: 'file',
    icon: FileInput,
    shortcuts: ['Mod+I'],
    begins: true,
    title: (t) => t('data.import'),
    when: ({ open }) => open,
    run: () => {
      useUi.getState().go('data');
      return chooseFiles();
    },
  },
  {
    id: 'import.folder',
    group: 'file',
    icon: FolderInput,
    title: (t) => t('data.importFolder'),
    when: ({ open }) => open,
    run: () => {
      useUi.getState().go('data');
      return chooseFolder();
    },
  },
  {
    id: 'workspace.sample',
    group: 'file',
    icon: Boxes,
    begins: true,
    title: (t) => t('start.openSample'),
    when: ({ open }) => !open,
    run: () => request('workspace.sample'),
  },
  {
    id: 'workspace.create',
    group: 'file',
    icon: FolderPlus,
    title: (t) => t('start.create'),
    when: ({ open }) => !open,
    run: () => request('workspace.create'),
  },
  {
    id: 'workspace.open',
    group: 'file',
    icon: FolderOpen,
    shortcuts: ['Mod+O'],
    title: (t) => t('start.open'),
    when: ({ open }) => !open,
    run: () => request('workspace.open'),
  },
  {
    id: 'workspace.playbook',
    group: 'file',
    icon: FileCode,
    title: (t) => t('start.playbook'),
    when: ({ open }) => !open,
    run: () => request('workspace.playbook'),
  },
  {
    id: 'workspace.exportPlaybook',
    group: 'file',
    icon: FileCode,
    title: (t) => t('commands.playbook.export'),
    when: ({ open }) => open,
    run: () => exportPlaybook(localeNow()).catch(sayWhy),
  },
  {
    id: 'workspace.close',
    group: 'file',
    icon: FolderX,
    title: (t) => t('common.frame.close'),
    when: ({ open }) => open,
    run: () => closeWorkspace().catch(sayWhy),
  },
];

const localeNow = (): Locale => (i18next.language === 'en' ? 'en' : 'zh');

function sayWhy(thrown: unknown): void {
  announce({ text: toAppError(thrown).sentence(localeNow()), tone: 'error' });
}
