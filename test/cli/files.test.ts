import { readdirSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileInspectionSchema } from '#shared/intake/index.ts';
import { isIdNumber } from '#shared/privacy/identifiers.ts';
import { fileAssessmentSchema } from '#shared/quality/index.ts';
import { fileComparisonSchema } from '#shared/versions/index.ts';
import { canMount, onSmallDisk, whyNoMount } from '#test/support/smallDisk.ts';
import { clientscope, command, withFolder } from './support.ts';

const leftIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.part')).length;

describe('inspect and convert', () => {
  test('a file is told as one JSON object on stdout, without a value of it', () =>
    withFolder(async (cwd) => {
      await writeFile(join(cwd, 'a.csv'), '身份证号;金额\n110101199003070353;1\n110101199003070353;x;y\n');
      const { code, stdout, stderr } = await clientscope(['inspect', 'a.csv'], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const found = fileInspectionSchema.parse(JSON.parse(stdout));
      expect(found).toMatchObject({
        ...{ format: 'delimited', encoding: 'utf-8', headerRows: 1, rowsLoaded: 1, rowsQuarantined: 1 },
        dialect: { delimiter: ';' },
        columns: [
          { name: '身份证号', type: 'text', class: 'idNumber' },
          { name: '金额', type: 'integer', class: 'amount' },
        ],
        quarantined: [{ line: 3, reason: 'tooManyColumns' }],
      });
      expect(stdout).not.toContain('110101');
    }));

  test('a CSV is written whole, and where the detection is wrong it can be told', () =>
    withFolder(async (cwd) => {
      await writeFile(join(cwd, 'a.txt'), 'x|y\n007|"a, ""b"""\n');
      const { code } = await clientscope(['convert', 'a.txt', '--to', 'b.csv', '--text'], { cwd });
      expect(code).toBe(0);
      expect(await readFile(join(cwd, 'b.csv'), 'utf8')).toBe('x,y\n007,"a, ""b"""\n');
      const told = ['--no-header', '--delimiter', 'comma', '--quote', 'none'];
      await clientscope(['convert', 'a.txt', '--to', 'c.csv', '--text', ...told, '--skip', '1'], { cwd });
      expect(await readFile(join(cwd, 'c.csv'), 'utf8')).toBe('column_1,column_2\n"007|""a"," """"b"""""""\n');
      const piped = await clientscope(['convert', 'a.txt', '--to', '-', '--text'], { cwd });
      expect(piped).toEqual({ code: 0, stdout: 'x,y\n007,"a, ""b"""\n', stderr: '' });
    }));

  test('the quality of a file is told with what to do, and no value that is personal', () =>
    withFolder(async (cwd) => {
      const ids = ['11010119900307035X', '110101199003070353', '110101199003070361', '110101199003070388'];
      const lines = Array.from(
        { length: 40 },
        (_, i) => `K${i},${ids[i % 4]},${i % 8 === 0 ? '' : i},2026-0${(i % 6) + 1}-15`,
      );
      await writeFile(join(cwd, 'a.csv'), `客户编号,身份证号,金额,日期\n${lines.join('\n')}\nK40,短\n`);
      const { code, stdout, stderr } = await clientscope(['assess', 'a.csv', '--as-of', '2026-07-15'], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const found = fileAssessmentSchema.parse(JSON.parse(stdout));
      const valid = ids.filter(isIdNumber).length;
      expect(valid).toBeGreaterThan(0);
      expect(found).toMatchObject({ file: 'a.csv', rows: 40, quarantined: 1, asOf: '2026-07-15' });
      // 30 days: still fresh. 5 of 160 cells are empty.
      expect(found.parts).toMatchObject({ completeness: 1 - 5 / 160, timeliness: 1 });
      expect(found.findings).toMatchObject([
        { kind: 'invalid', severity: 'fault', fields: ['身份证号'], rows: 40 - 10 * valid },
        { kind: 'incomplete', sentence: { zh: '金额：5 行（12.5%）为空', en: '金额: empty in 5 rows (12.5%)' } },
      ]);
      expect(found.findings[0]?.advice.en).toContain('Correct the source');
      for (const id of ids) expect(stdout).not.toContain(id);
    }));

  test('rows that could not be read go into a repair sheet, and come back mended: all of them or none', () =>
    withFolder(async (cwd) => {
      const rows = Array.from({ length: 30 }, (_, i) => `${i},${i}.5\n`).join('');
      await writeFile(join(cwd, 'a.csv'), `编号,金额\n${rows}30\n31,x,y\n`);
      const first = await clientscope(['convert', 'a.csv', '--to', 'b.csv', '--quarantine', 'bad.csv'], { cwd });
      expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining('bad.csv') });
      const sheet = await readFile(join(cwd, 'bad.csv'), 'utf8');
      const [header, short = '', long = ''] = sheet.split('\r\n');
      expect(header).toBe('\ufeff_line,_file,_check,_reason,_text,_accept,编号,金额');
      const back = (lines: string[]) => writeFile(join(cwd, 'bad.csv'), [header, ...lines].join('\r\n'));
      await back([short.replace(/,$/, ',7.25'), long.replace(/x$/, 'z')]);
      const half = await clientscope(['convert', 'a.csv', '--to', 'c.csv', '--repairs', 'bad.csv'], { cwd });
      expect(half).toMatchObject({ code: 2, stderr: expect.stringContaining('33') });
      expect(await readdir(cwd)).toEqual(['a.csv', 'b.csv', 'bad.csv']);
      await back([short.replace(/,$/, ',7.25'), long]);
      const done = await clientscope(['convert', 'a.csv', '--to', 'c.csv', '--repairs', 'bad.csv'], { cwd });
      expect(done).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('31 行'),
        stderr: expect.stringContaining('1 行'),
      });
      const [one, two] = await Promise.all(['b.csv', 'c.csv'].map((name) => readFile(join(cwd, name), 'utf8')));
      expect(two).toBe(`${one}30,7.25\n`);
      const over = await clientscope(['convert', 'a.csv', '--to', 'd.csv', '--quarantine', 'a.csv'], { cwd });
      expect(over.code).toBe(2);
      expect(await readdir(cwd)).toEqual(['a.csv', 'b.csv', 'bad.csv', 'c.csv']);
    }));

  test('two files are compared: columns, rows by key and fields, without a value of them', () =>
    withFolder(async (cwd) => {
      const lines = (from: number, to: number, more: string) =>
        Array.from({ length: to - from }, (_, i) => `K${from + i},${(from + i) * 10}${more}\n`).join('');
      await writeFile(join(cwd, 'may.csv'), `编号,金额\n${lines(0, 50, '')}`);
      await writeFile(join(cwd, 'june.csv'), `编号,金额,城市\n${lines(10, 60, ',北京')}`);
      const { code, stdout, stderr } = await clientscope(['compare', 'may.csv', 'june.csv', '--key', '编号'], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const found = fileComparisonSchema.parse(JSON.parse(stdout));
      expect(found).toMatchObject({
        reference: { file: 'may.csv', rows: 50 },
        current: { file: 'june.csv', rows: 50 },
        differences: { added: [{ name: '城市' }], gone: [], retyped: [] },
        keys: { field: '编号', added: 10, removed: 10, changed: 0, same: 40 },
      });
      expect(found.fields.map(({ field }) => field)).toEqual(['编号', '金额']);
      expect(found.fields[1]?.psi?.value).toBeGreaterThan(0);
      expect(stdout).not.toMatch(/K1|北京/);
      const refused = await clientscope(['compare', 'may.csv', '--lang', 'en'], { cwd });
      expect(refused).toMatchObject({ code: 2, stdout: '' });
    }));

  test('a folder is not written into while it is read', () =>
    withFolder(async (cwd) => {
      await mkdir(join(cwd, 'in', 'sub'), { recursive: true });
      await writeFile(join(cwd, 'in', 'a.csv'), 'x,y\n1,2\n');
      await writeFile(join(cwd, 'in', 'b.csv'), 'x,y\n3,4\n');
      const refused = await clientscope(['convert', 'in', '--to', 'in/sub/../all.csv', '--lang', 'en'], { cwd });
      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain('cannot be written into the folder “in”');
      expect((await readdir(join(cwd, 'in'))).sort()).toEqual(['a.csv', 'b.csv', 'sub']);
      expect((await clientscope(['convert', 'in', '--to', 'all.csv'], { cwd })).code).toBe(0);
    }));

  test('what a killed command left is taken away by the next one', () =>
    withFolder(async (cwd) => {
      await writeFile(join(cwd, 'a.csv'), `n\n${'1\n'.repeat(500_000)}`);
      await writeFile(join(cwd, '.0123456789ab-1-0123456789ab.part'), 'of another');
      const passing = join(cwd, 'tmp');
      await mkdir(passing);
      const run = { cwd, environment: { TMPDIR: passing } };
      const begun = () => readdirSync(passing).length > 0 && leftIn(cwd) > 1;
      await clientscope(['convert', 'a.csv', '--to', 'b.csv'], { ...run, killWhen: begun });
      expect([(await readdir(passing)).length, leftIn(cwd)]).toEqual([1, 2]);
      expect((await clientscope(['convert', 'a.csv', '--to', 'b.csv', '--text'], run)).code).toBe(0);
      expect([(await readdir(passing)).length, leftIn(cwd)]).toEqual([0, 1]);
    }));

  test('a pipe whose reader has gone ends quietly, and nothing stays behind', () =>
    withFolder(async (cwd) => {
      const rows = Array.from({ length: 100_000 }, (_, i) => `${i},client ${i}\n`);
      await writeFile(join(cwd, 'a.csv'), `n,name\n${rows.join('')}`);
      const passing = join(cwd, 'tmp');
      await mkdir(passing);
      for (const args of [['--text'], []]) {
        const environment = { TMPDIR: passing };
        const run = { cwd, environment, leaveEarly: true };
        const { code, stderr } = await clientscope(['convert', 'a.csv', '--to', '-', ...args], run);
        expect({ code, stderr }).toEqual({ code: 141, stderr: '' });
        expect(await readdir(passing)).toEqual([]);
      }
    }));

  test.skipIf(!canMount)(`a disk that fills up is told in words, and nothing stays on it${whyNoMount}`, async () => {
    const script = `yes 1234567890 | head -n 400000 > "$2/a.csv"
      "$3" "$4" convert "$2/a.csv" --to "$1/b.csv" --lang en 2>&1; echo $?; ls -A "$1"`;
    const said = await onSmallDisk(1, script, [process.execPath, command]);
    expect(said).toMatch(/^There is not enough disk space; nothing was written\. Free some and try again\. .*\n2\n$/);
  });

  test('types are applied without --text, and what cannot be read is said', () =>
    withFolder(async (cwd) => {
      await writeFile(join(cwd, 'a.csv'), 'n,d\n1,2026/1/5\n2,2026/1/6\n3\n');
      const { code, stderr } = await clientscope(['convert', 'a.csv', '--to', 'b.csv', '--lang', 'en'], { cwd });
      expect(code).toBe(0);
      expect(stderr).toContain('1 rows could not be read');
      expect(await readFile(join(cwd, 'b.csv'), 'utf8')).toBe('n,d\n1,2026-01-05\n2,2026-01-06\n');
    }));

  test('the file itself is never written over, and a failure leaves nothing', () =>
    withFolder(async (cwd) => {
      await writeFile(join(cwd, 'a.csv'), 'x,y\n1,2\n');
      await writeFile(join(cwd, 'empty.csv'), '');
      await writeFile(join(cwd, 'old.csv'), 'kept');
      await mkdir(join(cwd, 'sub'));
      const onto = await clientscope(['convert', 'a.csv', '--to', 'sub/../a.csv'], { cwd });
      expect(onto).toMatchObject({ code: 2, stdout: '' });
      expect(onto.stderr).toContain('不能写到它自己上面');
      expect(await readFile(join(cwd, 'a.csv'), 'utf8')).toBe('x,y\n1,2\n');
      for (const args of [
        ['convert', 'empty.csv', '--to', 'old.csv'],
        ['inspect', 'empty.csv'],
        ['convert', 'a.csv', '--to', 'none/b.csv'],
        ['inspect', 'a.csv', '--encoding', 'klingon'],
        ['inspect', 'a.csv', '--skip', 'x'],
        ['convert', 'a.csv'],
      ]) {
        const { code, stdout, stderr } = await clientscope(args, { cwd });
        expect({ code, stdout }, args.join(' ')).toEqual({ code: 2, stdout: '' });
        expect(stderr).not.toBe('');
      }
      expect(await readFile(join(cwd, 'old.csv'), 'utf8')).toBe('kept');
      expect((await readdir(cwd)).sort()).toEqual(['a.csv', 'empty.csv', 'old.csv', 'sub']);
    }));
});
