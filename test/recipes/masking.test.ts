import { expect, test } from 'vitest';
import { setSensitivity } from '#engine/datasets/index.ts';
import { applyRecipe, previewRecipe } from '#engine/recipes/index.ts';
import { addTable, type TestColumn } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';
import { recipe } from './support.ts';

test('personal data are masked in samples, and stay masked in what is made of them', () =>
  withWorkspace(async (workspace) => {
    const columns: TestColumn[] = [
      { name: 'phone', type: 'text', sensitivity: 'phone' },
      { name: 'name', type: 'text', sensitivity: 'name' },
    ];
    await addTable(workspace, 'raw', columns, [
      [' 13812345678', '张三丰'],
      ['13912345678', '李四'],
    ]);
    const body = recipe([
      { kind: 'trim', fields: ['phone'] },
      { kind: 'compute', into: 'start', expression: 'substring([phone], 1, 7)' },
      { kind: 'merge', fields: ['name', 'phone'], into: 'who', separator: '/' },
      { kind: 'filter', action: 'drop', conditions: [{ field: 'name', test: { op: 'eq', value: '李四' } }] },
    ]);
    const preview = await previewRecipe(workspace, body, null);
    const said = JSON.stringify(preview);
    for (const secret of ['13812345678', '1391234', '三丰', '李四']) expect(said).not.toContain(secret);
    expect(preview.steps[0]?.sample.rows).toEqual([{ row: 1, before: ['138****5678'], after: ['138****5678'] }]);
    expect(preview.steps.at(-1)?.sample.rows.map(({ row, after: left }) => [row, left])).toEqual([[2, null]]);
    workspace.catalogue.definitions.create('recipe', 'r', body);
    const { dataset, provenance } = await applyRecipe(workspace, 'r', 'refuse', {});
    expect(dataset.fields.map(({ name, sensitivity, maximum }) => [name, sensitivity, maximum])).toEqual([
      ...[
        ['phone', 'phone', null],
        ['name', 'name', null],
      ],
      ...[
        ['who', 'personal', null],
        ['start', 'personal', null],
      ],
    ]);
    expect(JSON.stringify(provenance.parameters)).not.toContain('李四');
  }));

test('what is made from parts of personal data is hidden whole, and what a mask still fits keeps its mask', () =>
  withWorkspace(async (workspace) => {
    const columns: TestColumn[] = [
      { name: 'name', type: 'text', sensitivity: 'name' },
      { name: 'card', type: 'text', sensitivity: 'card' },
      { name: 'birth', type: 'date', sensitivity: 'birthDate' },
      { name: 'n', type: 'integer' },
    ];
    await addTable(workspace, 'raw', columns, [['王小明', '6222-0202-0000-0001', '1985-07-31', 7]]);
    const compute = (expression: string) => ({ kind: 'compute', into: 'x', expression });
    const replace = (find: string, to: string, match = 'part') =>
      ({ kind: 'replace', fields: ['card'], find, with: to, match }) as const;
    const steps: readonly (readonly [object, string, string])[] = [
      [compute("concat(substring([name], 2, 1), 'x')"), 'x', 'personal'],
      [compute("if([n] > 3, [name], '')"), 'x', 'personal'],
      [compute('length([name])'), 'x', 'personal'],
      [compute("isvalid([card], 'card') and not isnull([name])"), 'x', 'internal'],
      [compute("isvalid(substring([card], 1, 4), 'phone')"), 'x', 'personal'],
      [compute('2000 + month([birth])'), 'x', 'personal'],
      [compute("datediff([birth], '2026-01-01', 'day')"), 'x', 'personal'],
      [compute("datediff([birth], '2026-03-01', 'year') - datediff([birth], '2026-02-01', 'year')"), 'x', 'personal'],
      [compute('trim(upper(coalesce([name])))'), 'x', 'name'],
      [compute('coalesce([name], [card])'), 'x', 'personal'],
      [compute('2026 - year([birth]) + [n]'), 'x', 'birthDate'],
      [compute("datediff([birth], '2026-01-01', 'year')"), 'x', 'birthDate'],
      [compute('[n] * 2'), 'x', 'internal'],
      [{ kind: 'split', field: 'card', by: { kind: 'positions', positions: [12] }, into: ['x', 'y'] }, 'x', 'personal'],
      [{ kind: 'merge', fields: ['birth', 'n'], into: 'x', separator: '' }, 'x', 'personal'],
      [{ kind: 'map', field: 'name', values: [{ from: ['王小明'], to: '小王' }] }, 'name', 'personal'],
      [{ kind: 'map', field: 'name', values: [{ from: ['王小明'], to: null }] }, 'name', 'name'],
      [replace('-', ''), 'card', 'card'],
      [replace('0001', ''), 'card', 'personal'],
      [replace('(.{4})(.*)', '\\2\\1', 'pattern'), 'card', 'personal'],
      [{ kind: 'trim', fields: ['name'] }, 'name', 'name'],
      [{ kind: 'pivot', rows: ['n'], names: 'n', values: 'name', aggregate: 'first' }, '7', 'name'],
      [{ kind: 'pivot', rows: ['name'], names: 'n', values: 'name', aggregate: 'count' }, '7', 'personal'],
      [{ kind: 'unpivot', fields: ['name', 'card'], nameInto: 'k', valueInto: 'x' }, 'x', 'personal'],
    ];
    for (const [step, field, expected] of steps) {
      const { steps: results } = await previewRecipe(workspace, recipe([step]), null);
      const made = results[0]?.fields.find(({ name }) => name === field);
      expect([step, results[0]?.error, made?.sensitivity]).toEqual([step, null, expected]);
      if (expected === 'personal') {
        const { sample } = results[0] ?? {};
        const shown = sample?.rows.map(({ after: cells }) => cells?.[sample.after.indexOf(field)] ?? null) ?? [];
        expect(shown.filter((cell) => cell !== null && cell !== '****')).toEqual([]);
      }
    }
    // Altered once it stays so, whatever comes after.
    const cut = [
      compute('substring([card], 1, 8)'),
      compute('trim([x])'),
      { kind: 'type', fields: ['x'], type: 'text' },
    ];
    workspace.catalogue.definitions.create('recipe', 'r', recipe(cut));
    const made = (await applyRecipe(workspace, 'r', 'refuse', {})).dataset;
    const classNow = () =>
      workspace.catalogue.datasets.get('clean').fields.find(({ name }) => name === 'x')?.sensitivity;
    expect(classNow()).toBe('personal');
    const lower = { dataset: made.id, field: 'x', sensitivity: 'internal' } as const;
    await expect(setSensitivity(workspace, { ...lower, reason: null })).rejects.toMatchObject({
      messageId: 'reasonNeeded',
    });
    await setSensitivity(workspace, { ...lower, reason: '发卡行代码，不识别个人' });
    await applyRecipe(workspace, 'r', 'refuse', {});
    expect(classNow()).toBe('internal');
    const { id } = workspace.catalogue.definitions.get('recipe', 'r');
    workspace.catalogue.definitions.save('recipe', id, 1, 'r', recipe([compute('substring([card], 8)')]));
    await applyRecipe(workspace, 'r', 'refuse', {});
    expect(classNow()).toBe('personal');
    workspace.catalogue.definitions.save('recipe', id, 2, 'r', recipe([compute('[n]')]));
    await applyRecipe(workspace, 'r', 'refuse', {});
    expect(classNow()).toBe('internal');
  }));

test('a stricter class of a field reaches what was computed from it, and from that, under whatever name', () =>
  withWorkspace(async (workspace) => {
    const { datasets, definitions } = workspace.catalogue;
    const columns: TestColumn[] = ['who', 'beside'].map((name) => ({ name, type: 'text' }));
    const raw = await addTable(workspace, 'raw', columns, [['甲', '乙']]);
    const merge = { kind: 'merge', fields: ['who', 'beside'], separator: '-', into: 'both' };
    definitions.create('recipe', 'one', recipe([merge]));
    definitions.create(
      'recipe',
      'two',
      recipe([{ kind: 'rename', names: [{ field: 'both', name: 'x' }] }], 'clean', 'cleaner'),
    );
    for (const name of ['one', 'two']) await applyRecipe(workspace, name, 'refuse', {});
    await setSensitivity(workspace, { dataset: raw.id, field: 'who', sensitivity: 'name', reason: null });
    const classes = (name: string) =>
      datasets.get(name).fields.map((field) => [field.name, field.sensitivity, field.minimum]);
    expect(classes('clean')).toEqual([
      ['who', 'name', null],
      ['beside', 'internal', '乙'],
      ['both', 'personal', null],
    ]);
    expect(classes('cleaner').find(([name]) => name === 'x')).toEqual(['x', 'personal', null]);
  }));
