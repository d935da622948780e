import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encodeGb18030 } from '#engine/exports/gb18030.ts';
import { exportCsv } from '#engine/exports/index.ts';
import { load } from '#engine/intake/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { type ExportRequest, neutralised } from '#shared/exports/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import { auditIn } from '#test/support/audit.ts';
import { addTable, hostileNames } from '#test/support/tables.ts';
import { type TestWorkspace, withWorkspace } from '#test/support/workspace.ts';
import { parseCsv } from './oracle.ts';

const columns = [
  { name: '编号', type: 'text' },
  { name: '姓名', type: 'text', sensitivity: 'name' },
  { name: '卡号', type: 'text', sensitivity: 'card' },
  { name: '余额', type: 'number', sensitivity: 'amount' },
  { name: '备注', type: 'text' },
] as const;
const rows = [
  ['001', '王小明', '4111111111111111', 12.5, '=1+1'],
  ['002', '欧阳娜娜', '4000000000000002', -3, '说"好",\n是'],
  ['001', '李四', null, null, ''],
  [null, '王五', '5', 0, '-'],
] as const;

const request = (dataset: Dataset, change: Partial<ExportRequest> = {}): ExportRequest => ({
  dataset: dataset.id,
  sort: [],
  filters: [],
  fields: dataset.fields.map(({ name }) => name),
  unmasked: [],
  reason: null,
  encoding: 'utf-8',
  lineEnd: 'crlf',
  ...change,
});

async function exported(workspace: Workspace, { folder }: TestWorkspace, wanted: ExportRequest) {
  const target = join(folder, 'out.csv');
  const written = await exportCsv(workspace, wanted, { temporary: join(folder, '.out.part'), target });
  const bytes = await readFile(target);
  return { written, bytes, table: parseCsv(bytes.toString('utf8').replace(/^\ufeff/, '')) };
}

function makeClients(workspace: Workspace): void {
  const body = { table: '客户', key: { kind: 'field' as const, field: '编号' }, facts: [] };
  workspace.catalogue.definitions.create('clients', '客户', body);
}

describe('a dataset as CSV', () => {
  it('is masked by class, with pseudonyms for client keys and no formula', async () => {
    await withWorkspace(async (workspace, test) => {
      const dataset = await addTable(workspace, '客户', columns, rows);
      makeClients(workspace);
      const { table, bytes, written } = await exported(workspace, test, request(dataset));
      expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const [head, ...body] = table;
      expect(head).toEqual(columns.map(({ name }) => name));
      expect(body.map((row) => row.slice(1))).toEqual([
        ['王**', '****1111', '****', "'=1+1"],
        ['欧阳**', '****0002', '****', '说"好",\n是'],
        ['李*', '', '', ''],
        ['王*', '*', '****', "'-"],
      ]);
      const keys = body.map(([key]) => key);
      expect(keys[0]).toMatch(/^[0-9a-f]{16}$/);
      expect(keys[0]).toBe(keys[2]);
      expect(keys[0]).not.toBe(keys[1]);
      expect(keys[3]).toBe('');
      expect(written).toEqual({
        rows: 4,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
      const again = await exported(workspace, test, request(dataset));
      expect(again.table[1]?.[0]).not.toBe(keys[0]);
    });
  });

  it('unmasks the columns that are named, as far as their class allows, and logs which and why', async () => {
    await withWorkspace(async (workspace, test) => {
      const dataset = await addTable(workspace, '客户', columns, rows);
      makeClients(workspace);
      const change = { unmasked: ['编号', '姓名', '卡号', '余额', '备注'], reason: '监管报送 13812345678' };
      const sort = [{ field: '余额', descending: true }];
      const filters = [{ field: '姓名', test: { op: 'ne', value: '李四' } as const }];
      const { table, written } = await exported(workspace, test, request(dataset, { ...change, sort, filters }));
      expect(table.slice(1)).toEqual([
        ['001', '王小明', '411111******1111', '12.5', "'=1+1"],
        ['', '王五', '*', '0.0', "'-"],
        ['002', '欧阳娜娜', '400000******0002', '-3.0', '说"好",\n是'],
      ]);
      expect(auditIn(workspace, 'export')).toEqual([
        {
          subject: '客户',
          facts: {
            file: 'out.csv',
            sha256: written.sha256,
            bytes: written.bytes,
            rows: 3,
            version: 1,
            columns: '编号, 姓名, 卡号, 余额, 备注',
            filters: 1,
            masked: 'no',
            unmasked: '编号, 姓名, 卡号, 余额',
            reason: '监管报送 138****5678',
          },
        },
      ]);
    });
  });

  it('needs a reason to unmask, and never unmasks a secret', async () => {
    await withWorkspace(async (workspace, test) => {
      const dataset = await addTable(
        workspace,
        't',
        [
          { name: '密码', type: 'text', sensitivity: 'secret' },
          { name: '姓名', type: 'text', sensitivity: 'name' },
        ],
        [['739102', '王小明']],
      );
      const without = exported(workspace, test, request(dataset, { unmasked: ['姓名'] }));
      await expect(without).rejects.toMatchObject({ messageId: 'reasonNeeded' });
      expect(await readdir(test.folder)).toEqual(['workspace']);
      const { table } = await exported(workspace, test, request(dataset, { unmasked: ['密码'], reason: '核对资料' }));
      expect(table[1]).toEqual(['****', '王**']);
      expect(auditIn(workspace, 'export')).toMatchObject([{ facts: { masked: 'yes' } }]);
    });
  });

  it('read again by the intake gives the same rows, whatever the names, encoding and line ends', async () => {
    const cell = fc.option(fc.constantFrom('a', '制造业', '"', ',', 'x\ny', "it's", '𠮷', 'é€', '；'), { nil: null });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 30 }),
        fc.constantFrom(...hostileNames.filter((name) => name.trim() === name)),
        fc.constantFrom<ExportRequest['encoding']>('utf-8', 'gb18030'),
        fc.constantFrom<ExportRequest['lineEnd']>('crlf', 'lf'),
        async (cells, name, encoding, lineEnd) => {
          await withWorkspace(async (workspace, test) => {
            const fields = [name, 'z'].map((each) => ({ name: each, type: 'text' as const }));
            const numbered = cells.map((row, i) => [...row, `n${i}`]);
            const dataset = await addTable(workspace, 't', [...fields, { name: 'n', type: 'text' }], numbered);
            const { written } = await exported(workspace, test, request(dataset, { encoding, lineEnd }));
            expect(written.rows).toBe(cells.length);
            const bytes = await readFile(join(test.folder, 'out.csv'));
            const text = encoding === 'utf-8' ? bytes.toString('utf8').slice(1) : iconv.decode(bytes, 'gb18030');
            expect(parseCsv(text)).toEqual([
              [neutralised(name, 'text'), 'z', 'n'],
              ...numbered.map((row) => row.map((value) => value ?? '')),
            ]);
            if (cells.every(([first]) => first === null)) return;
            const options = { encoding, header: true, delimiter: ',', quote: '"', skip: 0 } as const;
            const again = await load(workspace, join(test.folder, 'out.csv'), 'again', options, {});
            expect([again.rows, again.quarantined]).toEqual([cells.length, 0]);
          });
        },
      ),
      { numRuns: 15 },
    );
  });

  it('keeps the order of a large table, and leaves nothing when it is cancelled or cannot be written', async () => {
    await withWorkspace(async (workspace, test) => {
      const path = join(test.folder, 'many.csv');
      const total = 200_000;
      await writeFile(path, `n\n${Array.from({ length: total }, (_, i) => i).join('\n')}\n`);
      const dataset = await load(workspace, path, 'many', {}, {});
      const { table } = await exported(workspace, test, request(dataset));
      expect(table.length).toBe(total + 1);
      expect(table.slice(1).every(([n], i) => n === String(i))).toBe(true);

      const before = await readFile(join(test.folder, 'out.csv'));
      const abort = new AbortController();
      const paths = { temporary: join(test.folder, '.part'), target: join(test.folder, 'out.csv') };
      const progress = ({ share }: { share: number | null }) => share !== null && abort.abort();
      const cancelled = exportCsv(workspace, request(dataset), paths, { signal: abort.signal, progress });
      await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
      expect(await readFile(paths.target)).toEqual(before);
      expect((await readdir(test.folder)).sort()).toEqual(['many.csv', 'out.csv', 'workspace']);
      const nowhere = { temporary: join(test.folder, 'none', 'a'), target: join(test.folder, 'none', 'b.csv') };
      await expect(exportCsv(workspace, request(dataset), nowhere)).rejects.toMatchObject({ code: 'io' });
      expect(auditIn(workspace, 'export')).toHaveLength(1);
    });
  });
});

describe('GB18030', () => {
  it('is what iconv writes, and reads back whole, of every character there is', () => {
    const all: string[] = [];
    for (let point = 0; point <= 0x10ffff; point += point < 0x11000 ? 1 : 97) {
      if (point < 0xd800 || point > 0xdfff) all.push(String.fromCodePoint(point));
    }
    // Of private-use characters the standards of 2000, 2005 and 2022 differ.
    const text = all.filter((each) => !/\p{Co}/u.test(each)).join('');
    expect(new TextDecoder('gb18030', { ignoreBOM: true }).decode(encodeGb18030(text))).toBe(text);
    const common = '客镜：王小明，￥1,234.50 ＝＋ 欧阳𠮷 é';
    expect(encodeGb18030(common)).toEqual(iconv.encode(common, 'gb18030'));
    expect(encodeGb18030('a\ud800b').toString('latin1')).toBe('a?b');
  });
});
