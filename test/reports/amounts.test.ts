import { expect, it } from 'vitest';
import { withWorkspace } from '#test/support/workspace.ts';
import { dataFolderOf, run } from '../playbooks/support.ts';

it('shows amounts in the unit that their fields name, and compares none that differ', () =>
  withWorkspace(async (workspace, { folder }) => {
    // 120 万元 spent, 180 万元 back as 元: the ratio as it stands is 15,000.
    const data = await dataFolderOf(folder, {
      'x.csv': '期,成本（万元）,收入（元）\n1,100.00,1000000.00\n2,20.00,800000.00\n',
    });
    const study = {
      name: 's',
      scope: { kind: 'all' },
      table: 'x',
      cost: '成本（万元）',
      return: '收入（元）',
      period: { kind: 'number', field: '期' },
    };
    const report = {
      title: 'T',
      purpose: 'information',
      confidentiality: 'internal',
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
    const zh = withoutTags(reports.get('zh')?.html ?? '');
    for (const part of ['120.0 万元', '180.0 万元', '投入（万元）', '成本以万元计，收入以元计，比率没有换算。']) {
      expect(zh).toContain(part);
    }
    expect(zh).toContain('每投入 1 万元收回 15,000 元，已收回投入');
    const en = withoutTags(reports.get('en')?.html ?? '');
    for (const part of ['1.20 CNY m', '1.80 CNY m', 'cost (CNY m)']) expect(en).toContain(part);
  }));

const withoutTags = (html: string): string => html.replace(/<[^>]+>/g, '');
