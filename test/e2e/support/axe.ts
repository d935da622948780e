import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Everything serious that axe finds on the screen, a rule a line; of some rules only, where the others were asked before. */
export async function seriousFindings(window: Page, rules: readonly string[] = []): Promise<string[]> {
  // Legacy mode, because Electron cannot open the blank page that axe otherwise finishes in.
  // What passes is not written down element by element: it takes longer than looking at it.
  const axe = new AxeBuilder({ page: window }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (rules.length === 0 ? axe : axe.withRules([...rules])).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}, ${nodes.length} times: ${nodes[0]?.html.slice(0, 300)}`);
}
