import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tableOf } from '#engine/datasets/index.ts';
import { materialise } from '#engine/derived/index.ts';
import { computeFeatures, previewFeatures } from '#engine/features/index.ts';
import { computePortrait } from '#engine/portraits/index.ts';
import { countSegment } from '#engine/segments/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import { closeWorkspace, openWorkspace, type Workspace } from '#engine/workspace/index.ts';
import { staleness } from '#shared/derived/index.ts';
import { type Feature, type FeaturesDefinition, featureSchema } from '#shared/features/index.ts';
import type { GroupNode, RuleNode } from '#shared/segments/index.ts';
import { addTable } from '#test/support/tables.ts';

let folder: string;
let workspace: Workspace;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'clientscope-test-'));
  workspace = await openWorkspace({ path: join(folder, 'workspace'), create: true });
  await addTable(
    workspace,
    'people',
    [
      { name: 'id', type: 'text' },
      { name: 'region', type: 'text' },
    ],
    [
      ['1', 'north'],
      ['2', 'south'],
      ['3', 'south'],
    ],
  );
  await addTable(
    workspace,
    'payments',
    [
      { name: 'client', type: 'text' },
      { name: 'day', type: 'date' },
      { name: 'amount', type: 'decimal', sensitivity: 'amount' },
      { name: 'card', type: 'text', sensitivity: 'card' },
      { name: 'channel', type: 'text' },
      { name: 'born', type: 'date', sensitivity: 'birthDate' },
    ],
    [
      ['1', '2024-05-01', '10', '6222000011112222', 'app', '1990-01-01'],
      ['1', '2024-05-01', '20', '6222000011113333', 'desk', '1990-01-01'],
      ['1', '2024-01-01', '5', '6222000011112222', 'app', '1990-01-01'],
      ['2', '2024-04-01', '3', '6222000011114444', null, '1991-01-01'],
    ],
  );
  workspace.catalogue.definitions.create('clients', 'clients', {
    table: 'people',
    key: { kind: 'field', field: 'id' },
    facts: [{ table: 'payments', field: 'client' }],
  });
});
afterAll(async () => {
  await closeWorkspace(workspace);
  await rm(folder, { recursive: true, force: true });
});

const feature = (name: string, aggregate: Feature['aggregate'], more: Partial<Feature> = {}): Feature =>
  featureSchema.parse({ name, table: 'payments', aggregate, time: 'day', ...more });
const of = (...items: RuleNode[]): GroupNode => ({ kind: 'group', combine: 'and', negate: false, items });
const atLeast = (table: string, field: string, value: number): RuleNode => ({
  kind: 'condition',
  field: { table, field },
  test: { op: 'ge', value },
});
const definition = (features: Feature[], tags: FeaturesDefinition['tags'] = []): FeaturesDefinition => ({
  output: 'worth',
  asOf: { kind: 'newest' },
  features,
  tags,
});
const rowsOf = (name: string) =>
  workspace.warehouse.rows(sql`SELECT * FROM ${tableOf(workspace.catalogue.datasets.get(name))} ORDER BY 1`);

describe('features, case by case', () => {
  it('become a dataset that hangs on the clients, with the classes of what they were made from', async () => {
    const body = definition(
      [
        feature('total', 'sum', { field: 'amount' }),
        feature('last card', 'last', { field: 'card' }),
        feature('cards', 'distinct', { field: 'card' }),
        feature('idle', 'daysSince'),
      ],
      [
        { name: 'rich', column: null, rule: of(atLeast('worth', 'total', 30)) },
        { name: 'gold', column: 'tier', rule: of(atLeast('worth', 'total', 30)) },
        { name: 'silver', column: 'tier', rule: of(atLeast('worth', 'total', 3)) },
      ],
    );
    workspace.catalogue.definitions.create('features', 'what they are worth', body);
    const made = await computeFeatures(workspace, 'what they are worth', {});
    expect(made.derived).toMatchObject({ kind: 'features', definition: 'what they are worth', definitionVersion: 1 });
    expect(made.fields.map(({ name, type, sensitivity }) => [name, type, sensitivity])).toEqual([
      ['id', 'text', 'internal'],
      ['total', 'decimal', 'amount'],
      ['last card', 'text', 'card'],
      ['cards', 'integer', 'internal'],
      ['idle', 'integer', 'internal'],
      ['rich', 'boolean', 'internal'],
      ['tier', 'text', 'internal'],
    ]);
    // Of two payments on one day the later in the file is the last.
    expect(await rowsOf('worth')).toEqual([
      { id: '1', total: '35.0000', 'last card': '6222000011113333', cards: 2, idle: 0, rich: true, tier: 'gold' },
      { id: '2', total: '3.0000', 'last card': '6222000011114444', cards: 1, idle: 30, rich: false, tier: 'silver' },
      { id: '3', total: '0.0000', 'last card': null, cards: 0, idle: null, rich: false, tier: null },
    ]);
    const { result } = await countSegment(workspace, { rule: of(atLeast('worth', 'total', 3)) });
    expect(result.clients).toBe(2);
    // Clients told apart by another key are counted anew.
    const { datasets, definitions } = workspace.catalogue;
    const savedAt = new Date().toISOString();
    const stale = (kind: string) =>
      staleness(
        made,
        datasets.list(),
        definitions.list().map((each) => (each.kind === kind ? { ...each, savedAt } : each)),
      );
    expect([stale('segment'), stale('clients')]).toEqual([[], [{ kind: 'definition' }]]);
    const again = await computeFeatures(workspace, 'what they are worth', {});
    expect([again.id, again.version]).toEqual([made.id, 2]);
  });

  it('are previewed without being kept, and masked ones by no more than how many there are', async () => {
    const body = definition([
      feature('n', 'count', { window: { kind: 'last', size: 1, unit: 'month' } }),
      feature('card', 'last', { field: 'card' }),
      feature('channel', 'last', { field: 'channel' }),
      feature('day', 'min', { field: 'day' }),
    ]);
    const before = workspace.catalogue.datasets.list().length;
    const { result, provenance } = await previewFeatures(workspace, { ...body, output: 'draft' });
    expect(result.clients).toBe(3);
    expect(result.asOf).toEqual([{ table: 'payments', time: 'day', date: '2024-05-01' }]);
    expect(result.columns.map(({ name, known, summary }) => [name, known, summary])).toEqual([
      // From 2024-04-02 on: the payment of a month before is out.
      ['n', 3, { minimum: 0, median: 0, maximum: 2 }],
      ['card', 2, null],
      ['channel', 1, null],
      ['day', 2, { minimum: '2024-01-01', median: '2024-02-16', maximum: '2024-04-01' }],
    ]);
    expect(result.columns.map(({ bars }) => bars.map(({ clients }) => clients))).toEqual([[2, 1], [], [1], [1, 1]]);
    expect(JSON.stringify(result)).not.toContain('6222');
    expect(provenance.sql).toContain('FILTER');
    expect(workspace.catalogue.datasets.list()).toHaveLength(before);
  });

  it('have the full treatment of numbers in portraits, as every table with one row a client does', async () => {
    const body = definition([feature('total', 'sum', { field: 'amount' }), feature('idle', 'daysSince')]);
    workspace.catalogue.definitions.create('features', 'seen', { ...body, output: 'seen' });
    await computeFeatures(workspace, 'seen', {});
    // A table of our own, with one row of two of the three clients.
    await materialise(
      workspace,
      {
        kind: 'recipe',
        definition: { name: 'scores', version: 1 },
        output: 'scores',
        sources: [workspace.catalogue.datasets.get('people')],
        query: sql`SELECT * FROM (VALUES ('1', 7.5, true, 'a'), ('3', 2.5, false, 'b'), ('9', 1.0, true, 'b')) v(client, score, vip, 来源文件)`,
        origins: new Map(),
      },
      {},
    );
    const [model] = workspace.catalogue.definitions.list('clients');
    if (model?.kind !== 'clients') throw new Error('no client model');
    const facts = [...model.body.facts, { table: 'scores', field: 'client' }];
    workspace.catalogue.definitions.save('clients', model.id, model.version, model.name, { ...model.body, facts });
    const rule = of({
      kind: 'condition',
      field: { table: 'people', field: 'region' },
      test: { op: 'eq', value: 'south' },
    });
    workspace.catalogue.definitions.create('segment', 'south', { rule });
    const portrait = {
      scope: { kind: 'segment' as const, segment: 'south' },
      baseline: { kind: 'all' as const },
      ruleFields: false,
    };
    const { result } = await computePortrait(workspace, {
      ...portrait,
      dimensions: [
        { table: 'seen', field: 'total' },
        { table: 'seen', field: 'idle' },
        { table: 'scores', field: 'score' },
        { table: 'scores', field: 'vip' },
        { table: 'payments', field: 'amount' },
      ],
    });
    const at = (field: string) => result.dimensions.find((each) => each.field.field === field);
    expect(at('total')?.numbers).toMatchObject({ group: { median: 1.5 }, baseline: { median: 3 } });
    expect(at('total')?.numbers?.ks).toBeCloseTo(1 / 3, 9);
    expect(at('idle')?.traits.map(({ trait, counts }) => [trait.kind, counts.baseline])).toEqual([
      ['value', 1],
      ['value', 1],
      ['empty', 1],
    ]);
    // Who has no row is not who has an empty one, as in a segment.
    const empty = at('score')?.traits.find(({ trait }) => trait.kind === 'empty');
    expect([at('score')?.known.baseline, empty]).toEqual([2, undefined]);
    expect(at('vip')).toMatchObject({ form: 'values', known: { baseline: 2 } });
    expect(at('vip')?.traits.map(({ counts }) => counts.baseline)).toEqual([1, 1]);
    expect(result.skipped).toEqual([{ field: { table: 'payments', field: 'amount' }, reason: 'linkedNumbers' }]);
    // What the product wrote down of where a row came from is no trait of a client, unless somebody asks for it.
    const found = await computePortrait(workspace, { ...portrait, dimensions: [] });
    const where = { table: 'scores', field: '来源文件' };
    expect(found.result.skipped).toContainEqual({ field: where, reason: 'provenance' });
    const asked = await computePortrait(workspace, { ...portrait, dimensions: [where] });
    expect(asked.result.skipped).toEqual([]);
  });

  it('add up fractions as they are written, so that a limit is met', async () => {
    const cents = Array.from({ length: 10 }, () => ['1', 0.1]);
    await addTable(
      workspace,
      'fees',
      [
        { name: 'client', type: 'text' },
        { name: 'fee', type: 'number' },
      ],
      [...cents, ['2', 0.1], ['2', 0.2], ['3', 1e308], ['3', 7e307]],
    );
    const [model] = workspace.catalogue.definitions.list('clients');
    if (model?.kind !== 'clients') throw new Error('no client model');
    const facts = [...model.body.facts, { table: 'fees', field: 'client' }];
    workspace.catalogue.definitions.save('clients', model.id, model.version, model.name, { ...model.body, facts });
    const fees = feature('fees', 'sum', { table: 'fees', field: 'fee', time: null });
    const body = definition([fees], [{ name: 'pays', column: null, rule: of(atLeast('sums', 'fees', 0.3)) }]);
    workspace.catalogue.definitions.create('features', 'sums', { ...body, output: 'sums' });
    await computeFeatures(workspace, 'sums', {});
    expect(await rowsOf('sums')).toEqual([
      { id: '1', fees: 1, pays: true },
      { id: '2', fees: 0.3, pays: true },
      { id: '3', fees: 1.7e308, pays: true },
    ]);
  });

  it.each<[string, FeaturesDefinition]>([
    ['featuresNone', definition([])],
    ['featureFieldNeeded', definition([feature('x', 'sum')])],
    ['featureFieldType', definition([feature('x', 'sum', { field: 'channel' })])],
    ['featureTimeNeeded', definition([feature('x', 'daysSince', { time: null })])],
    ['featureTimeWithheld', definition([feature('x', 'daysSince', { time: 'born' })])],
    ['funnelTimeField', definition([feature('x', 'count', { time: 'amount' })])],
    ['featureNameTaken', definition([feature('x', 'count'), feature('X', 'count')])],
    ['featureNameTaken', definition([feature('id', 'count')])],
    ['featureOwnTable', definition([feature('x', 'count', { table: 'own' })])],
    ['factNotLinked', definition([feature('x', 'count', { table: 'gone' })])],
    ['fieldMissing', definition([], [{ name: 't', column: null, rule: of(atLeast('own', 'gone', 1)) }])],
  ])('say what is wrong: %s', async (messageId, body) => {
    await expect(previewFeatures(workspace, { ...body, output: 'own' })).rejects.toMatchObject({ messageId });
  });
});
