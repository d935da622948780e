import { flushAll } from '../definitions/drafts.ts';
import { shell } from '../ports/clients.ts';

/** The window is about to close: keeps what waits, then lets main close it. */
export async function saveAndClose(): Promise<void> {
  // A field that is being written in hands over its text when it loses the focus.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  await flushAll();
  // The answer is lost with the window; main closes without the call, too, only later.
  await shell.call('shell.readyToClose', {}).catch(() => undefined);
}
