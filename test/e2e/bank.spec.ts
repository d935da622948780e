import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { textsOf } from '../support/pdfTexts.ts';
import { sharedData, whySkipped } from '../support/sharedData.ts';
import { isFull, whyNotNow } from '../support/tiers.ts';
import { ClientsArea } from './pages/clients.ts';
import { DataArea } from './pages/data.ts';
import { ReportsArea } from './pages/reports.ts';
import { SegmentsArea } from './pages/segments.ts';
import { auditOf } from './support/audit.ts';
import { willSaveTo } from './support/dialogs.ts';
import { fileIn, gb18030 } from './support/files.ts';
import { expect, test } from './support/fixture.ts';
import { chooseToImport, newWorkspace } from './support/workspace.ts';

test.describe(`bank-full.csv in GB18030${whySkipped || whyNotNow}`, () => {
  test.skip(sharedData === null, 'skipped: no ../shared/data');
  test.skip(!isFull, whyNotNow);

  test('45,211 clients, 5,289 of them said yes, in a PDF whose hash is on record', async ({ launch, folder }) => {
    test.setTimeout(180_000);
    const launched = await launch();
    const { app, window } = launched;
    const workspace = join(folder, 'bank');
    const frame = await newWorkspace(launched, workspace);
    const ascii = await readFile(join(sharedData ?? '', 'uci_bank_marketing', 'bank-full.csv'), 'utf8');
    // The file is ASCII: without a word of Chinese it would be the same bytes in every encoding.
    const chinese = ascii.replace('"job"', '"职业"').replaceAll('"management"', '"管理人员"');
    const panel = await chooseToImport(launched, await fileIn(folder, '银行客户.csv', gb18030(chinese)));
    await expect(panel.setting('编码')).toContainText('GB18030');
    await panel.loadWhole();
    const grid = new DataArea(window).grid('银行客户');
    await expect(grid.status).toContainText('共 45,211 行');
    await expect(grid.header(1)).toContainText('职业');
    await grid.expectCells(0, { 1: '管理人员' });

    await frame.go('clients');
    const clients = new ClientsArea(window);
    await clients.chooseTable('银行客户');
    await clients.eachRowIsOne();
    await expect(clients.figure()).toHaveText('45,211');

    await frame.go('segments');
    const segments = new SegmentsArea(window);
    await segments.create();
    await segments.expectCount('45,211', '45,211');
    await segments.addField('y');
    await segments.condition('1.1').getByRole('combobox', { name: '值（可多个）' }).fill('yes');
    await window.keyboard.press('Enter');
    await segments.expectCount('5,289', '45,211');
    await expect(segments.saved()).toBeVisible();

    await frame.go('reports');
    const reports = new ReportsArea(window);
    await reports.create();
    await expect(reports.pages).toHaveCount(1);
    const pdf = join(folder, '认购.pdf');
    await willSaveTo(app, pdf);
    await reports.export.click();
    await expect(reports.done).toContainText('认购.pdf', { timeout: 60_000 });

    const bytes = await readFile(pdf);
    const page = (await textsOf(bytes)).find((text) => text.includes('5,289户')) ?? '';
    expect(page).toContain('占全部客户的11.7%');
    expect(page).toContain('45,211');
    await app.close();
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const facts = JSON.stringify({ bytes: bytes.length, sha256, masked: 'yes' });
    expect(auditOf(workspace, 'export')).toEqual([{ subject: '新报告', facts }]);
  });
});
