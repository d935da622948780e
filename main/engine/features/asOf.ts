import type { AsOf } from '#shared/features/index.ts';
import type { Field } from '#shared/intake/index.ts';
import { tableOf } from '../datasets/index.ts';
import { identifier, type QueryOptions, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import type { Planned, PlannedFact } from './plan.ts';

/** The last day that counts, by table and time field; null where the table has no time. */
export interface AsOfDay {
  readonly table: string;
  readonly time: string;
  readonly date: string | null;
}

/** The newest day of a time field. Moments that are not finite are none. */
export function newestSql({ fact }: PlannedFact, time: Field): Sql {
  const column = identifier('f', time.name);
  return sql`SELECT CAST(CAST(max(${column}) AS DATE) AS VARCHAR) AS newest FROM ${tableOf(fact.dataset)} f WHERE isfinite(${column})`;
}

/** The as-of day of each table and time that features go by, and the statements that told. */
export async function asOfDays(
  workspace: Workspace,
  asOf: AsOf,
  { facts }: Planned,
  options: QueryOptions,
): Promise<{ days: AsOfDay[]; statements: Sql[] }> {
  const days: AsOfDay[] = [];
  const statements: Sql[] = [];
  for (const planned of facts) {
    const times = new Map(planned.features.flatMap(({ time }) => (time ? [[time.name, time]] : [])));
    for (const time of times.values()) {
      const { name: table } = planned.fact.dataset;
      if (asOf.kind === 'date') {
        days.push({ table, time: time.name, date: asOf.date });
        continue;
      }
      const statement = newestSql(planned, time);
      const [row] = await workspace.warehouse.rows(statement, options);
      statements.push(statement);
      days.push({ table, time: time.name, date: row?.newest == null ? null : String(row.newest) });
    }
  }
  return { days, statements };
}
