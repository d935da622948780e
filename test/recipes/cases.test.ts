import { expect, test } from 'vitest';
import { applyRecipe, previewRecipe } from '#engine/recipes/index.ts';
import { patternSize } from '#engine/recipes/patternSize.ts';
import { refreshDerived } from '#engine/refresh/index.ts';
import type { Bindable } from '#engine/warehouse/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { staleness } from '#shared/derived/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { RecipePreview } from '#shared/recipes/index.ts';
import { addTable, type TestColumn } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { recipe, rowsOf } from './support.ts';

/** What one step leaves of one column, cell by cell. */
async function after(workspace: Workspace, column: TestColumn, cells: readonly Bindable[], step: object) {
  const source = await addTable(
    workspace,
    `t${workspace.catalogue.datasets.list().length}`,
    [column],
    cells.map((cell) => [cell]),
  );
  const name = `r${source.name}`;
  workspace.catalogue.definitions.create('recipe', name, recipe([step], source.name, `${source.name} out`));
  const { dataset } = await applyRecipe(workspace, name, 'refuse', {});
  return (await rowsOf(workspace, dataset)).map((row) => row[0]);
}

const misfitOf = ({ steps }: RecipePreview) => {
  const error = steps[0]?.error;
  return error ? AppError.fromWire(error) : null;
};

test('dates and amounts are read as banks write them', () =>
  withWorkspace(async (workspace) => {
    const text: TestColumn = { name: 'x', type: 'text' };
    const moments = [
      '2024-1-5 9:05',
      '2024年01月05日 23:59:58.5',
      '20240105123000',
      '45296.75',
      '5/1/2024',
      '2024-01-05 25:00',
    ];
    expect(await after(workspace, text, moments, { kind: 'dates', fields: ['x'], to: 'timestamp' })).toEqual([
      ...['2024-01-05 09:05:00', '2024-01-05 23:59:58.5', '2024-01-05 12:30:00', '2024-01-05 18:00:00'],
      ...['2024-01-05 00:00:00', null],
    ]);
    const slips = ['2024-01-31 99:99', '2024-01/05', '20240131246060', '5.1/2024', '2024.1.5 9:05', '1/5/2024'];
    expect(await after(workspace, text, slips, { kind: 'dates', fields: ['x'], order: 'mdy' })).toEqual([
      ...[null, null, null, null, '2024-01-05', '2024-01-05'],
    ]);
    const worded = [
      '05-Jan-2024',
      '5 january 2024',
      '31/DEC/99',
      '05-JAN-24 9:05',
      'March 5, 2024',
      'Sept 5, 2024',
      '31-Feb-2024',
      '05-Jan/2024',
      '5-mai-2024',
    ];
    expect(await after(workspace, text, worded, { kind: 'dates', fields: ['x'], to: 'timestamp' })).toEqual([
      ...[
        '2024-01-05 00:00:00',
        '2024-01-05 00:00:00',
        '1999-12-31 00:00:00',
        '2024-01-05 09:05:00',
        '2024-03-05 00:00:00',
      ],
      ...[null, null, null, null],
    ]);
    const sums = [
      '￥１，２３４．５０',
      '-¥3万',
      '1.2万亿',
      '(1,000)',
      '7百万元',
      'USD 5',
      '12.5％',
      '12%万',
      '1,23',
      'x',
      '-(3)',
    ];
    expect(await after(workspace, text, sums, { kind: 'amounts', fields: ['x'], to: 'decimal' })).toEqual([
      ...['1234.5000', '-30000.0000', '1200000000000.0000', '-1000.0000', '7000000.0000', '5.0000', '0.1250'],
      ...[null, null, null, null],
    ]);
    const quarters = [1.25, 2, null];
    expect(
      await after(workspace, { name: 'x', type: 'number' }, quarters, { kind: 'type', fields: ['x'], type: 'integer' }),
    ).toEqual([null, 2, null]);
    const odd = ['nan', 'inf', '1e400', '-5', '２'];
    const typed = (type: string) => after(workspace, text, odd, { kind: 'type', fields: ['x'], type });
    expect(await typed('number')).toEqual([null, null, null, -5, null]);
    expect(
      await after(workspace, text, ['infinity', '2024-01-05', 'epoch', '0044-03-15 (BC)'], {
        ...{ kind: 'type', fields: ['x'], type: 'date' },
      }),
    ).toEqual([null, '2024-01-05', null, null]);
    const long = ['9007199254740993', '9007199254740992', '-12345678901234567890', '0.12345678901234566'];
    expect(await after(workspace, text, long, { kind: 'type', fields: ['x'], type: 'number' })).toEqual([
      ...[null, 9007199254740992, null, 0.12345678901234566],
    ]);
    const whole: TestColumn = { name: 'x', type: 'integer' };
    expect(
      await after(workspace, whole, [9007199254740993n, 7n], { kind: 'type', fields: ['x'], type: 'number' }),
    ).toEqual([null, 7]);
    const made = (expression: string) => ({ kind: 'compute', into: 'x', expression });
    expect(await after(workspace, text, odd, made('number(text(number([x])))'))).toEqual([null, null, null, -5, null]);
    expect(await after(workspace, text, ['epoch', '2024-01-05'], made('text(date([x]))'))).toEqual([
      null,
      '2024-01-05',
    ]);
    const days = ['2024-01-31 00:00:00', '2024-01-31 23:59:59', '2024-02-01 00:00:00', null];
    expect(await after(workspace, { name: 'x', type: 'timestamp' }, days, made("[x] <= '2024-01-31'"))).toEqual([
      ...[true, true, false, false],
    ]);
  }));

test('a step that does not fit says why, in both languages, and is passed over or refused', () =>
  withWorkspace(async (workspace) => {
    const columns: TestColumn[] = [
      { name: 'x', type: 'text' },
      { name: 'id', type: 'text', sensitivity: 'idNumber' },
      { name: 'n', type: 'integer' },
    ];
    await addTable(workspace, 'raw', columns, [['a', '1', 1]]);
    const faults: readonly (readonly [object, string, string])[] = [
      [{ kind: 'trim', fields: ['gone'] }, '没有字段“gone”', 'no field “gone”'],
      [{ kind: 'trim', fields: ['n'] }, '是整数', 'whole number'],
      [{ kind: 'replace', fields: ['x'], find: '(a', with: '', match: 'pattern' }, 'missing )', 'missing )'],
      [{ kind: 'replace', fields: ['x'], find: '(a)', with: '\\2', match: 'pattern' }, '第 2 个分组', 'group 2'],
      [{ kind: 'fill', fields: ['n'], with: { kind: 'constant', value: 'x' } }, '“x”', '“x”'],
      [{ kind: 'pivot', rows: ['x'], names: 'id', values: 'n', aggregate: 'sum' }, '能识别个人', 'identifies people'],
      [{ kind: 'compute', into: 'y', expression: '[n] + ' }, '第 7 个字符', 'at character 7'],
      [{ kind: 'compute', into: 'y', expression: '1 + [m]' }, '第 5 个字符', 'character 5'],
      [{ kind: 'compute', into: 'y', expression: "[n] * 'a'" }, '不能用于文本', '“text”'],
      [{ kind: 'compute', into: 'y', expression: 'drop(1)' }, '“drop”不是函数', '“drop”'],
      [{ kind: 'compute', into: 'y', expression: "'a" }, '没有配对', 'never closed'],
      [{ kind: 'compute', into: 'y', expression: '[n] + 9223372036854775808' }, '9223372036854775808', 'character 7'],
      [{ kind: 'compute', into: 'y', expression: "date('2024-01-01') = '2024-02-30'" }, '2024-02-30', 'character 22'],
      [{ kind: 'compute', into: 'y', expression: 'if([n])' }, '3 到 3', 'takes 3 to 3'],
      [
        { kind: 'compute', into: 'y', expression: "datediff('2024-01-01', '2024-02-01', '年')" },
        '"year"（年）',
        'the unit "day"',
      ],
      [{ kind: 'compute', into: 'y', expression: '[x]; 1' }, '“;”', '“;”'],
    ];
    for (const [step, zh, en] of faults) {
      const error = misfitOf(await previewRecipe(workspace, recipe([step]), null));
      expect([step, error?.sentence('zh')]).toEqual([step, expect.stringContaining(zh)]);
      expect(error?.sentence('en')).toContain(en);
    }
    const body = recipe([
      { kind: 'drop', fields: ['n'] },
      { kind: 'compute', into: 'y', expression: '[n]' },
    ]);
    workspace.catalogue.definitions.create('recipe', 'r', body);
    await expect(applyRecipe(workspace, 'r', 'refuse', {})).rejects.toThrow('Step 2 of the recipe “r”');
    expect(workspace.catalogue.datasets.find('clean')).toBeUndefined();
    const { result } = await applyRecipe(workspace, 'r', 'skip', {});
    expect([result.fields.map(({ name }) => name), result.passedOver.map(({ step }) => step)]).toEqual([
      ['x', 'id'],
      [2],
    ]);
  }));

test('what is stale is computed anew, sources first, also under another name', () =>
  withWorkspace(async (workspace, { events }) => {
    const { definitions, datasets } = workspace.catalogue;
    const raw = await addTable(workspace, 'raw', [{ name: 'n', type: 'integer' }], [[1], [2]]);
    const double = (into: string) => [{ kind: 'compute', into, expression: '[n] * 2' }];
    definitions.create('recipe', 'second', recipe(double('b'), 'clean', 'cleaner'));
    const first = definitions.create('recipe', 'first', recipe(double('a')));
    await applyRecipe(workspace, 'first', 'refuse', {});
    await applyRecipe(workspace, 'second', 'refuse', {});
    const stale = () =>
      datasets
        .list()
        .flatMap((each) =>
          staleness(each, datasets.list(), definitions.list()).map(({ kind }) => `${each.name} ${kind}`),
        );
    expect(stale()).toEqual([]);
    expect(await refreshDerived(workspace, 'cleaner', {})).toEqual([]);
    // Another one of that name begins at version 1, too.
    const later = definitions.list().map((each) => ({ ...each, savedAt: new Date().toISOString() }));
    expect(staleness(datasets.get('clean'), datasets.list(), later)).toEqual([{ kind: 'definition' }]);

    definitions.save('recipe', first.id, 1, 'renamed', recipe(double('n')));
    expect(stale()).toEqual(['clean definition', 'cleaner source']);
    const made = await refreshDerived(workspace, 'cleaner', {});
    expect(made.map(({ name, version }) => [name, version])).toEqual([
      ['clean', 2],
      ['cleaner', 2],
    ]);
    expect(await rowsOf(workspace, datasets.get('cleaner'))).toEqual([
      [2, 4],
      [4, 8],
    ]);
    expect(stale()).toEqual([]);

    datasets.replace(raw.id, { ...raw, loadedAt: new Date().toISOString() });
    expect(stale()).toEqual(['clean source', 'cleaner source']);
    await refreshDerived(workspace, 'raw', {});
    expect(stale()).toEqual([]);
    expect(
      events.flatMap((event) => (event.type === 'dataChanged' ? [`${event.table} ${event.version}`] : [])),
    ).toEqual([...['clean 1', 'cleaner 1', 'clean 2', 'cleaner 2', 'clean 3', 'cleaner 3']]);

    definitions.remove(first.id);
    expect(stale()).toEqual(['clean definitionGone', 'cleaner source']);
    expect((await refreshDerived(workspace, 'raw', {})).map(({ name }) => name)).toEqual(['cleaner']);
    await expect(refreshDerived(workspace, 'clean', {})).rejects.toMatchObject({ messageId: 'definitionMissing' });
  }));

test('numbers of more than 15 digits are not gathered with such that have no more', () =>
  withWorkspace(async (workspace) => {
    const columns: TestColumn[] = [
      { name: 'whole', type: 'integer' },
      { name: 'part', type: 'number' },
      { name: 'exact', type: 'decimal' },
    ];
    const gather = (fields: string[]) =>
      recipe([{ kind: 'unpivot', fields, nameInto: 'k', valueInto: 'v' }], `t${fields.length}`);
    await addTable(workspace, 't3', columns, [[9007199254740993n, 0.5, 1]]);
    expect(
      misfitOf(await previewRecipe(workspace, gather(['whole', 'part', 'exact']), null))?.sentence('zh'),
    ).toContain('“whole”');
    await addTable(workspace, 't2', columns, [[9007199254740993n, 0.5, 1]]);
    const { steps } = await previewRecipe(workspace, gather(['whole', 'exact']), null);
    expect(steps[0]?.sample.rows.at(-2)?.after).toEqual(['0.5', 'whole', '9007199254740993.0000']);
  }));

test('a dataset stays its definition’s under other names, and what hangs on an old name holds up nothing', () =>
  withWorkspace(async (workspace) => {
    const { definitions, datasets } = workspace.catalogue;
    const raw = await addTable(workspace, 'raw', [{ name: 'n', type: 'integer' }], [[1]]);
    const first = definitions.create('recipe', 'first', recipe([]));
    definitions.create('recipe', 'second', recipe([], 'clean', 'cleaner'));
    for (const name of ['first', 'second']) await applyRecipe(workspace, name, 'refuse', {});
    const { id } = datasets.get('clean');
    definitions.save('recipe', first.id, 1, 'renamed', recipe([], 'raw', 'tidy'));
    const made = await refreshDerived(workspace, 'clean', {});
    expect(made.map(({ name, ...each }) => [name, each.id, each.derived?.definition])).toEqual([
      ['tidy', id, 'renamed'],
    ]);
    expect(staleness(datasets.get('cleaner'), datasets.list(), definitions.list())).toEqual([
      { kind: 'sourceGone', table: 'clean' },
    ]);
    // Another one that takes the old name does not take the dataset.
    definitions.create('recipe', 'first', recipe([]));
    await applyRecipe(workspace, 'first', 'refuse', {});
    expect(datasets.list().map(({ name }) => name)).toEqual(['raw', 'tidy', 'cleaner', 'clean']);
    expect(datasets.get('tidy').id).toBe(id);
    expect((await refreshDerived(workspace, 'raw', {})).map(({ name }) => name)).toEqual(['cleaner']);
    expect(datasets.byId(raw.id).version).toBe(1);
  }));

test('many steps that each use a column several times stay as many steps', () =>
  withWorkspace(async (workspace) => {
    await addTable(workspace, 'raw', [{ name: 'n', type: 'integer' }], [[0], [5]]);
    const step = { kind: 'compute', into: 'n', expression: 'if([n] > 3, [n] + 1, [n] - [n] + 4)' };
    workspace.catalogue.definitions.create('recipe', 'r', recipe(Array.from({ length: 40 }, () => step)));
    const { dataset } = await applyRecipe(workspace, 'r', 'refuse', {});
    expect(await rowsOf(workspace, dataset)).toEqual([[43], [45]]);
  }));

test('ties, empty cells and runs of spaces', () =>
  withWorkspace(async (workspace) => {
    const columns: TestColumn[] = [
      { name: 'k', type: 'text' },
      { name: 'v', type: 'integer' },
    ];
    const table = [
      ['a  b', null],
      ['a　 b', 3],
      ['', 7],
      [null, 7],
      [null, 3],
      ['c', 7],
      ['c', 3],
      ['c', null],
    ];
    await addTable(workspace, 'raw', columns, table);
    const steps = [
      { kind: 'trim', fields: ['k'] },
      { kind: 'dedupe', keys: ['k'], keep: { kind: 'smallest', field: 'v' } },
      { kind: 'fill', fields: ['k'], with: { kind: 'previous' } },
      { kind: 'compute', into: 'm', expression: '[v]' },
      { kind: 'filter', action: 'keep', conditions: [{ field: 'v', test: { op: 'ge', value: 0 } }] },
      { kind: 'fill', fields: ['m'], with: { kind: 'mode' } },
    ];
    workspace.catalogue.definitions.create('recipe', 'r', recipe(steps));
    const { dataset } = await applyRecipe(workspace, 'r', 'refuse', {});
    // The two spellings of a b are one, and of their values the empty one never wins; three rows without a key stay.
    expect(await rowsOf(workspace, dataset)).toEqual([
      ...[
        ['a b', 3, 3],
        ['a b', 7, 7],
        ['a b', 7, 7],
      ],
      ...[
        ['a b', 3, 3],
        ['c', 3, 3],
      ],
    ]);
    const mode = await after(workspace, { name: 'x', type: 'integer' }, [7, 3, null, 3, 7], {
      kind: 'fill',
      fields: ['x'],
      with: { kind: 'mode' },
    });
    expect(mode).toEqual([7, 3, 3, 3, 7]);
  }));

test.each([
  ['a{3}', 3],
  ['(ab{2}){10}', 30],
  ['\\d{17}[\\dXx]', 18],
  ['[{(]{2,5}\\{9\\}', 8],
  ['(a|aa|aaa){1,1000}b', 6001],
  ['((a{30}){30}){30}', 27_000],
])('the pattern %s is %i long', (pattern, size) => {
  expect(patternSize(pattern)).toBe(size);
});

test('a pattern that takes too long to try is refused before any row is read', () =>
  withWorkspace(async (workspace) => {
    await addTable(workspace, 'raw', [{ name: 'v', type: 'text' }], [['a'.repeat(5000)]]);
    const step = { kind: 'replace', fields: ['v'], match: 'pattern', find: '(a|aa|aaa){1,1000}b', with: '' };
    workspace.catalogue.definitions.create('recipe', 'r', recipe([step]));
    await expect(applyRecipe(workspace, 'r', 'refuse', {})).rejects.toThrow('6001');
  }));
