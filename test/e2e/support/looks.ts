import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { Commands } from '../pages/commands.ts';
import { DataArea } from '../pages/data.ts';
import { FunnelsArea } from '../pages/funnels.ts';
import { Masking } from '../pages/masking.ts';
import { PortraitsArea } from '../pages/portraits.ts';
import { ReportsArea } from '../pages/reports.ts';
import { RoiArea } from '../pages/roi.ts';
import { SegmentsArea } from '../pages/segments.ts';
import { StartScreen } from '../pages/start.ts';
import type { Launched } from './launch.ts';
import type { Words } from './words.ts';
import { chooseToImport } from './workspace.ts';

/** A file whose names and values are longer than any screen is wide. */
export const wideTable = `编号,${'很长的列名'.repeat(12)},名称\n1,${'很长的值'.repeat(60)},a\n2,b,c\n`;

/** Gives the page of the window this size. */
export async function resize(app: ElectronApplication, window: Page, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    {
      width,
      height,
    },
  );
  await expect.poll(() => window.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
}

/** Goes through every screen of the sample portfolio, from the first one on, and calls `look` on each when it is drawn. */
export async function eachScreen(
  launched: Launched,
  text: Words,
  file: string,
  look: (screen: string) => Promise<unknown>,
): Promise<void> {
  const { window } = launched;
  await expect(new StartScreen(window, text).sampleButton).toBeVisible();
  await look('start');

  const frame = await new StartScreen(window, text).openSample();
  const data = new DataArea(window, text);
  await expect(data.grid('客户清单').cell(0, 0)).not.toBeEmpty();
  for (const tab of ['table', 'fields', 'quality', 'versions', 'quarantine', 'about'] as const) {
    const panel = await data.tab(tab);
    if (tab === 'quality') await expect(panel.getByRole('region', { name: text.quality.score })).toBeVisible();
    if (tab === 'versions') await expect(panel.getByRole('row')).toHaveCount(2);
    await look(`data-${tab}`);
  }
  await data.tab('table');
  const masking = new Masking(window, text);
  await data.grid('客户清单').cell(1, 3).click();
  await window.keyboard.press('Enter');
  await expect(masking.reason).toBeVisible();
  await look('data-reveal');
  await masking.give('looks: a reason', text.privacy.reveal.confirm);
  await expect(masking.revealed).toBeVisible();
  await look('data-revealed');
  await masking.exportButton.click();
  await expect(masking.dialog).toBeVisible();
  await masking.unmask('联系人').check();
  await look('data-export');
  await masking.button(text.common.actions.cancel).click();
  await expect(masking.dialog).toBeHidden();
  const panel = await chooseToImport(launched, file, text);
  await expect(panel.load).toBeEnabled();
  await look('import');
  await panel.discard.click();

  await frame.go('clients');
  await expect(window.getByText(text.clients.matched).first()).toBeVisible();
  await look('clients');

  await frame.go('portraits');
  const portraits = new PortraitsArea(window, text);
  await expect(portraits.finding(0)).toContainText('供应链融资');
  await look('portraits');
  await portraits.card('主要产品').getByRole('button', { name: text.common.chart.asTable }).click();
  await look('portraits-table');
  const commands = new Commands(window, text);
  await commands.open();
  for (const [screen, query] of [
    ['palette-over', ''],
    ['palette-over-none', 'qqqq'],
  ] as const) {
    await commands.box.fill(query);
    await look(screen);
  }
  await window.keyboard.press('Escape');

  await frame.go('segments');
  const segments = new SegmentsArea(window, text);
  for (const view of ['rule', 'sql', 'json'] as const) {
    await segments.expectCount('207', '2,000');
    await segments.view(view);
    await look(`segments-${view}`);
  }
  await frame.go('roi');
  const roi = new RoiArea(window, text);
  await roi.expectHalfLife('5.94');
  await look('roi');
  await roi.asTable();
  await look('roi-table');

  await frame.go('funnels');
  await new FunnelsArea(window, text).expectEntries('1,878', '1,518', '1,217', '1,034', '937', '902');
  await look('funnels');
  await frame.go('reports');
  await expect(new ReportsArea(window, text).pages).toHaveCount(5);
  await look('reports');
}
