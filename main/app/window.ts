import type { MessagePortMain } from 'electron';
import { BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, nativeTheme } from 'electron';
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

/**
 * Opens the main window: sandboxed, isolated, with nothing but ports between it and the data. Its process takes longer to start
 * than all that main has to load, so it is opened before that, and connected when there is something to connect it to.
 */
export function openWindow(): BrowserWindow {
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
  void window.loadURL(windowUrl);
  return window;
}

/** Gives the page its ports whenever it is read, and the paper that it is drawn on. */
export function connectWindow(window: BrowserWindow, hooks: WindowHooks): void {
  window.setBackgroundColor(nativeTheme.shouldUseDarkColors ? paper.dark : paper.light);
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
    if (!isPaths(raw)) throw new Error('not a list of paths');
    return Promise.all(raw.map(hooks.grant));
  });
  window.on('closed', () => {
    ipcMain.off('ready', ready);
    ipcMain.removeHandler('grant');
  });
}

/** By hand: to load what checks schemas is what the window does not wait for. */
function isPaths(raw: unknown): raw is string[] {
  const isPath = (each: unknown) => typeof each === 'string' && each !== '';
  return Array.isArray(raw) && raw.length <= 1000 && raw.every(isPath);
}

/** Hands the page a port, at its start and after the engine was restarted. */
export function sendPort(window: BrowserWindow, name: 'shell' | 'engine', port: MessagePortMain): void {
  window.webContents.postMessage('port', name, [port]);
}
