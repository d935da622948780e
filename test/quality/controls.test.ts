import fc from 'fast-check';
import { expect, test } from 'vitest';
import { load } from '#engine/intake/index.ts';
import { reconcile, setControls } from '#engine/quality/index.ts';
import { addVersion, restoreVersion } from '#engine/versions/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { type Control, figureOf, isWithin, minus, plus } from '#shared/controls/index.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { fileIn } from '../intake/support.ts';

const checked = async (workspace: Workspace, id: string) => (await reconcile(workspace, id)).result.checks;
const forget = async () => undefined;
const sum = (field: string | null, figure: string | null, tolerance = '0'): Control => ({ field, figure, tolerance });

test('sums of fractions are what adding up their digits gives, to the last one', () =>
  withWorkspace(async (workspace, { folder }) => {
    const cents = fc.bigInt({ min: -99_999_999_999n, max: 99_999_999_999n });
    await fc.assert(
      fc.asyncProperty(
        fc.array(cents, { minLength: 3, maxLength: 60 }),
        fc.constantFrom('number', 'decimal'),
        async (all, type) => {
          const written = (units: bigint) => {
            const digits = String(units < 0n ? -units : units).padStart(3, '0');
            return `${units < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
          };
          const content = `id,v\n${all.map((units, i) => `${i},${written(units)}`).join('\n')}\n`;
          const name = `sums ${Math.random()}`;
          const options = {
            columns: [{ column: 'v', type: type === 'number' ? ('number' as const) : ('decimal' as const) }],
          };
          const { id } = await load(workspace, await fileIn(folder, 'sums.csv', content), name, options, {});
          const figure = figureOf(written(all.reduce((total, units) => total + units, 0n)));
          setControls(workspace, id, [sum('v', figure), sum(null, String(all.length))]);
          expect(await checked(workspace, id)).toMatchObject([
            { matched: true, difference: '0', actual: figure },
            { matched: true, actual: String(all.length) },
          ]);
          setControls(workspace, id, [sum('v', plus(figure ?? '', '0.01'))]);
          expect(await checked(workspace, id)).toMatchObject([{ matched: false, difference: '-0.01' }]);
          setControls(workspace, id, [sum('v', plus(figure ?? '', '0.01'), '0.01')]);
          expect(await checked(workspace, id)).toMatchObject([{ matched: true, difference: '-0.01' }]);
        },
      ),
      { numRuns: 6 },
    );
  }));

test('a total that intake took out is a control figure by itself, and what explains a difference is named', () =>
  withWorkspace(async (workspace, { folder }) => {
    const lines = Array.from({ length: 40 }, (_, i) => `客户${i},北,"${i + 1},000.10"`);
    const report = [
      '名称,地区,金额',
      ...lines,
      '小计,,"1,000.00"',
      '客户40,南',
      '',
      '合计,,"820,004.00"',
      '共 41 条',
      '',
    ].join('\n');
    const first = await load(workspace, await fileIn(folder, '报表.csv', report), '报表', {}, {});
    expect(first).toMatchObject({ rows: 40, quarantined: 1 });
    const found = await reconcile(workspace, first.id);
    expect(found.result.checks).toEqual([
      {
        ...{ field: '金额', figure: '820004', tolerance: '0', by: 'file', line: 45 },
        ...{ actual: '820004', difference: '0', matched: true, empty: 0, explained: [] },
      },
      {
        ...{ field: null, figure: '41', tolerance: '0', by: 'file', line: 46 },
        ...{ actual: '40', difference: '-1', matched: false, empty: 0, explained: ['quarantined'] },
      },
    ]);
    expect(found.result.aside).toMatchObject({ quarantined: 1, totals: 3, blank: 1 });
    expect(found.provenance.sql).toContain('DECIMAL(38, 10)');
    // What the analyst enters counts instead, stays through all versions, and is checked for each.
    setControls(workspace, first.id, [sum('金额', '410002'), sum(null, null), sum('名称', '1'), sum('没有', '1')]);
    const checks = await checked(workspace, first.id);
    expect(checks.map(({ field, difference, explained }) => [field, difference, explained])).toEqual([
      ['金额', '410002', ['doubled']],
      ['名称', null, []],
      ['没有', null, []],
    ]);
    const place = await fileIn(
      folder,
      '十月.csv',
      '名称,地区,金额\n甲,北,"1,000.10"\n乙,南,"2,000.20"\n合计,,"3,000.30"\n',
    );
    const { dataset } = await addVersion(workspace, { dataset: first.id, mode: 'append', place }, {}, forget);
    expect(dataset.controls).toHaveLength(4);
    expect(dataset.ownFigures).toEqual([{ field: '金额', figure: '823004.3', line: 4 }]);
    expect((await checked(workspace, first.id))[0]).toMatchObject({ actual: '823004.3', matched: false });
    setControls(workspace, first.id, []);
    expect(await checked(workspace, first.id)).toMatchObject([{ figure: '823004.3', matched: true }]);
    const back = await restoreVersion(workspace, { dataset: first.id, version: 1 }, {}, forget);
    expect(back.controls).toBeUndefined();
    expect((await checked(workspace, first.id))[0]).toMatchObject({ figure: '820004', matched: true });
  }));

test('figures are read as people write them, and differences are exact', () => {
  const read = ['1,234.50', '￥1 234.5', '(300)', '300-', '１２．３', '.5', '1.5万', 'n/a', '1.2.3', ''];
  expect(read.map((text) => figureOf(text))).toEqual([
    '1234.5',
    '1234.5',
    '-300',
    '-300',
    '12.3',
    '0.5',
    null,
    null,
    null,
    null,
  ]);
  expect(figureOf('1.234,50', true)).toBe('1234.5');
  expect(minus('0.3', '0.1')).toBe('0.2');
  expect(minus('12345678901234567890.01', '12345678901234567890')).toBe('0.01');
  expect([isWithin('-0.01', '0.01'), isWithin('0.011', '0.01')]).toEqual([true, false]);
});
