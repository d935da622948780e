import type { Page } from '@playwright/test';

/** Drops files from the desktop on the middle of the window, as the browser itself would be told of it. */
export async function dropFiles(window: Page, files: readonly string[]): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const [x, y] = await window.evaluate(() => [innerWidth / 2, innerHeight / 2] as const);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x, y, data });
  }
  await session.detach();
}
