import type { Field } from '#shared/intake/index.ts';
import type { LeftOutReason, RoiPeriod } from '#shared/roi/index.ts';
import { identifier, join, type Sql, sql } from '../warehouse/index.ts';
import type { RoiColumns } from './columns.ts';

/** A reason for leaving a row out. Both conditions are true or false where no earlier fault is met, never null. */
export interface Fault {
  readonly reason: LeftOutReason;
  readonly met: Sql;
  /** The opposite, written so that DuckDB can tell it from what it notes of a column. */
  readonly not: Sql;
  /** It shows in the period or the day alone, also after rows of the same have been summed. */
  readonly ofPlace: boolean;
}

/** The reasons for which a row is left out, in the order in which they are tested. */
export function faultsOf(alias: string, columns: RoiColumns, period: RoiPeriod): Fault[] {
  const at = identifier(alias, columns.period.name);
  const amounts = [columns.cost, columns.return].filter(({ type }) => type === 'number');
  const finite = amounts.map(({ name }) => sql`isfinite(${identifier(alias, name)})`);
  const faults = [
    empty('noPeriod', at),
    badPeriod(at, columns.period, period),
    beforeLaunch(at, period),
    empty('noCost', identifier(alias, columns.cost.name)),
    empty('noReturn', identifier(alias, columns.return.name)),
    finite.length === 0 ? null : opposite('notFinite', join(finite, ' AND ')),
  ];
  return faults.filter((fault) => fault !== null);
}

function empty(reason: LeftOutReason, column: Sql): Fault {
  return { reason, met: sql`${column} IS NULL`, not: sql`${column} IS NOT NULL`, ofPlace: false };
}

function opposite(reason: LeftOutReason, not: Sql, ofPlace = false): Fault {
  return { reason, met: sql`NOT (${not})`, not, ofPlace };
}

function badPeriod(at: Sql, field: Field, period: RoiPeriod): Fault {
  if (period.kind === 'date') return opposite('badPeriod', sql`isfinite(${at})`, true);
  const fits = sql`TRY_CAST(${at} AS BIGINT) IS NOT NULL`;
  return opposite('badPeriod', field.type === 'integer' ? fits : sql`${at} = trunc(${at}) AND ${fits}`);
}

function beforeLaunch(at: Sql, period: RoiPeriod): Fault | null {
  if (period.kind === 'number') return opposite('beforeLaunch', sql`${at} >= 0`, true);
  if (period.launch === null) return null;
  return opposite('beforeLaunch', sql`${at} >= CAST(${period.launch} AS DATE)`, true);
}
