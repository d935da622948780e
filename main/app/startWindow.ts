import { app, Menu } from 'electron';
import { serveScheme } from './protocol.ts';
import { lockDefaultSession } from './security.ts';
import { openWindow } from './window.ts';

/** Opens the workbench's window, one to a user profile, and loads the rest of main while the page's process starts. */
export async function startWindow(): Promise<void> {
  if (!app.requestSingleInstanceLock()) return app.quit();
  // The page describes the menu as soon as it has words; until then there is none, which is quicker, too.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  await app.whenReady();
  lockDefaultSession();
  serveScheme();
  const window = openWindow();
  const { runWindow } = await import('./runWindow.ts');
  runWindow(window);
}
