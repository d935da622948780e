import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readQuarantine } from '#engine/datasets/index.ts';
import { inspect, load } from '#engine/intake/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import { auditIn } from '#test/support/audit.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { expectNothingBut, failureOf, fileIn, loadIn } from './support.ts';

const csv = '编号,姓名,密码,CVV\n1,王小明,hunter2x,123\n2,李四,s3cretzz,456\n';
const jsonl = '{"编号":1,"密码":"hunter2x"}\n{"编号":2,"密码":"s3cretzz"}\n{"编号":3,"密码":"hunter3x"\n';

describe('a look at a file', () => {
  it('shows the sample masked', async () => {
    await withWorkspace(async (workspace, { folder }) => {
      const path = await fileIn(
        folder,
        'a.csv',
        '姓名,手机,密码\n王小明,13812345678,hunter2x\n李四,13912345678,s3cretzz\n',
      );
      const preview = await inspect(workspace, path, {}, {});
      expect(preview.columns.map(({ sensitivity }) => sensitivity)).toEqual(['name', 'phone', 'secret']);
      expect(preview.sample).toEqual([
        ['王**', '138****5678', '****'],
        ['李*', '139****5678', '****'],
      ]);
    });
  });
});

describe('columns that look like secrets', () => {
  it.each([
    ['a.csv', csv, ['编号', '姓名'], 2],
    ['a.jsonl', jsonl, ['编号'], 2],
  ] as const)('are left out of %s where nobody can be asked, and said to be', async (name, content, fields, rows) => {
    await withWorkspace(async (workspace, test) => {
      const { dataset } = await loadIn(workspace, test, name, content);
      expect(dataset.fields.map((field) => field.name)).toEqual(fields);
      expect(dataset.rows).toBe(rows);
      const skipped = (dataset.options.columns ?? []).filter(({ skip }) => skip).map(({ column }) => column);
      expect(skipped[0]).toBe('密码');
      expect(auditIn(workspace, 'import')).toMatchObject([{ facts: { skipped: skipped.join(', ') } }]);
      // The options say how to read it again the same way.
      const again = await loadIn(workspace, test, name, content, dataset.options);
      expect(again.dataset.fields.map((field) => field.name)).toEqual(fields);
    });
  });

  it('of a Parquet file are left out too', async () => {
    await withWorkspace(async (workspace, { folder }) => {
      const made = join(workspace.warehouse.files, 'a.parquet');
      await workspace.warehouse.run(
        sql`COPY (SELECT * FROM (VALUES (1, '493021'), (2, '118273')) t(id, pin)) TO ${made} (FORMAT parquet)`,
      );
      const path = await fileIn(folder, 'a.parquet', await readFile(made));
      const dataset = await load(workspace, path, 'p', {}, {});
      expect(dataset.fields.map(({ name }) => name)).toEqual(['id']);
    });
  });

  it('load nothing before the analyst has confirmed', async () => {
    await withWorkspace(async (workspace, { folder }) => {
      const path = await fileIn(folder, 'a.csv', csv);
      const error = await failureOf(load(workspace, path, 'a', {}, {}, 'refuse'));
      expect(error).toMatchObject({ messageId: 'secretsUnconfirmed', params: { columns: '密码、CVV' } });
      await expectNothingBut(workspace, []);
      const columns = ['密码', 'CVV'].map((column) => ({ column, skip: true }));
      const dataset = await load(workspace, path, 'a', { columns }, {}, 'refuse');
      expect(dataset.fields.map(({ name }) => name)).toEqual(['编号', '姓名']);
    });
  });

  it('are loaded when the analyst says why they are none, which is logged', async () => {
    await withWorkspace(async (workspace, { folder }) => {
      const path = await fileIn(folder, 'a.csv', '编号,密码重置日\n1,2024-01-01\n2,2024-02-01\n');
      const kept = { column: '密码重置日', skip: false };
      const error = await failureOf(load(workspace, path, 'a', { columns: [kept] }, {}, 'refuse'));
      expect(error.messageId).toBe('secretNeedsReason');
      const columns = [{ ...kept, reason: '只是日期' }];
      const dataset = await load(workspace, path, 'a', { columns }, {}, 'refuse');
      expect(dataset.fields[1]).toMatchObject({ name: '密码重置日', type: 'date', sensitivity: 'internal' });
      expect(dataset.options.columns?.[1]).toMatchObject({ skip: false, reason: '只是日期' });
      expect(auditIn(workspace, 'sensitivity')).toEqual([
        { subject: 'a', facts: { field: '密码重置日', from: 'secret', to: 'internal', reason: '只是日期' } },
      ]);
    });
  });

  it('do not hide in the quarantine either', async () => {
    await withWorkspace(async (workspace, test) => {
      const content = `编号,姓名,密码\n${'1,王小明,hunter2x\n'.repeat(5)}2,李四,hunter3x,多\n3,"王五",hunter4x,"hunter5x"\n`;
      const { dataset, quarantine } = await loadIn(workspace, test, 'a.csv', content);
      expect(dataset.quarantined).toBe(2);
      expect(JSON.stringify(quarantine)).not.toMatch(/hunter/);
      const { rows } = await readQuarantine(workspace, { dataset: dataset.id, offset: 0, limit: 10 });
      expect(JSON.stringify(rows)).not.toMatch(/hunter|李四|王五/);
      const lines = await loadIn(workspace, test, 'a.jsonl', jsonl);
      expect(lines.quarantine).toHaveLength(1);
      expect(JSON.stringify(lines.quarantine)).not.toMatch(/hunter/);
    });
  });

  it('that are all there is leave nothing to load', async () => {
    await withWorkspace(async (workspace, test) => {
      const error = await failureOf(loadIn(workspace, test, 'a.csv', '密码,CVV\nhunter2x,123\ns3cretzz,456\n'));
      expect(error.messageId).toBe('noColumnsLeft');
      await expectNothingBut(workspace, []);
    });
  });
});
