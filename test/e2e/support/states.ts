import { join } from 'node:path';
import { expect } from '@playwright/test';
import { ClientsArea } from '../pages/clients.ts';
import { Commands } from '../pages/commands.ts';
import { DataArea } from '../pages/data.ts';
import type { Frame } from '../pages/frame.ts';
import { FunnelsArea } from '../pages/funnels.ts';
import { PortraitsArea } from '../pages/portraits.ts';
import { ReportsArea } from '../pages/reports.ts';
import { RoiArea } from '../pages/roi.ts';
import { SegmentsArea } from '../pages/segments.ts';
import { StartScreen } from '../pages/start.ts';
import { willSaveTo } from './dialogs.ts';
import { fileIn } from './files.ts';
import type { Launched } from './launch.ts';
import { fill, type Words } from './words.ts';
import { chooseToImport } from './workspace.ts';

type Look = (screen: string) => Promise<unknown>;

const areas = ['data', 'recipes', 'clients', 'portraits', 'segments', 'funnels', 'roi', 'reports'] as const;
const few =
  '客户编号,名称,地区\n1,示例一号公司,上海\n2,示例二号公司,苏州\n3,示例三号公司\n4,示例四号公司,上海\n5,示例五号公司,宁波\n';

/** Every area with nothing in it, and with one thing in it, in a workspace of its own. */
export async function emptyAndFew(launched: Launched, text: Words, folder: string, look: Look): Promise<void> {
  const { app, window } = launched;
  await willSaveTo(app, join(folder, 'new'));
  const frame = await new StartScreen(window, text).create();
  for (const area of areas) {
    await frame.go(area);
    await look(`empty-${area}`);
  }
  const commands = new Commands(window, text);
  await commands.open();
  await commands.box.fill('zzzz');
  await look('empty-palette');
  await window.keyboard.press('Escape');

  await frame.go('data');
  const panel = await chooseToImport(launched, await fileIn(folder, 'few.csv', few), text);
  await panel.loadWhole();
  const data = new DataArea(window, text);
  await expect(data.grid('few').cell(0, 0)).not.toBeEmpty();
  await look('few-data');
  for (const area of areas.slice(1)) {
    await frame.go(area);
    await look(`few-${area}`);
  }
  await frame.go('clients');
  const clients = new ClientsArea(window, text);
  await clients.chooseTable('few');
  await clients.eachRowIsOne();
  await expect(clients.figure()).toHaveText('4');
  await look('one-clients');
  await frame.go('segments');
  const segments = new SegmentsArea(window, text);
  await segments.create();
  await segments.expectCount('4', '4');
  await look('one-segments');
  await frame.go('portraits');
  const portraits = new PortraitsArea(window, text);
  await portraits.create();
  await expect(window.getByText(text.portraits.sameAsBaseline)).toBeVisible();
  await look('one-portraits');
  await frame.go('reports');
  const reports = new ReportsArea(window, text);
  await reports.create();
  await expect(reports.list).toBeVisible();
  await look('one-reports');
  await reports.show('preview');
  await expect(reports.preview.getByRole('heading').first()).toBeVisible({ timeout: 60_000 });
  await look('one-report-preview');
  await frame.close();
  await look('one-start');
}

/** What of the sample portfolio opens over a screen, lies below its fold, or is long. */
export async function furtherStates({ window }: Launched, text: Words, look: Look): Promise<void> {
  const frame = await new StartScreen(window, text).openSample();
  const { how } = text.common;
  const work = window.getByRole('main');
  const computed = async (screen: string) => {
    await window.getByRole('button', { name: how.title }).last().click();
    await expect(window.getByRole('dialog')).toHaveCSS('opacity', '1');
    await look(`how-${screen}`);
    await window.keyboard.press('Escape');
    await expect(window.getByRole('dialog')).toBeHidden();
  };
  const toEnd = () =>
    work.evaluate((main) => {
      for (const each of main.querySelectorAll('*')) if (each.scrollHeight > each.clientHeight) each.scrollTop = 1e6;
    });
  const commands = new Commands(window, text);
  await commands.open();
  await look('palette');
  await commands.box.fill('客');
  await expect(commands.options.first()).toBeVisible();
  await look('palette-found');
  await window.keyboard.press('Escape');

  await frame.go('clients');
  await expect(window.getByText(text.clients.matched).first()).toBeVisible();
  await window.getByRole('button', { name: how.title }).click();
  await look('how-clients');
  await window.keyboard.press('Escape');

  await frame.go('portraits');
  await expect(new PortraitsArea(window, text).finding(0)).toContainText('供应链融资');
  await computed('portraits');
  await toEnd();
  await look('portraits-end');

  await frame.go('funnels');
  await new FunnelsArea(window, text).expectEntries('1,878', '1,518', '1,217', '1,034', '937', '902');
  await computed('funnels');
  await toEnd();
  await look('funnels-end');

  await frame.go('roi');
  await new RoiArea(window, text).expectHalfLife('5.94');
  await computed('roi');
  await toEnd();
  await look('roi-end');

  await frame.go('reports');
  const reports = new ReportsArea(window, text);
  for (const [name, figure] of [
    ['制造业手机银行客户画像', '59.9%'],
    ['贷款申请漏斗', '44.2%'],
    ['投放衰减', '3.0'],
  ] as const)
    await expect(reports.page(name)).toContainText(figure, { timeout: 60_000 });
  await look('reports-done');
  await toEnd();
  await look('reports-end');
  await reports.show('preview');
  const titles = reports.preview.getByRole('heading', { level: 2 });
  await expect(titles.first()).toBeVisible({ timeout: 60_000 });
  await look('report-preview');
  for (const at of (await titles.all()).keys()) {
    await titles.nth(at).evaluate((title) => title.scrollIntoView());
    await look(`report-preview-${at + 1}`);
  }
  await longRule(frame, text, look);
}

/** A rule of groups in groups, at the end of a list of many segments. */
async function longRule(frame: Frame, text: Words, look: Look): Promise<void> {
  const { window } = frame;
  await frame.go('segments');
  const segments = new SegmentsArea(window, text);
  const made = segments.list.getByRole('listitem').filter({ hasText: text.segments.newName });
  for (let i = 1; i <= 12; i++) {
    await segments.create();
    await expect(made).toHaveCount(i);
  }
  await look('segments-many');
  const add = (label: string, path: string) =>
    window.getByRole('button', { name: fill(label, { path }), exact: true }).click();
  for (const field of ['统一社会信用代码', '授信额度（万元）', '成立日期']) await segments.addField(field);
  let inside = '1';
  for (const place of [4, 2, 2, 2]) {
    await add(text.segments.group.addGroupTo, inside);
    inside += `.${place}`;
    await add(text.segments.group.addConditionTo, inside);
  }
  await look('segments-nested');
  await segments.view('sql');
  await look('segments-nested-sql');
}
