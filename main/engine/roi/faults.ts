import type { Field } from '#shared/intake/index.ts';
import type { LeftOutReason, RoiPeriod } from '#shared/roi/index.ts';
import { identifier, join, type Sql, sql } from '../warehouse/index.ts';
import type { RoiColumns } from './columns.ts';

export interface Fault {
  readonly reason: LeftOutReason;
  /** True or false where no earlier fault is met, never null. */
  readonly met: Sql;
}

/** The reasons for which a row is left out, in the order in which they are tested. */
export function faultsOf(alias: string, columns: RoiColumns, period: RoiPeriod): Fault[] {
  const at = identifier(alias, columns.period.name);
  const cost = identifier(alias, columns.cost.name);
  const returned = identifier(alias, columns.return.name);
  const infinite = [columns.cost, columns.return]
    .filter(({ type }) => type === 'number')
    .map(({ name }) => sql`NOT isfinite(${identifier(alias, name)})`);
  const faults: (Fault | null)[] = [
    { reason: 'noPeriod', met: sql`${at} IS NULL` },
    badPeriod(at, columns.period, period),
    beforeLaunch(at, period),
    { reason: 'noCost', met: sql`${cost} IS NULL` },
    { reason: 'noReturn', met: sql`${returned} IS NULL` },
    infinite.length === 0 ? null : { reason: 'notFinite', met: join(infinite, ' OR ') },
  ];
  return faults.filter((fault) => fault !== null);
}

function badPeriod(at: Sql, field: Field, period: RoiPeriod): Fault {
  if (period.kind === 'date') return { reason: 'badPeriod', met: sql`NOT isfinite(${at})` };
  const tooLong = sql`TRY_CAST(${at} AS BIGINT) IS NULL`;
  return { reason: 'badPeriod', met: field.type === 'integer' ? tooLong : sql`${at} <> trunc(${at}) OR ${tooLong}` };
}

function beforeLaunch(at: Sql, period: RoiPeriod): Fault | null {
  if (period.kind === 'number') return { reason: 'beforeLaunch', met: sql`${at} < 0` };
  return period.launch === null ? null : { reason: 'beforeLaunch', met: sql`${at} < CAST(${period.launch} AS DATE)` };
}
