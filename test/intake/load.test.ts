import { createHash } from 'node:crypto';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { inspect, load, removeDataset, sweep } from '#engine/intake/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import type { CallProgress } from '#shared/contract/index.ts';
import { datasetSchema, encodings, previewSchema } from '#shared/intake/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { expectNothingBut, failureOf, fileIn, loadContent, loadIn, rowsOf } from './support.ts';

const table = '客户编号,姓名,余额,开户日期\n007,张三,12.5,2024-01-05\n008,李四,,2024-02-29\n';

describe('loading', () => {
  test('registers, records and tells', () =>
    withWorkspace(async (workspace, { events, folder }) => {
      const path = await fileIn(folder, 'clients.csv', table);
      const progress: CallProgress[] = [];
      const dataset = await load(workspace, path, '客户', {}, { progress: (step) => progress.push(step) });
      expect(datasetSchema.parse(dataset)).toEqual(dataset);
      expect(dataset).toMatchObject({ name: '客户', version: 1, file: 'clients.csv', rows: 2, quarantined: 0 });
      expect(dataset.sha256).toBe(createHash('sha256').update(table).digest('hex'));
      expect(dataset.bytes).toBe(Buffer.byteLength(table));
      expect(dataset.fields).toEqual([
        {
          name: '客户编号',
          type: 'text',
          nativeType: 'VARCHAR',
          sensitivity: 'internal',
          nulls: 0,
          minimum: '007',
          maximum: '008',
          approximateDistinct: 2,
        },
        {
          name: '姓名',
          type: 'text',
          nativeType: 'VARCHAR',
          sensitivity: 'name',
          nulls: 0,
          minimum: null,
          maximum: null,
          approximateDistinct: 2,
        },
        {
          name: '余额',
          type: 'number',
          nativeType: 'DOUBLE',
          sensitivity: 'amount',
          nulls: 1,
          minimum: '12.5',
          maximum: '12.5',
          approximateDistinct: 1,
        },
        {
          name: '开户日期',
          type: 'date',
          nativeType: 'DATE',
          sensitivity: 'internal',
          nulls: 0,
          minimum: '2024-01-05',
          maximum: '2024-02-29',
          approximateDistinct: 2,
        },
      ]);
      expect(workspace.catalogue.datasets.get('客户')).toEqual(dataset);
      expect(events).toEqual([{ type: 'dataChanged', table: '客户', version: 1 }]);
      expect(workspace.catalogue.audit.verify()).toBeNull();
      expect(progress.map(({ stage }) => stage)).toContain('copying');
      await expectNothingBut(workspace, [dataset]);
      const again = await load(workspace, path, 'again', dataset.options, {});
      expect(await rowsOf(workspace, again)).toEqual(await rowsOf(workspace, dataset));
    }));

  test.for(encodings.filter((encoding) => !['big5', 'shift_jis', 'windows-1252'].includes(encoding)))(
    'the same table in %s, plain and gzip',
    (encoding) =>
      withWorkspace(async (workspace, at) => {
        const expected = (await loadIn(workspace, at, 'plain.csv', table)).rows;
        expect(expected).toHaveLength(2);
        const bytes = iconv.encode(table, encoding, { addBOM: true });
        for (const content of [bytes, gzipSync(bytes)]) {
          const { rows, dataset } = await loadIn(workspace, at, 'encoded.csv', content);
          expect(rows).toEqual(expected);
          expect(dataset.options.encoding).toBe(encoding);
        }
      }),
  );

  test('what the sample cannot show: identifiers and fractions deep in the file', async () => {
    const line = (i: number) => {
      if (i === 90_000) return '0090000,12.25,1,12345678901234567,5';
      return `${i + 100_000},${i},${i},${i},${i}`;
    };
    const lines = Array.from({ length: 200_000 }, (_, i) => line(i));
    const content = `id,amount,n,long,fixed\n${lines.join('\n')}\n`;
    const columns = [{ column: 'fixed', type: 'integer' as const }];
    const { dataset, rows } = await loadContent('deep.csv', content, { columns });
    expect(dataset.fields.map(({ type }) => type)).toEqual(['text', 'number', 'integer', 'text', 'integer']);
    expect(rows[90_000]).toEqual({ id: '0090000', amount: '12.25', n: '1', long: '12345678901234567', fixed: '5' });
    expect(rows).toHaveLength(200_000);
  });

  test('a column that is words after its beginning becomes text; a few bad cells go to quarantine, words for nothing do not', async () => {
    const lines = Array.from(
      { length: 150_000 },
      (_, i) =>
        `${i},${i > 60_000 && i % 20 === 0 ? 'word' : i},${i === 110_000 ? 'x' : i},${i === 120_000 ? 'N/A' : i},${i === 120_000 ? '-' : '1.5%'}`,
    );
    const { dataset, quarantine } = await loadContent('words.csv', `id,a,b,c,d\n${lines.join('\n')}\n`);
    expect(dataset.fields.map(({ type }) => type)).toEqual(['integer', 'text', 'integer', 'integer', 'number']);
    expect(dataset).toMatchObject({ rows: 149_999, quarantined: 1 });
    expect(quarantine).toMatchObject([{ line: 110_002, column_name: 'b', reason: 'cast' }]);
    expect(dataset.fields.map(({ nulls }) => nulls)).toEqual([0, 0, 0, 1, 1]);
    expect(dataset.remarks).toContainEqual({ kind: 'nullWords', count: 2, atLeast: false, names: ['c', 'd'] });
  });

  test('a chosen whole number is not rounded', async () => {
    const columns = [{ column: 'n', type: 'integer' as const }];
    const { rows, quarantine } = await loadContent('a.csv', 'id,n\na,1\nb,2.5\nc,-3\n', { columns });
    expect(rows.map(({ n }) => n)).toEqual(['1', '-3']);
    expect(quarantine).toMatchObject([{ line: 3, column_name: 'n', text: 'b,2.5' }]);
  });

  test('a column that is said to hold yes and no has them in any words', async () => {
    const text = [
      'id,流失,有房,签约,营销',
      ...['1,是,有,Y,TRUE', '2,否,无,n,false', '3,N/A,,无,真', '4, 是 ,有,yes,假', '5,也许,有,on,1'],
    ].join('\n');
    const columns = ['流失', '有房', '签约', '营销'].map((column) => ({ column, type: 'boolean' as const }));
    const { rows, quarantine, dataset } = await loadContent('answers.csv', text, { columns });
    expect(rows.map((row) => Object.values(row).slice(1))).toEqual([
      ['true', 'true', 'true', 'true'],
      ['false', 'false', 'false', 'false'],
      [null, null, null, 'true'],
      ['true', 'true', 'true', 'false'],
    ]);
    expect(quarantine).toMatchObject([{ line: 6, column_name: '流失', reason: 'cast' }]);
    // A repair reads 无 as the import did.
    expect(dataset.forms).toMatchObject({ 有房: '有' });
    const unsaid = await loadContent('answers.csv', text);
    expect(unsaid.dataset.fields[1]).toMatchObject({ type: 'text' });
  });

  test('cells of blanks say nothing where numbers and dates stand', async () => {
    const { rows, dataset } = await loadContent('a.csv', 'id,n,d,t\n1,5, ,x\n2, \t,2026-01-02, \n3,　,2026-01-03,y\n');
    expect(dataset.fields.map(({ type }) => type)).toEqual(['integer', 'integer', 'date', 'text']);
    expect(rows.map(({ n, d, t }) => [n, d, t])).toEqual([
      ['5', null, 'x'],
      [null, '2026-01-02', ' '],
      [null, '2026-01-03', 'y'],
    ]);
  });

  test('columns with any name, and renamed ones', async () => {
    const names = ['"; DROP TABLE t; --', 'a\nb', "it's", '😀', 'x'.repeat(300), 'a;b', 'SELECT', 'c0', 'C0'];
    const quoted = names.map((name) => `"${name.replaceAll('"', '""')}"`).join();
    const columns = [{ column: '😀', name: '表情' }];
    const { rows } = await loadContent('a.csv', `${quoted}\n${names.map((_, i) => i).join()}\n`, { columns });
    const expected = ['"; DROP TABLE t; --', 'a\nb', "it's", '表情', 'x'.repeat(300), 'a;b', 'SELECT', 'c0', 'C0_2'];
    expect(rows).toEqual([Object.fromEntries(expected.map((name, i) => [name, String(i)]))]);
  });

  test('2,000 columns, and one', async () => {
    const wide = Array.from({ length: 2000 }, (_, i) => `c${i}`);
    const { dataset, rows } = await loadContent('wide.csv', `${wide.join()}\n${wide.map((_, i) => i).join()}\n`);
    expect(dataset.fields).toHaveLength(2000);
    expect(rows[0]?.c1999).toBe('1999');
    const one = await loadContent('one.csv', 'v\n1\n\n2\n');
    expect(one.rows).toEqual([{ v: '1' }, { v: '2' }]);
  });

  test('counts the distinct values of a small table, by which its key is told', async () => {
    const rows = Array.from({ length: 2000 }, (_, i) => `K${i},${i % 7},${i % 2 === 0}`);
    const { dataset } = await loadContent('keys.csv', `客户编号,branch,online\n${rows.join('\n')}\n`);
    expect(dataset.fields.map(({ approximateDistinct }) => approximateDistinct)).toEqual([2000, 7, 2]);
  });
});

describe('inspecting', () => {
  test('says how the file would be read and leaves nothing', () =>
    withWorkspace(async (workspace, { folder }) => {
      const path = await fileIn(folder, '客户 清单.csv.gz', gzipSync(iconv.encode(table, 'gb18030')));
      const preview = await inspect(workspace, path, {}, {});
      expect(previewSchema.parse(preview)).toEqual(preview);
      expect(preview).toMatchObject({
        suggestedName: '客户 清单',
        format: 'delimited',
        gzip: true,
        encoding: 'gb18030',
        delimiter: ',',
        header: true,
      });
      expect(preview.columns).toEqual([
        { column: '客户编号', type: 'text', sensitivity: 'internal' },
        { column: '姓名', type: 'text', sensitivity: 'name' },
        { column: '余额', type: 'number', sensitivity: 'amount' },
        { column: '开户日期', type: 'date', sensitivity: 'internal' },
      ]);
      expect(preview.sample).toEqual([
        ['007', '张*', '12.5', '2024-01-05'],
        ['008', '李*', null, '2024-02-29'],
      ]);
      await expectNothingBut(workspace, []);
    }));
});

describe('cancel, remove, sweep', () => {
  test.each([
    ['as DuckDB reads it', ''],
    ['as it is read record by record', '合计,,\n'],
  ])(
    'cancelling at any stage leaves nothing: a text %s',
    (_, last) =>
      withWorkspace(async (workspace, { folder }) => {
        const body = Array.from({ length: 400_000 }, (_, i) => `${i},name ${i},2024-01-05`).join('\n');
        const path = await fileIn(folder, 'big.csv', `id,name,day\n${body}\n${last}`);
        const stages: string[] = [];
        const whole = await load(workspace, path, 'whole', {}, { progress: ({ stage }) => stages.push(stage) });
        await removeDataset(workspace, whole.id);
        expect(new Set(stages)).toEqual(new Set(['copying', 'loading', 'profiling']));
        // The slower the machine, the more often DuckDB tells of its progress: a share of the places will do.
        const apart = Math.ceil(stages.length / 12);
        for (let after = 0; after < stages.length; after += apart) {
          const controller = new AbortController();
          let steps = 0;
          const progress = () => {
            if (steps++ === after) controller.abort();
          };
          const loading = load(workspace, path, `t${after}`, {}, { signal: controller.signal, progress });
          // How often DuckDB tells of its progress differs from run to run: the last steps may not come.
          const outcome = await loading.catch((thrown: unknown) => thrown);
          if (controller.signal.aborted) expect(outcome).toMatchObject({ code: 'cancelled' });
          else await removeDataset(workspace, datasetSchema.parse(outcome).id);
          await expectNothingBut(workspace, []);
        }
        // In the middle of DuckDB's work, wherever that is.
        for (const after of [20, 40, 60, 80, 100]) {
          const signal = AbortSignal.timeout(after);
          expect((await failureOf(load(workspace, path, 'timed', {}, { signal }))).code).toBe('cancelled');
          await expectNothingBut(workspace, []);
        }
      }),
    120_000,
  );

  test('removing a dataset takes its tables', () =>
    withWorkspace(async (workspace, { folder }) => {
      const path = await fileIn(folder, 'a.csv', table);
      const kept = await load(workspace, path, 'kept', {}, {});
      const gone = await load(workspace, path, 'gone', {}, {});
      await removeDataset(workspace, gone.id);
      await expectNothingBut(workspace, [kept]);
      expect((await failureOf(removeDataset(workspace, gone.id))).messageId).toBe('datasetMissing');
    }));

  test('sweeping takes what a killed import left, and nothing else', () =>
    withWorkspace(async (workspace, { folder }) => {
      const dataset = await load(workspace, await fileIn(folder, 'a.csv', table), 'kept', {}, {});
      await workspace.warehouse.run(sql`CREATE TABLE d_0123456789ab_1 (a INTEGER)`);
      await workspace.warehouse.run(sql`CREATE TABLE q_0123456789ab_1 (a INTEGER)`);
      await workspace.warehouse.run(sql`CREATE TABLE derived (a INTEGER)`);
      await writeFile(join(workspace.warehouse.files, 'left.csv'), 'a');
      await sweep(workspace);
      await workspace.warehouse.run(sql`DROP TABLE derived`);
      await expectNothingBut(workspace, [dataset]);
      expect(await readdir(workspace.warehouse.files)).toEqual([]);
      expect(await rowsOf(workspace, dataset)).toHaveLength(2);
    }));
});
