import { expect, type Locator, type Page } from '@playwright/test';

/** Opens a select and chooses one of its options by its text. */
export async function pickOption(window: Page, select: Locator, option: string): Promise<void> {
  await select.click();
  const item = window.locator('.ant-select-item-option').filter({ hasText: option, visible: true }).first();
  await item.click();
  await expect(item).toBeHidden();
}
