import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { sharedData, whySkipped } from '#test/support/sharedData.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { dataFolderOf, equals, reportOn, resultOf, run } from './support.ts';

const bank = 'uci_bank_marketing/bank-full.csv';
const bankModel = (file: string) => ({
  data: [{ name: '银行客户', file }],
  clients: { table: '银行客户', key: { kind: 'row' } },
  segments: [equals('已认购', '银行客户', 'y', 'yes')],
  reports: [reportOn('认购', '已认购')],
});

describe.skipIf(sharedData === null)(`real input${whySkipped}`, () => {
  const root = sharedData ?? '';

  it('counts 5,289 of 45,211 clients of the bank', () =>
    withWorkspace(async (workspace) => {
      const { results, reports } = await run(workspace, root, bankModel(bank));
      expect(resultOf(results, 'segment', '已认购')).toMatchObject({ clients: 5289, base: 45211 });
      expect(reports.get('认购')?.html).toContain('有 5,289 户，');
      expect(reports.get('认购')?.html).toContain('11.7%');
    }));

  it('counts the same when the file is in GB18030', () =>
    withWorkspace(async (workspace, { folder }) => {
      const text = await readFile(join(root, bank), 'utf8');
      const chinese = iconv.encode(text.replaceAll('"management"', '"管理人员"').replace('"job"', '"职业"'), 'gb18030');
      const data = await dataFolderOf(folder, { 'bank.csv': chinese });
      const playbook = bankModel('bank.csv');
      const segments = [...playbook.segments, equals('管理', '银行客户', '职业', '管理人员')];
      const { results } = await run(workspace, data, { ...playbook, segments });
      expect(resultOf(results, 'data', '银行客户')).toMatchObject({ encoding: 'gb18030', rows: 45211, quarantined: 0 });
      expect(resultOf(results, 'segment', '已认购')).toMatchObject({ clients: 5289, base: 45211 });
      expect(resultOf(results, 'segment', '管理')).toMatchObject({ clients: 9458 });
    }));

  it('reads 262,200 loan events from a gzip file', () =>
    withWorkspace(async (workspace) => {
      const { results } = await run(workspace, root, {
        data: [{ name: 'events', file: 'bpi2012/bpic2012.csv.gz' }],
        clients: { table: 'events', key: { kind: 'field', field: 'case:concept:name' } },
        segments: [equals('first rows approved', 'events', 'concept:name', 'A_SUBMITTED')],
      });
      expect(resultOf(results, 'data', 'events')).toMatchObject({ rows: 262200, quarantined: 0 });
      expect(resultOf(results, 'clients', 'clients')).toMatchObject({ clients: 13087, rows: 262200 });
      expect(resultOf(results, 'segment', 'first rows approved')).toMatchObject({ clients: 13087, base: 13087 });
    }));
});
