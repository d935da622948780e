import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** Takes a picture of the window, with what moves at its end. It ends up in test-results/<run>/pictures/<name>.png. */
export async function takePicture(window: Page, name: string): Promise<void> {
  const results = process.env.CLIENTSCOPE_E2E_RESULTS ?? 'test-results';
  await window.screenshot({ path: join(results, 'pictures', `${name}.png`), animations: 'disabled' });
}
