import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Everything serious that axe finds on the screen, a rule a line. */
export async function seriousFindings(window: Page): Promise<string[]> {
  // Legacy mode, because Electron cannot open the blank page that axe otherwise finishes in.
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html.slice(0, 300)}`);
}
