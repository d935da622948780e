import { expect } from '@playwright/test';
import { DataArea } from '../../pages/data.ts';
import { pickOption } from '../../pages/select.ts';
import { willChoose } from '../dialogs.ts';
import { fileIn } from '../files.ts';
import type { Launched } from '../launch.ts';
import { fill, type Words } from '../words.ts';
import type { Look } from './importing.ts';
import { portfolio } from './portfolio.ts';

/** What is kept aside, the quality of a dataset, and its versions. */
export async function checking(launched: Launched, words: Words, folder: string, look: Look): Promise<void> {
  const { app, window } = launched;
  const { data: says, quality, versions, intake, common } = words;
  const data = new DataArea(window, words);
  const dialog = window.getByRole('dialog');
  const shut = async () => {
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  };
  await data.show(portfolio.core);
  await look('data-long-name');
  const aside = await data.tab('quarantine');
  await expect(aside.getByRole('row')).toHaveCount(3);
  await look('quarantine');
  await aside.getByRole('row').nth(1).getByRole('button', { name: says.repair.open }).click();
  await expect(dialog.getByRole('list')).toBeVisible();
  await look('quarantine-repair');
  await dialog.getByRole('textbox').last().fill('十万');
  await dialog.getByRole('button', { name: says.repair.accept }).click();
  await expect(dialog.getByRole('alert').first()).toBeVisible();
  await look('quarantine-repair-wrong');
  await dialog.getByRole('textbox').last().fill('10');
  await dialog.getByRole('textbox').nth(0).fill('KH900001');
  await dialog.getByRole('textbox').nth(1).fill('示例公司');
  await dialog.getByRole('textbox').nth(5).fill('2026-01-05');
  await dialog.getByRole('button', { name: says.repair.accept }).click();
  await expect(dialog).toBeHidden();
  await expect(aside.getByRole('region', { name: says.repair.done })).toBeVisible();
  await look('quarantine-repaired');
  await aside.getByRole('button', { name: intake.again.open }).click();
  await expect(window.getByRole('button', { name: intake.again.load })).toBeEnabled();
  await look('read-again');
  await window.getByRole('button', { name: intake.discard }).click();

  const tab = await data.tab('quality');
  const found = tab.getByRole('region', { name: quality.findings, exact: true });
  await expect(found).toBeVisible();
  await look('quality');
  await toEnd(tab);
  await look('quality-end');
  await tab.getByRole('button', { name: '联系电话（对公预留）', exact: true }).click();
  const ofField = tab.getByRole('region', { name: fill(quality.findingsOf, { field: '联系电话（对公预留）' }) });
  await expect(ofField).toBeVisible();
  await look('quality-field');
  await ofField.getByRole('button', { name: quality.allFields }).click();
  await found.getByRole('button', { name: quality.show }).first().click();
  await expect(dialog.getByRole('row').nth(1)).toBeVisible();
  await look('quality-rows');
  await shut();
  await tab.getByRole('button', { name: common.how.title }).first().click();
  await look('quality-how');
  await window.keyboard.press('Escape');
  await tab.getByRole('button', { name: quality.balance.open }).click();
  await expect(dialog.getByRole('row').nth(1)).toBeVisible();
  await look('balance');
  await pickOption(window, dialog.getByRole('combobox').nth(2), quality.balance.sides.offline);
  await look('balance-said');
  await shut();
  const card = tab.getByRole('region', { name: quality.controls.title });
  await card.getByRole('textbox', { name: quality.controls.figure }).fill('abc');
  await card.getByRole('textbox', { name: quality.controls.figure }).press('Enter');
  await card.scrollIntoViewIfNeeded();
  await look('controls');

  await data.show(portfolio.opened);
  await data.tab('quality');
  const mend = words.quality.mend.with.split('{{')[0] ?? '';
  await tab
    .getByRole('button', { name: new RegExp(`^${mend}`) })
    .first()
    .click();
  await expect(dialog.getByRole('radio').first()).toBeVisible();
  await look('quality-mend');
  await shut();

  await data.show(portfolio.app);
  const tabs = await data.tab('versions');
  await look('versions-one');
  await willChoose(
    app,
    await fileIn(
      folder,
      '手机银行11月.csv',
      '用户号,企业名称,所在城市,新增渠道\nU1,甲公司,上海,App\nU2,乙公司,苏州,App\n',
    ),
  );
  await tabs.getByRole('button', { name: versions.replace }).click();
  await look('versions-replace-empty');
  await dialog.getByRole('button', { name: versions.choose }).click();
  await expect(dialog.getByRole('button', { name: versions.confirmReplace })).toBeEnabled();
  await look('versions-replace');
  await dialog.getByRole('button', { name: versions.confirmReplace }).click();
  await expect(dialog).toBeHidden();
  const comparison = tabs.getByRole('region', { name: versions.comparison });
  await look('versions-two');
  await pickOption(window, comparison.getByRole('combobox', { name: versions.key }), '用户号');
  await comparison.getByRole('button', { name: versions.compare }).click();
  await expect(comparison.getByRole('row').nth(1)).toBeVisible();
  await look('versions-compared');
  await fileIn(folder, '手机银行11月.csv', '用户号\n1\n');
  await tabs.getByRole('button', { name: intake.again.open }).click();
  await expect(dialog).toBeVisible();
  await look('read-again-ask');
  await shut();
}

/** Scrolls whatever scrolls to its end. */
export const toEnd = (of: import('@playwright/test').Locator) =>
  of.evaluate((element) => {
    for (const each of element.querySelectorAll('*')) if (each.scrollHeight > each.clientHeight) each.scrollTop = 1e6;
  });
