import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { textsOf } from '#test/support/pdfTexts.ts';
import { sharedData, whySkipped } from '#test/support/sharedData.ts';
import { isFull, whyNotNow } from '#test/support/tiers.ts';
import { equals, head, reportOn } from '../playbooks/support.ts';
import { clientscope, lastLine, withFolder } from './support.ts';

const canShow = process.platform !== 'linux' || Boolean(process.env.DISPLAY) || existsSync('/usr/bin/xvfb-run');
const why = canShow ? whySkipped : ' (skipped: no display and no xvfb-run)';

// The sample's report is printed each time (samplePdf.test.ts), and the bank's from the window.
describe.skipIf(sharedData === null || !canShow || !isFull)(`the printed report${why || whyNotNow}`, () => {
  it(
    'counts 5,289 of 45,211 in a tagged PDF with embedded TrueType and a whole foot on each page',
    { timeout: 240_000 },
    () =>
      withFolder(async (folder) => {
        const playbook = {
          ...head,
          data: [{ name: '银行客户', file: 'uci_bank_marketing/bank-full.csv' }],
          clients: { table: '银行客户', key: { kind: 'row' } },
          segments: [equals('已认购', '银行客户', 'y', 'yes'), equals('管理人员', '银行客户', 'job', 'management')],
          reports: [{ ...reportOn('认购', '已认购', '管理人员'), asOf: '2010-11-30' }],
        };
        await writeFile(join(folder, 'plan.json'), JSON.stringify(playbook));
        const ended = await clientscope(['run', 'plan.json', '--data', sharedData ?? '', '--out', 'out'], {
          cwd: folder,
        });
        expect(ended).toMatchObject({ code: 0, stderr: '' });
        expect(lastLine(ended.stdout)).toContain('认购.pdf');

        const pdf = await readFile(join(folder, 'out', '认购.pdf'));
        const pages = await textsOf(pdf);
        expect(pages.length).toBeGreaterThanOrEqual(5);
        expect(pages[2]).toContain('“已认购”有5,289户，占全部客户的11.7%，其余客户是它的7.5倍');
        expect(pages[2]).toContain('45,211');
        pages.forEach((page, i) => {
          expect(page).toContain('数据截至2010-11-30');
          expect(page).toContain('n=45,211');
          expect(page).toContain(`${i + 1}/${pages.length}`);
        });
        const raw = pdf.toString('latin1');
        expect(raw).toContain('/MarkInfo');
        expect(raw).toContain('/Outlines');
        expect(raw).toContain('/FontFile2');
        expect(raw).not.toContain('/Type3');
        const fonts = new Set([...raw.matchAll(/\/BaseFont\s*\/[A-Z]{6}\+(\w+)/g)].map(([, name]) => name));
        expect([...fonts]).toEqual(['NotoSansSC']);
      }),
  );
});
