import type { MessagePortMain } from 'electron';
import { BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, nativeTheme } from 'electron';
import { z } from 'zod';
import type { ChosenFile } from '#shared/contract/index.ts';
import { paths } from './paths.ts';
import { windowUrl } from './protocol.ts';

/** The ports of one load of the page. */
export interface PagePorts {
  engine: MessagePortMain;
  shell: MessagePortMain;
}

export interface WindowHooks {
  /** A page is being read (again, after a reload): it will need ports. */
  ports: () => PagePorts;
  grant: (path: string) => Promise<ChosenFile>;
}

/** Before the page has drawn anything, so that a dark window does not flash white. */
const paper = { light: '#f7f7f4', dark: '#10161f' } as const;

/** Opens the main window: sandboxed, isolated, with nothing but ports between it and the data. */
export function openWindow(hooks: WindowHooks): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    minWidth: 960,
    minHeight: 560,
    show: false,
    // A bar of 20 pixels that the Alt key brings is not taken from a laptop's 660.
    autoHideMenuBar: true,
    title: '客镜 Clientscope',
    icon: paths.icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? paper.dark : paper.light,
    webPreferences: {
      preload: paths.preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => window.show());

  const fromPage = (event: IpcMainEvent | IpcMainInvokeEvent) =>
    event.sender === window.webContents &&
    event.senderFrame === window.webContents.mainFrame &&
    event.senderFrame.url === windowUrl;
  const ready = (event: IpcMainEvent) => {
    if (!fromPage(event)) return;
    const { engine, shell } = hooks.ports();
    sendPort(window, 'shell', shell);
    sendPort(window, 'engine', engine);
  };
  ipcMain.on('ready', ready);
  ipcMain.handle('grant', async (event, raw: unknown) => {
    if (!fromPage(event)) throw new Error('not the window');
    return Promise.all(z.array(z.string().min(1)).max(1000).parse(raw).map(hooks.grant));
  });
  window.on('closed', () => {
    ipcMain.off('ready', ready);
    ipcMain.removeHandler('grant');
  });
  void window.loadURL(windowUrl);
  return window;
}

/** Hands the page a port, at its start and after the engine was restarted. */
export function sendPort(window: BrowserWindow, name: 'shell' | 'engine', port: MessagePortMain): void {
  window.webContents.postMessage('port', name, [port]);
}
