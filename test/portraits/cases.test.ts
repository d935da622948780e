import { describe, expect, it } from 'vitest';
import { computePortrait } from '#engine/portraits/index.ts';
import { readableProvenance } from '#engine/reports/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { statementsOf } from '#shared/format/index.ts';
import type { PortraitDefinition } from '#shared/portraits/index.ts';
import type { GroupNode, RuleNode } from '#shared/segments/index.ts';
import { addTable } from '#test/support/tables.ts';
import { withWorkspace } from '#test/support/workspace.ts';

const all: PortraitDefinition = {
  scope: { kind: 'all' },
  baseline: { kind: 'all' },
  dimensions: [],
  ruleFields: false,
};
const of = (...items: RuleNode[]): GroupNode => ({ kind: 'group', combine: 'and', negate: false, items });
const equal = (table: string, field: string, value: string): RuleNode => ({
  kind: 'condition',
  field: { table, field },
  test: { op: 'eq', value },
});

const days = Array.from({ length: 40 }, (_, i) => `19${50 + i}-06-15`);

/** 40 people and their payments. */
async function people(workspace: Workspace): Promise<void> {
  await addTable(
    workspace,
    'people',
    [
      { name: 'id', type: 'text' },
      { name: 'name', type: 'text', sensitivity: 'name' },
      { name: 'born', type: 'date', sensitivity: 'birthDate' },
      { name: 'region', type: 'text' },
      { name: 'same', type: 'text' },
      { name: 'nothing', type: 'text' },
      { name: 'nothing counted', type: 'number' },
      { name: 'odd', type: 'number' },
      { name: 'remark', type: 'text' },
      { name: 'at', type: 'time' },
    ],
    days.map((day, i) => [
      `${i}`,
      `欧阳${i}`,
      day,
      i < 10 ? 'south' : 'north',
      'x',
      null,
      null,
      i === 0
        ? Number.NaN
        : i === 1
          ? Number.POSITIVE_INFINITY
          : i === 2
            ? Number.NEGATIVE_INFINITY
            : i === 3
              ? 1.7e308
              : i,
      `remark ${i}`.repeat(2),
      '09:30:00',
    ]),
  );
  await addTable(
    workspace,
    'payments',
    [
      { name: 'client', type: 'text' },
      { name: 'channel', type: 'text' },
      { name: 'amount', type: 'decimal' },
    ],
    [
      ['0', 'app', '1'],
      ['0', 'desk', '1'],
      [' 1', null, '1'],
      ['99', 'post', '1'],
      [null, 'app', '1'],
    ],
  );
  workspace.catalogue.definitions.create('clients', 'clients', {
    table: 'people',
    key: { kind: 'field', field: 'id' },
    facts: [{ table: 'payments', field: 'client' }],
  });
}

const reasons = (skipped: readonly { field: { field: string }; reason: string }[]) =>
  Object.fromEntries(skipped.map(({ field, reason }) => [field.field, reason]));

describe('portraits, case by case', () => {
  it('say of each field that is not shown why', () =>
    withWorkspace(async (workspace) => {
      await people(workspace);
      const { definitions } = workspace.catalogue;
      definitions.create('segment', 'inner', { rule: of(equal('people', 'region', 'south')) });
      definitions.create('segment', 'outer', { rule: of({ kind: 'segment', segment: 'inner' }) });
      const scope = { kind: 'segment', segment: 'outer' } as const;
      const { result } = await computePortrait(workspace, { ...all, scope });
      expect(reasons(result.skipped)).toEqual({
        id: 'key',
        name: 'identity',
        region: 'ruleField',
        same: 'constant',
        remark: 'unique',
        nothing: 'empty',
        'nothing counted': 'empty',
        at: 'unsupported',
        client: 'key',
        amount: 'linkedNumbers',
      });
      const withRule = await computePortrait(workspace, { ...all, scope, ruleFields: true });
      expect(withRule.result.dimensions[0]?.field.field).toBe('region');
      expect(withRule.result.skipped.map(({ reason }) => reason)).not.toContain('ruleField');
    }));

  it('list no clients: a field that tells each of them apart is no dimension, be the table ever so small', () =>
    withWorkspace(async (workspace) => {
      await addTable(
        workspace,
        'few',
        [
          { name: '客户编号', type: 'integer' },
          { name: 'name', type: 'text', sensitivity: 'company' },
          { name: 'city', type: 'text' },
          { name: 'staff', type: 'integer' },
        ],
        Array.from({ length: 20 }, (_, i) => [`${i}`, `firm ${i}`, i % 2 ? 'a' : 'b', `${i * 3}`]),
      );
      workspace.catalogue.definitions.create('clients', 'clients', { table: 'few', key: { kind: 'row' }, facts: [] });
      const { result } = await computePortrait(workspace, all);
      expect(reasons(result.skipped)).toEqual({ 客户编号: 'unique', name: 'unique' });
      expect(result.dimensions.map(({ field }) => field.field).toSorted()).toEqual(['city', 'staff']);
      const asked = [{ table: 'few', field: '客户编号' }];
      expect((await computePortrait(workspace, { ...all, dimensions: asked })).result.dimensions).toEqual([]);
    }));

  it('show the fields asked for and name those that have gone', () =>
    withWorkspace(async (workspace) => {
      await people(workspace);
      const dimensions = [
        { table: 'people', field: 'region' },
        { table: 'people', field: 'gone' },
        { table: 'people', field: 'region' },
        { table: 'no table', field: 'x' },
        { table: 'people', field: 'name' },
      ];
      const { result } = await computePortrait(workspace, { ...all, dimensions });
      expect(result.dimensions.map(({ field }) => field.field)).toEqual(['region']);
      expect(reasons(result.skipped)).toEqual({ name: 'identity', gone: 'gone', x: 'gone' });
    }));

  it('count values of linked tables by at least one row, those of no client and no row left out', () =>
    withWorkspace(async (workspace) => {
      await people(workspace);
      const { result } = await computePortrait(workspace, {
        ...all,
        dimensions: [{ table: 'payments', field: 'channel' }],
      });
      const [dimension] = result.dimensions;
      expect(dimension).toMatchObject({ form: 'rows', known: { group: 2, baseline: 2 } });
      expect(dimension?.traits.map(({ trait, counts }) => [trait, counts.group])).toEqual([
        [{ kind: 'value', value: 'app' }, 1],
        [{ kind: 'value', value: 'desk' }, 1],
        [{ kind: 'empty' }, 1],
      ]);
    }));

  it('never look closer at a birth date than the year', () =>
    withWorkspace(async (workspace) => {
      await people(workspace);
      const { result } = await computePortrait(workspace, { ...all, dimensions: [{ table: 'people', field: 'born' }] });
      const [dimension] = result.dimensions;
      const edges = dimension?.traits.flatMap(({ trait }) => (trait.kind === 'range' ? [trait.high] : []));
      expect(edges?.length).toBe(8);
      expect(edges?.slice(0, -1).every((edge) => String(edge).endsWith('-01-01'))).toBe(true);
      expect(JSON.stringify(result)).not.toContain('-06-15');
    }));

  it('keep what is no number out of means, and in the range that a condition puts it in', () =>
    withWorkspace(async (workspace) => {
      await people(workspace);
      const { result } = await computePortrait(workspace, { ...all, dimensions: [{ table: 'people', field: 'odd' }] });
      const [dimension] = result.dimensions;
      expect(dimension?.traits.reduce((sum, { counts }) => sum + counts.group, 0)).toBe(40);
      expect(dimension?.numbers?.group?.mean).toBeCloseTo(21.5, 9);
    }));

  it('answer for a group of nobody, and for a list of nobody', () =>
    withWorkspace(async (workspace) => {
      await people(workspace);
      const { definitions } = workspace.catalogue;
      definitions.create('segment', 'nobody', { rule: of(equal('people', 'region', 'nowhere')) });
      const nobody = { kind: 'segment', segment: 'nobody' } as const;
      const { result } = await computePortrait(workspace, { ...all, scope: nobody });
      expect(result.sizes).toEqual({ group: 0, baseline: 40, rest: 40 });
      for (const trait of result.dimensions.flatMap(({ traits }) => traits)) {
        expect(trait).toMatchObject({
          shares: { group: null },
          intervals: { group: null },
          tgi: null,
          p: null,
          strength: 0,
        });
      }
      const against = await computePortrait(workspace, { ...all, baseline: nobody });
      expect(against.result.sizes.baseline).toBe(0);
      for (const trait of against.result.dimensions.flatMap(({ traits }) => traits)) {
        expect(trait).toMatchObject({ shares: { baseline: null }, tgi: null, strength: 0 });
      }
    }));

  it('answer for a list without rows', () =>
    withWorkspace(async (workspace) => {
      await addTable(
        workspace,
        'none',
        [
          { name: 'a', type: 'text' },
          { name: 'n', type: 'number' },
        ],
        [],
      );
      workspace.catalogue.definitions.create('clients', 'clients', { table: 'none', key: { kind: 'row' }, facts: [] });
      const { result } = await computePortrait(workspace, all);
      expect(result).toMatchObject({ sizes: { group: 0, baseline: 0, rest: 0 }, dimensions: [] });
      expect(reasons(result.skipped)).toEqual({ a: 'empty', n: 'empty' });
    }));

  it('name the segment that has gone, and need a client list', () =>
    withWorkspace(async (workspace) => {
      await expect(computePortrait(workspace, all)).rejects.toMatchObject({ messageId: 'clientsMissing' });
      await people(workspace);
      const gone = { kind: 'segment', segment: 'gone' } as const;
      for (const definition of [
        { ...all, scope: gone },
        { ...all, baseline: gone },
      ])
        await expect(computePortrait(workspace, definition)).rejects.toMatchObject({
          messageId: 'definitionMissing',
          params: { name: 'gone' },
        });
    }));

  it('say for each dimension what it was computed with, and for all', () =>
    withWorkspace(async (workspace) => {
      await people(workspace);
      const { result, steps, provenance } = await computePortrait(workspace, all);
      expect(steps).toHaveLength(result.dimensions.length);
      const channel = result.dimensions.findIndex(({ field }) => field.field === 'channel');
      expect(steps[channel]?.tables.map(({ table }) => table)).toEqual(['people', 'payments']);
      expect(steps[channel]?.sql).toContain('list_position');
      expect(provenance.tables.map(({ table }) => table)).toEqual(['people', 'payments']);
      const statements = statementsOf(provenance.sql, provenance.parameters);
      expect(statements.length).toBeGreaterThan(5);
      expect(statements.flatMap(({ parameters }) => parameters)).toEqual(provenance.parameters);
      const { sql } = readableProvenance(workspace, provenance);
      expect(sql).toContain('FROM "people"');
      expect(sql).toContain('FROM "payments"');
      expect(sql).not.toMatch(/"[dcm]_[0-9a-f]+/);
      const region = result.dimensions.findIndex(({ field }) => field.field === 'region');
      expect(steps[region]?.tables.map(({ table }) => table)).toEqual(['people']);
    }));

  it('are told as done when they are: there is nothing left to cancel then', () =>
    withWorkspace(async (workspace) => {
      await people(workspace);
      const stop = new AbortController();
      const told: number[] = [];
      const onProgress = (share: number) => {
        told.push(share);
        if (share === 1) stop.abort();
      };
      await expect(computePortrait(workspace, all, { signal: stop.signal, onProgress })).resolves.toBeDefined();
      expect(told.at(-1)).toBe(1);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
    }));

  it('leave nothing behind, also when cancelled', () =>
    withWorkspace(async (workspace) => {
      await people(workspace);
      const stop = new AbortController();
      const work = computePortrait(workspace, all, { signal: stop.signal, onProgress: () => stop.abort() });
      await expect(work).rejects.toMatchObject({ code: 'cancelled' });
      await expect(computePortrait(workspace, all)).resolves.toMatchObject({ result: { sizes: { group: 40 } } });
    }));
});
