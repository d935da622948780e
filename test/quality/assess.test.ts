import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { load } from '#engine/intake/index.ts';
import { assessDataset, problemRows } from '#engine/quality/index.ts';
import { closeWorkspace, openWorkspace, type Workspace } from '#engine/workspace/index.ts';
import type { Dataset } from '#shared/intake/index.ts';
import type { Sensitivity } from '#shared/privacy/sensitivity.ts';
import { type Problem, scoreOf } from '#shared/quality/index.ts';
import { addProfiled } from '#test/support/profiled.ts';
import { sharedData, whySkipped } from '#test/support/sharedData.ts';
import { hostileNames } from '#test/support/tables.ts';
import { card, creditCode, damaged, idNumber } from './identifiers.ts';
import { type Cell, impossibleDays, isFilled, numberCodeRows, repeatedRows, textProblems } from './oracle.ts';

const asOf = '2026-06-30';
let folder: string;
let workspace: Workspace;
let tables = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientscope-quality-'));
  workspace = await openWorkspace({ path: join(folder, 'w'), create: true });
});
afterAll(async () => {
  await closeWorkspace(workspace);
  await rm(folder, { recursive: true, force: true });
});

const add = (columns: Parameters<typeof addProfiled>[2], rows: Parameters<typeof addProfiled>[3]) =>
  addProfiled(workspace, `table ${++tables}`, columns, rows);

async function assessed(dataset: Dataset) {
  return (await assessDataset(workspace, { dataset: dataset.id, asOf })).result;
}

async function rowsWith(dataset: Dataset, field: string | null, problem: Problem): Promise<number[]> {
  const found = await problemRows(workspace, { dataset: dataset.id, asOf, field, problem, limit: 500 });
  expect(found.total).toBe(found.rows.length);
  return found.rows.map(({ row }) => row);
}

const odd = fc.constantFrom(
  '',
  ' ',
  '\u3000',
  ' a',
  'a  b',
  'Ａ１',
  'x\u00a0',
  'N/A',
  '未知',
  '-999',
  'null',
  '表',
  '🙂 ',
  'é',
);
const kinds = [
  { sensitivity: 'internal', test: null, value: odd },
  { sensitivity: 'idNumber', test: 'idNumber', value: damaged(idNumber) },
  { sensitivity: 'creditCode', test: 'creditCode', value: damaged(creditCode) },
  { sensitivity: 'card', test: 'card', value: damaged(card) },
] as const satisfies readonly { sensitivity: Sensitivity; test: string | null; value: fc.Arbitrary<string> }[];

describe('problems of texts', () => {
  it.each(kinds)('are those that looking at each value finds: $sensitivity', async ({ sensitivity, test, value }) => {
    const cell = fc.option(fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: odd }), { nil: null });
    await fc.assert(
      fc.asyncProperty(
        fc.array(cell, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(...hostileNames),
        async (cells, name) => {
          const dataset = await add(
            [{ name, type: 'text', sensitivity }],
            cells.map((each) => [each]),
          );
          const { fields } = await assessed(dataset);
          const [quality] = fields;
          const expected = textProblems(cells, quality?.test?.applied ? test : null, asOf);
          expect(quality?.test?.kind ?? null).toBe(test);
          expect(quality).toMatchObject({
            invalid: expected.invalid.length,
            spaces: expected.spaces.length,
            width: expected.width.length,
          });
          expect((quality?.nulls ?? 0) + (quality?.blank ?? 0)).toBe(expected.empty.length);
          for (const problem of ['empty', 'invalid', 'code', 'spaces', 'width'] as const)
            expect(await rowsWith(dataset, name, problem), problem).toEqual(expected[problem]);
          const filled = cells.filter(isFilled).length;
          expect(quality?.parts.completeness).toBeCloseTo(filled / cells.length, 12);
          expect(quality?.distinct).toEqual({ count: new Set(cells.filter(isFilled)).size, exact: true });
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('problems of numbers, days and whole rows', () => {
  it('are those that looking at each row finds', async () => {
    const number = fc.option(fc.oneof(fc.integer({ min: -20, max: 3000 }), fc.constantFrom(-1, -999, 9999, 999999)), {
      nil: null,
    });
    const date = fc.option(
      fc.constantFrom('1899-12-31', '1850-01-01', '2026-06-30', '2026-07-01', '2031-01-01', '9999-12-31', '2020-02-29'),
      { nil: null },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(number, date, date), { minLength: 1, maxLength: 40 }), async (some) => {
        const rows = [...some, ...some.slice(0, 2)];
        const dataset = await add(
          [
            { name: 'n', type: 'number' },
            { name: 'opened', type: 'date' },
            { name: 'maturity date', type: 'date' },
          ],
          rows,
        );
        const result = await assessed(dataset);
        const column = <T extends Cell>(at: number) => rows.map((row) => row[at] as T);
        expect(await rowsWith(dataset, 'n', 'code')).toEqual(numberCodeRows(column<number | null>(0)));
        expect(await rowsWith(dataset, 'opened', 'invalid')).toEqual(
          impossibleDays(column<string | null>(1), asOf, false),
        );
        expect(await rowsWith(dataset, 'maturity date', 'invalid')).toEqual(
          impossibleDays(column<string | null>(2), asOf, true),
        );
        const repeated = repeatedRows(rows.map((row) => JSON.stringify(row)));
        expect(result.duplicateRows).toBe(repeated.length);
        expect(await rowsWith(dataset, null, 'duplicate')).toEqual(repeated);
        const days = column<string | null>(1).filter((each) => each === '2026-06-30' || each === '2020-02-29');
        expect(result.timeliness?.newest ?? null).toBe(days.toSorted().at(-1) ?? null);
        for (const { score } of [result, ...result.fields]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 12 },
    );
  });
});

describe('an assessment', () => {
  it('says each thing of a table that has one of each', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => [
      i === 7 ? 'C0006' : `C${String(i).padStart(4, '0')}`,
      ['北京', ' 北京', 'Beijing', 'BEIJING'][i % 4] ?? '',
      i % 50 === 0 ? '2026年1月5日' : '2026-01-05',
      i % 10 === 0 ? 'none yet' : `${i * 3}`,
      i ** 4,
      2 * i,
      1,
      i === 3 ? 5 : 0,
      null,
    ]);
    const columns = [
      { name: 'client_id', type: 'text' },
      { name: 'city', type: 'text' },
      { name: 'day', type: 'text' },
      { name: 'sum', type: 'text' },
      { name: 'power', type: 'number' },
      { name: 'double', type: 'integer' },
      { name: 'one', type: 'integer' },
      { name: 'rare', type: 'integer' },
      { name: 'nothing', type: 'text' },
    ] as const;
    const dataset = await add(columns, rows);
    const result = await assessed(dataset);
    const of = (name: string) => result.fields.find(({ field }) => field === name);
    expect(of('client_id')).toMatchObject({ duplicates: 1, distinct: { count: 199, exact: true } });
    expect(await rowsWith(dataset, 'client_id', 'duplicate')).toEqual([8]);
    expect(of('city')?.spelling).toEqual({
      groups: 2,
      others: 100,
      first: [
        [' 北京', '北京'],
        ['BEIJING', 'Beijing'],
      ],
    });
    expect(await rowsWith(dataset, 'city', 'spelling')).toHaveLength(100);
    expect(of('day')?.forms).toMatchObject({ kind: 'date', neither: 0 });
    expect(await rowsWith(dataset, 'day', 'form')).toEqual([1, 51, 101, 151]);
    expect(of('sum')?.forms).toMatchObject({ kind: 'number', neither: 20 });
    expect(of('one')?.top).toEqual({ share: 1, exact: true });
    expect(of('rare')?.top).toEqual({ share: 0.995, exact: true });
    // p5 = 9.95^4, p50 = 99.5^4, p95 = 189.05^4 but for interpolation.
    expect(of('power')?.skew).toBeCloseTo(0.847, 2);
    expect(result.correlated).toEqual([{ fields: ['power', 'double'], rho: expect.closeTo(1, 9) }]);
    expect(of('nothing')).toMatchObject({ nulls: 200, parts: { completeness: 0, validity: null } });
  });

  it('keeps values of personal fields out of everything it says', async () => {
    const secrets = ['张三丰', ' 张三丰', '李四光', '13812345678', '11010119900307123X', '1990-03-07', '平安路1号'];
    const columns = [
      { name: '姓名', type: 'text', sensitivity: 'name' },
      { name: '手机', type: 'text', sensitivity: 'phone' },
      { name: '证件', type: 'text', sensitivity: 'idNumber' },
      { name: '生日', type: 'date', sensitivity: 'birthDate' },
      { name: '地址', type: 'text', sensitivity: 'address' },
    ] as const;
    const rows = Array.from({ length: 30 }, (_, i) => [
      secrets[i % 3] ?? '',
      '13812345678',
      '11010119900307123X',
      '1990-03-07',
      '平安路1号',
    ]);
    const dataset = await add(columns, rows);
    const said = JSON.stringify(await assessDataset(workspace, { dataset: dataset.id, asOf }));
    for (const secret of secrets) expect(said).not.toContain(secret.trim());
    const listed = await problemRows(workspace, {
      dataset: dataset.id,
      asOf,
      field: '姓名',
      problem: 'spelling',
      limit: 50,
    });
    expect(listed).toMatchObject({ total: 10, rows: listed.rows.map(({ row }) => ({ row, value: '张**' })) });
  });

  it('is the weighted mean of the parts that apply', () => {
    const parts = { completeness: 1, validity: 0.5, uniqueness: null, consistency: null, timeliness: 0 };
    expect(scoreOf(parts)).toBeCloseTo((100 * (35 + 12.5)) / 70, 12);
    expect(
      scoreOf({ completeness: null, validity: null, uniqueness: null, consistency: null, timeliness: null }),
    ).toBeNull();
  });

  it('of a table without rows has no score, and a call that was given up leaves nothing', async () => {
    const empty = await add([{ name: 'x', type: 'text' }], []);
    expect(await assessed(empty)).toMatchObject({ rows: 0, score: null, duplicateRows: 0 });
    const some = await add([{ name: 'x', type: 'text' }], [['a']]);
    const call = assessDataset(workspace, { dataset: some.id, asOf }, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect((await assessed(some)).score).toBe(100);
  });
});

describe.skipIf(sharedData === null)(`the UCI bank set${whySkipped}`, () => {
  it('has the placeholders that its publication tells of', async () => {
    const path = join(sharedData ?? '', 'uci_bank_marketing', 'bank-full.csv');
    const dataset = await load(workspace, path, 'bank', {}, {});
    const { fields, duplicateRows } = await assessed(dataset);
    const codes = fields.flatMap((field) => field.codes.map(({ code, rows }) => [field.field, code, rows]));
    expect(codes).toEqual([
      ['job', 'unknown', 288],
      ['education', 'unknown', 1857],
      ['contact', 'unknown', 13020],
      ['pdays', '-1', 36954],
      ['poutcome', 'unknown', 36959],
    ]);
    expect(duplicateRows).toBe(0);
  });
});

it('the day of the import is that where the analyst is, in whatever zone the tests run', async () => {
  const dataset = await add([{ name: 'x', type: 'text' }], [['a']]);
  for (const loadedAt of ['2026-01-31T23:30:00.000Z', '2026-02-01T00:30:00.000Z']) {
    workspace.catalogue.datasets.replace(dataset.id, { ...dataset, loadedAt });
    const { result } = await assessDataset(workspace, { dataset: dataset.id, asOf: null });
    expect(result.asOf).toBe(new Date(loadedAt).toLocaleDateString('sv-SE'));
  }
});
