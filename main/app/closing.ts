import type { BrowserWindow } from 'electron';

/** How long the page may take to save what it has. After that the user's wish to close counts for more. */
const patience = 3000;

export interface ClosingPage {
  /** Whether there is a page to ask: one that has no ports has nothing to save. */
  listens: () => boolean;
  /** Tells the page to save what waits and to answer. */
  ask: () => void;
}

/**
 * Holds the window back from closing until the page has saved what waits. Returns what to call when it has. `app.quit`
 * comes through here too: it is called off by the window that stays, and asked for again by the window's `closed`.
 */
export function closeWhenSaved(window: BrowserWindow, page: ClosingPage): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function end(): void {
    if (waiting === undefined) return;
    clearTimeout(waiting);
    waiting = undefined;
    // Not `close`, which would ask again.
    if (!window.isDestroyed()) window.destroy();
  }

  window.on('close', (event) => {
    if (window.webContents.isCrashed() || !page.listens()) return;
    event.preventDefault();
    // An impatient second click does not lose what the first is saving.
    if (waiting !== undefined) return;
    waiting = setTimeout(end, patience);
    page.ask();
  });
  window.webContents.on('render-process-gone', end);
  window.on('closed', () => {
    clearTimeout(waiting);
    waiting = undefined;
  });
  return end;
}
