import { expect, it } from 'vitest';
import { withWorkspace } from '#test/support/workspace.ts';
import { dataFolderOf, run } from '../playbooks/support.ts';

it('shows amounts in the unit that their fields name, and compares them in one', async () => {
  // 120 万元 spent, 180 万元 back, which the table has as 元.
  const { zh, en } = await reportsOn('成本（万元）', '收入（元）', ['100.00,1000000.00', '20.00,800000.00']);
  for (const part of ['120.0 万元', '180.0 万元', '成本（万元）', '成本以万元计，收益以元计，收益先换算为万元']) {
    expect(zh).toContain(part);
  }
  expect(zh).toContain('每 1 元成本收回 1.50 元，已回本');
  expect(zh).not.toContain('15,000');
  expect(zh).toContain('盈亏平衡 1');
  for (const part of ['CNY 1.20 m', 'CNY 1.80 m', 'Cost (CNY\u00A0m)', 'Cost is in CNY 10k, return in CNY;']) {
    expect(en).toContain(part);
  }
  expect(en).toContain('brought CNY 1.50 for each CNY 1 spent: the cost has come back');
});

it('compares none of which one names no unit', async () => {
  const { zh, en, page } = await reportsOn('成本（元）', 'back', ['100.00,1.00', '20.00,1.40']);
  expect(zh).toContain('“s”的收益与成本之比为 0.02');
  expect(zh).toContain('只有“成本（元）”写明了单位（元），另一个字段没有写明：金额与比率都未换算');
  expect(zh).not.toMatch(/，已回本|尚未回本|未回本/);
  expect(zh).toContain('120.00');
  // Neither drawn nor named.
  expect(page).not.toContain('class="level"');
  expect(zh).not.toContain('盈亏平衡 1');
  expect(en).not.toContain('break-even 1');
  expect(en).toContain(
    'Only “成本（元）” names its unit (CNY), the other field names none: neither amounts nor ratios',
  );
  expect(en).not.toMatch(/has (not )?come back[ .]*No control|not yet/);
});

it('writes no unit where none is named', async () => {
  const { zh, en, page } = await reportsOn('cost', 'back', ['100.00,150.00', '20.00,30.00']);
  expect(zh).toContain('“s”每 1 单位成本收回 1.50，已回本');
  expect(zh).not.toMatch(/\d 元/);
  expect(en).toContain('brought 1.50 for each 1 spent');
  expect(en).not.toContain('CNY');
  expect(zh).toContain('盈亏平衡 1');
  expect(page).toContain('class="level"');
});

/** The text of the report on a study of two periods. */
const reportsOn = (
  cost: string,
  back: string,
  rows: readonly string[],
): Promise<{ zh: string; en: string; page: string }> =>
  withWorkspace(async (workspace, { folder }) => {
    const lines = [`期,${cost},${back}`, ...rows.map((row, i) => `${i + 1},${row}`)];
    const data = await dataFolderOf(folder, { 'x.csv': `${lines.join('\n')}\n` });
    const study = {
      ...{ name: 's', scope: { kind: 'all' }, table: 'x', cost, return: back },
      period: { kind: 'number', field: '期' },
    };
    const report = {
      ...{ title: 'T', purpose: 'information', confidentiality: 'internal' },
      pages: [{ kind: 'roi', name: 's' }],
    };
    const { reports } = await run(workspace, data, {
      data: [{ name: 'x', file: 'x.csv' }],
      roi: [study],
      reports: [
        { ...report, name: 'zh', language: 'zh' },
        { ...report, name: 'en', language: 'en' },
      ],
    });
    const textOf = (name: string) => withoutTags(reports.get(name)?.html ?? '');
    return { zh: textOf('zh'), en: textOf('en'), page: reports.get('zh')?.html ?? '' };
  });

const withoutTags = (html: string): string => html.replace(/<[^>]+>/g, '').replaceAll('&quot;', '"');
