import { expect, it } from 'vitest';
import { withWorkspace } from '#test/support/workspace.ts';
import { dataFolderOf, equals, reportOn, resultOf, run } from '../playbooks/support.ts';

const names = [
  '"; DROP TABLE "x" --',
  "it's",
  'semi;colon',
  'line\nend',
  '中文',
  '😀',
  '<b>bold</b>',
  '长'.repeat(300),
  'a"b""c',
];

it('takes hostile column and dataset names through to the report', () =>
  withWorkspace(async (workspace, { folder }) => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    const rows = Array.from({ length: 40 }, (_, i) =>
      names.map((_, k) => (i % (k + 2) === 0 ? 'hit' : 'miss')).join(','),
    );
    const data = await dataFolderOf(folder, { 'x.csv': [names.map(quoted).join(','), ...rows, ''].join('\n') });
    const table = '"; DROP TABLE "客户"; --\n😀';
    const segments = names.map((name, k) => equals(`${k} ${name}`.slice(0, 200), table, name, 'hit'));
    const { results, reports } = await run(workspace, data, {
      data: [{ name: table, file: 'x.csv' }],
      clients: { table, key: { kind: 'row' } },
      segments,
      reports: [reportOn('r', ...segments.map(({ name }) => name))],
    });
    for (const [k, { name }] of segments.entries()) {
      expect(resultOf(results, 'segment', name)).toMatchObject({ clients: Math.ceil(40 / (k + 2)), base: 40 });
    }
    const page = reports.get('r')?.html ?? '';
    expect(page).toContain('&lt;b&gt;bold&lt;/b&gt;');
    expect(page).not.toContain('<b>bold');
    expect(page).toContain('line⏎end');
  }));
