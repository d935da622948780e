import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { tableOf } from '#engine/datasets/index.ts';
import { computeFeatures } from '#engine/features/index.ts';
import { load } from '#engine/intake/index.ts';
import { sql } from '#engine/warehouse/index.ts';
import { featuresDefinitionSchema } from '#shared/features/index.ts';
import { sharedData, whySkipped } from '#test/support/sharedData.ts';
import { withWorkspace } from '#test/support/workspace.ts';

/** 69,659 purchases of 23,570 customers (Fader and Hardie), each customer worked out line by line. */
test.skipIf(sharedData === null)(`CDNOW, customer by customer${whySkipped}`, { timeout: 60_000 }, () =>
  withWorkspace(async (workspace) => {
    const path = join(sharedData ?? '', 'cdnow', 'CDNOW_master.txt.gz');
    const text = ['customer_id', 'date', 'number_of_cds', 'dollar_value'] as const;
    const types = ['text', 'date', 'integer', 'decimal'] as const;
    const columns = text.map((column, i) => ({ column, type: types[i] ?? 'text' }));
    await load(workspace, path, 'purchases', { columns }, {});
    await load(workspace, path, 'events', { columns }, {});
    workspace.catalogue.definitions.create('clients', 'clients', {
      table: 'purchases',
      key: { kind: 'field', field: 'customer_id' },
      facts: [{ table: 'events', field: 'customer_id' }],
    });
    const of = (name: string, aggregate: string, more: object = {}) => ({
      ...{ name, table: 'events', aggregate, time: 'date' },
      ...more,
    });
    const body = featuresDefinitionSchema.parse({
      output: 'made',
      features: [
        of('n', 'count'),
        of('dollars', 'sum', { field: 'dollar_value' }),
        of('late', 'count', { window: { kind: 'last', size: 90, unit: 'day' } }),
        of('idle', 'daysSince'),
      ],
    });
    workspace.catalogue.definitions.create('features', 'made', body);
    const made = await computeFeatures(workspace, 'made', {});
    expect(made.rows).toBe(23_570);
    const lines = gunzipSync(await readFile(path))
      .toString('latin1')
      .trimEnd()
      .split('\r\n')
      .slice(1);
    const expected = new Map<string, { n: number; cents: number; late: number; idle: number }>();
    for (const line of lines) {
      const [id = '', date = '', , dollars = ''] = line.trim().split(/ +/);
      const day = Date.parse(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T00:00:00Z`) / 86_400_000;
      const ago = Date.UTC(1998, 5, 30) / 86_400_000 - day;
      const before = expected.get(id) ?? { n: 0, cents: 0, late: 0, idle: ago };
      expected.set(id, {
        n: before.n + 1,
        cents: before.cents + Math.round(Number(dollars) * 100),
        late: before.late + (ago < 90 ? 1 : 0),
        idle: Math.min(before.idle, ago),
      });
    }
    const rows = await workspace.warehouse.rows(sql`SELECT * FROM ${tableOf(made)}`);
    const found = rows.map(({ customer_id, n, dollars, late, idle }): [string, unknown] => [
      String(customer_id),
      { n, cents: Math.round(Number(dollars) * 100), late, idle },
    ]);
    expect(new Map(found)).toEqual(expected);
    expect(rows.reduce((sum, { n }) => sum + Number(n), 0)).toBe(69_659);
  }),
);
