import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { sql } from '#engine/warehouse/index.ts';
import { closeWorkspace, openWorkspace } from '#engine/workspace/index.ts';
import { runResultsSchema } from '#shared/playbook/index.ts';
import { isFull, whyNotNow } from '#test/support/tiers.ts';
import { equals, head, reportOn } from '../playbooks/support.ts';
import { clientscope, lastLine, noPrinter, withFolder } from './support.ts';

const people = `id,region\n${Array.from({ length: 30 }, (_, i) => `${i},${i < 12 ? 'south' : 'north'}`).join('\n')}\n`;
const playbook = {
  ...head,
  data: [{ name: 'people', file: 'people.csv' }],
  clients: { table: 'people', key: { kind: 'field', field: 'id' } },
  segments: [equals('south', 'people', 'region', 'south')],
  reports: [reportOn('南方/概览', 'south')],
};

async function prepare(folder: string, content: unknown = playbook): Promise<void> {
  await mkdir(join(folder, 'data'));
  await writeFile(join(folder, 'data', 'people.csv'), people);
  await writeFile(join(folder, 'plan.json'), typeof content === 'string' ? content : JSON.stringify(content));
}

const usual = ['run', 'plan.json', '--data', 'data', '--out', 'out'];

describe('clientscope run', () => {
  it('writes results, keeps the report as HTML where nothing prints, and says so', () =>
    withFolder(async (folder) => {
      await prepare(folder);
      const temporary = join(folder, 'tmp');
      await mkdir(temporary);
      const ended = await clientscope(usual, { cwd: folder, environment: { ...noPrinter, TMPDIR: temporary } });
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(ended.stdout).toContain('无法打印 PDF');
      expect(lastLine(ended.stdout)).toBe(
        `完成：4 项定义全部成功，已写入 ${join(folder, 'out')}：南方_概览.html、results.json`,
      );
      expect((await readdir(join(folder, 'out'))).sort()).toEqual(['results.json', '南方_概览.html']);
      const results = runResultsSchema.parse(JSON.parse(await readFile(join(folder, 'out/results.json'), 'utf8')));
      expect(results.definitions.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok', 'ok']);
      expect(results.files).toEqual(['南方_概览.html']);
      expect(await readFile(join(folder, 'out/南方_概览.html'), 'utf8')).not.toContain('@font-face');
      expect((await stat(join(folder, 'out/results.json'))).mode & 0o077).toBe(0);
      expect(await readdir(temporary)).toEqual([]);
    }));

  it('takes paths relative to where npm was called', () =>
    withFolder(async (folder) => {
      await prepare(folder);
      const environment = { ...noPrinter, INIT_CWD: folder };
      const ended = await clientscope([...usual, '--lang', 'en'], { cwd: tmpdir(), environment });
      expect(ended.code).toBe(0);
      expect(lastLine(ended.stdout)).toContain('Done: all 4 definitions went well');
    }));

  it('keeps a workspace that was asked for, and runs in it again', () =>
    withFolder(async (folder) => {
      await prepare(folder);
      const args = [...usual, '--workspace', 'space'];
      expect((await clientscope(args, { cwd: folder, environment: noPrinter })).code).toBe(0);
      const killed = await openWorkspace({ path: join(folder, 'space'), create: false });
      await killed.warehouse.run(sql`CREATE TABLE d_abc_1 (i INTEGER)`);
      await closeWorkspace(killed);
      expect((await clientscope(args, { cwd: folder, environment: noPrinter })).code).toBe(0);
      const after = await openWorkspace({ path: join(folder, 'space'), create: false });
      const left = sql`SELECT table_name FROM duckdb_tables() WHERE table_name = 'd_abc_1'`;
      expect(await after.warehouse.rows(left)).toEqual([]);
      await closeWorkspace(after);
      const report = await readFile(join(folder, 'out/南方_概览.html'));
      const sha256 = createHash('sha256').update(report).digest('hex');
      const catalogue = new Sqlite(join(folder, 'space', 'catalogue.sqlite'), { readonly: true });
      const exports = catalogue.prepare("SELECT subject, facts FROM audit WHERE action = 'export' ORDER BY sequence");
      const facts = JSON.stringify({ bytes: report.length, sha256, masked: 'yes' });
      expect(exports.all()).toHaveLength(2);
      expect(exports.all().at(-1)).toEqual({ subject: '南方/概览', facts });
      catalogue.close();
      expect((await readdir(join(folder, 'space'))).sort()).toContain('clientscope.json');
      await mkdir(join(folder, 'other'));
      await writeFile(join(folder, 'other', 'file.txt'), 'mine');
      const refused = await clientscope([...usual, '--workspace', 'other'], { cwd: folder, environment: noPrinter });
      expect(refused.code).toBe(2);
      expect(refused.stderr).toContain('other');
      expect(await readdir(join(folder, 'other'))).toEqual(['file.txt']);
    }));

  it('ends with 1 when a definition fails, names it, and still writes the rest', () =>
    withFolder(async (folder) => {
      await prepare(folder, { ...playbook, segments: [...playbook.segments, equals('wrong', 'people', 'nothing', 1)] });
      const ended = await clientscope(usual, { cwd: folder, environment: noPrinter });
      expect(ended.code).toBe(1);
      expect(ended.stderr).toContain('客群“wrong”：数据集“people”中没有字段“nothing”');
      expect(lastLine(ended.stdout)).toContain('5 项定义中有 1 项失败');
      expect(await readdir(join(folder, 'out'))).toContain('南方_概览.html');
    }));

  it('ends with 130 when it is interrupted, and leaves no results behind', () =>
    withFolder(async (folder) => {
      await prepare(folder);
      const rows = Array.from({ length: 2_000_000 }, (_, i) => `${i},a`).join('\n');
      await writeFile(join(folder, 'data', 'people.csv'), `id,region\n${rows}\n`);
      const ended = await clientscope(usual, {
        cwd: folder,
        environment: noPrinter,
        interruptAfter: join(folder, 'out'),
      });
      expect(ended.code).toBe(130);
      expect(ended.stderr).toContain('已取消');
      expect(await readdir(join(folder, 'out')).catch(() => [])).toEqual([]);
    }));
});

describe('what is wrong with a playbook', () => {
  const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
  it.each([
    ['not JSON', '{\n  "format": oops\n}', '第 2 行第 13 列', 'line 2, column 13'],
    ['20,000 levels deep', deep, '嵌套超过 200 层（第 1 行）', 'deeper than 200 levels (line 1)'],
    ['of a newer version', { ...playbook, version: 7 }, '版本为 7', 'version 7'],
    ['with an unknown key', { ...playbook, extra: 1 }, 'extra', 'extra'],
    ['with a name twice', { ...playbook, data: [...playbook.data, ...playbook.data] }, 'data[1].name', 'data[1].name'],
  ])('is told in one line of both languages: %s', (_, content, zh, en) =>
    withFolder(async (folder) => {
      await prepare(folder, content);
      const ended = await clientscope(usual, { cwd: folder });
      expect(ended).toMatchObject({ code: 2, stdout: '' });
      expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
      expect(ended.stderr).toContain('plan.json');
      expect(ended.stderr).toContain(zh);
      expect(ended.stderr).toContain(en);
      expect(await readdir(folder)).not.toContain('out');
    }),
  );

  it.skipIf(!isFull)(`tells a folder, a missing file and what is not UTF-8${whyNotNow}`, () =>
    withFolder(async (folder) => {
      await prepare(folder);
      await writeFile(join(folder, 'gbk.json'), Buffer.from([0x7b, 0xbf, 0xcd, 0x7d]));
      const told = async (file: string) =>
        clientscope(['run', file, '--data', 'data', '--out', 'out'], { cwd: folder });
      expect(await told('data')).toMatchObject({ code: 2, stderr: expect.stringContaining('is a folder') });
      expect(await told('none.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be found') });
      expect(await told('gbk.json')).toMatchObject({ code: 2, stderr: expect.stringContaining('not text in UTF-8') });
    }),
  );

  it.skipIf(!isFull)(`tells a missing data folder and an output folder that is a file${whyNotNow}`, () =>
    withFolder(async (folder) => {
      await prepare(folder);
      const noData = await clientscope(['run', 'plan.json', '--data', 'none', '--out', 'out'], { cwd: folder });
      expect(noData).toMatchObject({ code: 2, stderr: expect.stringContaining('data folder') });
      const noOut = await clientscope(['run', 'plan.json', '--data', 'data', '--out', 'plan.json'], { cwd: folder });
      expect(noOut).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be written to') });
    }),
  );
});

describe('clientscope', () => {
  it('helps and tells its version on stdout', () =>
    withFolder(async (folder) => {
      expect(await clientscope(['--help', '--lang', 'en'], { cwd: folder })).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('Runs a playbook without a window'),
      });
      expect((await clientscope(['--version'], { cwd: folder })).stdout).toMatch(/^Clientscope \d+\.\d+\.\d+\n$/);
      expect(await clientscope(['fly'], { cwd: folder })).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('命令有误'),
      });
    }));
});
