import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { app, type BrowserWindow, dialog, type FileFilter, nativeTheme } from 'electron';
import type { MenuDescription, Preferences, shellContract } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Handlers } from '#shared/rpc/index.ts';
import { dialogTexts } from './dialogTexts.ts';
import type { EngineProcess } from './engineProcess.ts';
import type { Exported } from './exported.ts';
import type { Grants } from './grants.ts';
import { printPdf } from './print.ts';
import type { SettingsStore } from './settings.ts';
import type { WorkspaceKeeper } from './workspaces.ts';

export interface ShellParts {
  settings: SettingsStore;
  engine: EngineProcess;
  grants: Grants;
  exported: Exported;
  workspaces: WorkspaceKeeper;
  window: () => BrowserWindow;
  preferencesChanged: (preferences: Preferences) => void;
  setMenu: (menu: MenuDescription) => void;
  /** The page has saved what it had. */
  readyToClose: () => void;
}

/** What main answers to the window: dialogs, preferences, opening and closing workspaces, printing. */
export function shellHandlers(parts: ShellParts): Handlers<typeof shellContract> {
  const { settings, engine, grants, exported, workspaces, window } = parts;
  const texts = () => dialogTexts[settings.preferences.locale];

  async function choose(title: string, what: 'openFile' | 'openDirectory', filters: FileFilter[] = []) {
    return (await dialog.showOpenDialog(window(), { title, properties: [what], filters })).filePaths;
  }

  async function askWhereNew(): Promise<string | null> {
    const { filePath } = await dialog.showSaveDialog(window(), {
      title: texts().createWorkspace,
      buttonLabel: texts().create,
      defaultPath: join(app.getPath('documents'), texts().workspaceName),
      properties: ['createDirectory'],
    });
    return filePath || null;
  }

  return {
    'shell.state': () => ({
      preferences: settings.preferences,
      recent: [...settings.recent],
      version: app.getVersion(),
      electron: process.versions.electron,
    }),
    'shell.setPreferences': (preferences) => {
      settings.setPreferences(preferences);
      nativeTheme.themeSource = preferences.theme;
      parts.preferencesChanged(preferences);
      return {};
    },
    'shell.setMenu': ({ menu }) => {
      parts.setMenu(menu);
      return {};
    },
    'shell.chooseFiles': async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: texts().chooseFiles,
        properties: ['openFile', 'multiSelections'],
        filters: [
          {
            name: texts().tables,
            extensions: [
              'csv',
              'tsv',
              'txt',
              'gz',
              'zip',
              'xlsx',
              'xlsm',
              'xls',
              'sqlite',
              'sqlite3',
              'db',
              'db3',
              'duckdb',
              'parquet',
              'jsonl',
              'ndjson',
              'json',
            ],
          },
          { name: texts().allFiles, extensions: ['*'] },
        ],
      });
      return Promise.all(filePaths.map(grants.add));
    },
    'shell.chooseFolder': async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: texts().chooseFolder,
        properties: ['openDirectory'],
      });
      return filePaths[0] === undefined ? null : grants.add(filePaths[0]);
    },
    'shell.openSample': (_params, context) => workspaces.openSample(context),
    'shell.openPlaybook': async (_params, context) => {
      const [playbook] = await choose(texts().choosePlaybook, 'openFile', [
        { name: texts().playbookName, extensions: ['json'] },
      ]);
      const [data] = playbook === undefined ? [] : await choose(texts().choosePlaybookData, 'openDirectory');
      if (playbook === undefined || data === undefined) return null;
      const path = await askWhereNew();
      return path === null ? null : workspaces.openPlaybook({ path, playbook, data }, context);
    },
    'shell.createWorkspace': async () => {
      const path = await askWhereNew();
      return path === null ? null : workspaces.open({ path, create: true });
    },
    'shell.openWorkspace': async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: texts().openWorkspace,
        properties: ['openDirectory'],
      });
      return filePaths[0] ? workspaces.open({ path: filePaths[0], create: false }) : null;
    },
    'shell.openRecent': async ({ id }) => {
      const recent = settings.recent.find((candidate) => candidate.id === id);
      if (!recent) throw new AppError('notFound', 'workspaceMissing', { name: id });
      return workspaces.open({ path: recent.path, create: false });
    },
    'shell.forgetRecent': ({ id }) => {
      settings.forget(id);
      return {};
    },
    'shell.closeWorkspace': async () => {
      await workspaces.close();
      return {};
    },
    'shell.readyToClose': () => {
      parts.readyToClose();
      return {};
    },
    'shell.exportReport': async ({ id }, context) => {
      const { name, body } = await engine.control.call('control.getReport', { id });
      const target = await askWhere(window(), texts().exportReport, name, 'pdf');
      if (target === undefined) return null;
      const { html, footer } = await engine.control.call(
        'control.renderReport',
        { name, body },
        { signal: context.signal, onProgress: context.progress },
      );
      context.progress({ stage: 'printing', share: null });
      const pdf = await printPdf(html, footer);
      await save(target, pdf);
      const sha256 = createHash('sha256').update(pdf).digest('hex');
      await engine.control.call('control.recordExport', { name, bytes: pdf.length, sha256 });
      return { file: target, token: exported.add(target), bytes: pdf.length };
    },
    'shell.exportDataset': async ({ name, request }, context) => {
      const target = await askWhere(window(), texts().exportDataset, name, 'csv');
      if (target === undefined) return null;
      const options = { signal: context.signal, onProgress: context.progress };
      const { bytes, rows } = await beside(target, (temporary) =>
        engine.control.call('control.exportDataset', { request, temporary, target }, options),
      );
      return { file: target, token: exported.add(target), bytes, rows };
    },
    'shell.exportQuarantine': async ({ name, dataset }, { signal }) => {
      const target = await askWhere(window(), texts().exportQuarantine, name, 'csv');
      if (target === undefined) return null;
      const { locale } = settings.preferences;
      const { bytes, rows } = await beside(target, (temporary) =>
        engine.control.call('control.exportQuarantine', { dataset, locale, temporary, target }, { signal }),
      );
      return { file: target, token: exported.add(target), bytes, rows };
    },
    'shell.exportRepairSheet': async ({ name, dataset, reason }, { signal }) => {
      const target = await askWhere(window(), texts().exportRepairSheet, name, 'xlsx');
      if (target === undefined) return null;
      const { locale } = settings.preferences;
      const { bytes, rows } = await beside(target, (temporary) =>
        engine.control.call('control.exportRepairSheet', { dataset, locale, reason, temporary, target }, { signal }),
      );
      return { file: target, token: exported.add(target), bytes, rows };
    },
    'shell.exportPlaybook': async (_params, { signal }) => {
      const target = await askWhere(window(), texts().exportPlaybook, texts().playbookName, 'json');
      if (target === undefined) return null;
      const { bytes, definitions, remarks } = await beside(target, (temporary) =>
        engine.control.call('control.exportPlaybook', { temporary, target }, { signal }),
      );
      return { file: target, token: exported.add(target), bytes, definitions, remarks };
    },
    'shell.chooseRepairSheet': async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: texts().chooseRepairSheet,
        properties: ['openFile'],
        filters: [
          { name: texts().repairSheets, extensions: ['xlsx', 'csv'] },
          { name: texts().allFiles, extensions: ['*'] },
        ],
      });
      return filePaths[0] === undefined ? null : grants.add(filePaths[0]);
    },
    'shell.openExported': async ({ token, how }) => {
      await exported.open(token, how);
      return {};
    },
  };
}

/** What is written beside a file until it can take its place: only in the same folder it can. */
async function beside<T>(target: string, write: (temporary: string) => Promise<T>): Promise<T> {
  const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
  try {
    return await write(temporary);
  } finally {
    // Gone already, unless the engine died while it was writing.
    await rm(temporary, { force: true });
  }
}

async function askWhere(
  window: BrowserWindow,
  title: string,
  name: string,
  extension: 'pdf' | 'csv' | 'xlsx' | 'json',
): Promise<string | undefined> {
  const { filePath } = await dialog.showSaveDialog(window, {
    title,
    // Characters that Windows or Linux refuse in a file name.
    defaultPath: join(
      app.getPath('documents'),
      `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_').slice(0, 120)}.${extension}`,
    ),
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  });
  return filePath || undefined;
}

async function save(target: string, pdf: Buffer): Promise<void> {
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, pdf, { mode: 0o600 });
  } catch (thrown) {
    throw new AppError('io', 'io', { file: target }, { cause: thrown });
  }
}
