import { join } from 'node:path';
import { app, type BrowserWindow, dialog, MessageChannelMain, nativeTheme } from 'electron';
import { type Preferences, type ShellEvent, shellContract } from '#shared/contract/index.ts';
import { mainPort, type Served, serve, serviceOf } from '#shared/rpc/index.ts';
import { closeWhenSaved } from './closing.ts';
import { dialogTexts } from './dialogTexts.ts';
import { type EngineProcess, superviseEngine } from './engineProcess.ts';
import { createExported } from './exported.ts';
import { createGrants } from './grants.ts';
import { showMenu } from './menu.ts';
import { openSettings } from './settings.ts';
import { shellHandlers } from './shell.ts';
import { connectWindow, sendPort } from './window.ts';
import { keepWorkspaces } from './workspaces.ts';

/** Chinese first, whatever the system speaks: the switch is on the first screen. */
const defaultPreferences: Preferences = { locale: 'zh', theme: 'system' };

/** The workbench: one window, which is open already, and one engine. */
export function runWindow(opened: BrowserWindow): void {
  const settings = openSettings(join(app.getPath('userData'), 'settings.json'), defaultPreferences);
  nativeTheme.themeSource = settings.preferences.theme;
  let window: BrowserWindow | null = opened;
  let saved: () => void = () => undefined;
  const shells = new Set<Served>();
  const tell = (event: ShellEvent) => {
    for (const served of shells) served.emit(event);
  };

  const engine: EngineProcess = superviseEngine({
    // An engine that dies while it is being told what to open is followed by another, and that one is told.
    onRestart: (again) => void recover(again).catch(() => undefined),
    onGivenUp() {
      const { engineFailed, engineFailedBody } = dialogTexts[settings.preferences.locale];
      dialog.showErrorBox(engineFailed, engineFailedBody);
      app.exit(1);
    },
  });
  const grants = createGrants((grant) => engine.control.call('control.grant', grant));
  const workspaces = keepWorkspaces(engine, settings, () =>
    join(app.getPath('userData'), 'workspaces', dialogTexts[settings.preferences.locale].sampleName),
  );

  async function recover(again: boolean): Promise<void> {
    if (again) workspaces.leave();
    await Promise.all(grants.all().map((grant) => engine.control.call('control.grant', grant)));
    const reopened = !again && (await workspaces.reopen());
    if (window) sendPort(window, 'engine', engine.windowPort());
    tell({ type: 'engineRestarted', reopened });
  }

  const handlers = shellHandlers({
    settings,
    engine,
    grants,
    exported: createExported(),
    workspaces,
    window: () => {
      if (!window) throw new Error('no window');
      return window;
    },
    preferencesChanged: (preferences: Preferences) => tell({ type: 'preferencesChanged', preferences }),
    setMenu: (menu) => showMenu(menu, (id) => tell({ type: 'command', id })),
    readyToClose: () => saved(),
  });

  function shellPort() {
    const { port1, port2 } = new MessageChannelMain();
    const port = mainPort(port1);
    const served = serve(port, serviceOf(shellContract, handlers));
    shells.add(served);
    port.onClose(() => shells.delete(served));
    return port2;
  }

  connectWindow(opened, { ports: () => ({ engine: engine.windowPort(), shell: shellPort() }), grant: grants.add });
  saved = closeWhenSaved(opened, { listens: () => shells.size > 0, ask: () => tell({ type: 'closing' }) });
  opened.on('closed', () => {
    window = null;
    app.quit();
  });
  app.on('second-instance', () => {
    window?.restore();
    window?.focus();
  });
  app.on('will-quit', () => engine.stop());
}
