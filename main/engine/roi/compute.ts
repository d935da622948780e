import { setImmediate } from 'node:timers/promises';
import type { Provenance } from '#shared/contract/index.ts';
import { AppError } from '#shared/errors/index.ts';
import { moneyFactors } from '#shared/format/index.ts';
import type { RoiCampaign, RoiDefinition, RoiResult } from '#shared/roi/index.ts';
import { provenanceOf, versionOf } from '../datasets/index.ts';
import type { QueryOptions, Row } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { campaignOf, type PeriodSums } from './campaign.ts';
import { columnsOf, type RoiColumns } from './columns.ts';
import { figuresOf, nothing, plus, type Units } from './figures.ts';
import { scaleOf, toUnits } from './scale.ts';
import { rowsInScope } from './source.ts';
import { anyNegativeSql, asideSql, largestSql, type RoiScales, type RoiSource, sumsSql } from './sums.ts';

/** Periods of all campaigns together; more is no campaign table, and no chart could show it. */
const mostRows = 20_000;
/** Some 27 years of days: a number above is a date or a key, and no period since launch. */
const lastPeriod = 10_000;

/** Computes a study, saved or not; see RoiResult and docs/semantics.md. */
export async function computeRoi(
  workspace: Workspace,
  definition: RoiDefinition,
  options: QueryOptions = {},
): Promise<{ result: RoiResult; provenance: Provenance }> {
  const started = performance.now();
  const dataset = workspace.catalogue.datasets.get(definition.table);
  const columns = columnsOf(dataset, definition);
  const { source, tables, compared } = await rowsInScope(workspace, dataset, definition.scope, options);
  const needsScale = columns.cost.type === 'number' || columns.return.type === 'number';
  const first = needsScale ? [largestSql(source, columns)] : [];
  const [largest] = first[0] ? await workspace.warehouse.rows(first[0], options) : [];
  const factors = moneyFactors({ cost: columns.cost.name, return: columns.return.name });
  const scales: RoiScales = {
    cost: scaleOf(columns.cost, Number(largest?.cost ?? 0)),
    return: scaleOf(columns.return, Number(largest?.returned ?? 0)),
    factors: { cost: BigInt(factors.cost), return: BigInt(factors.return) },
  };
  const statement = sumsSql(source, columns, scales, definition.period, mostRows + 1);
  const sums = await workspace.warehouse.rows(statement, options);
  if (sums.length > mostRows) throw new AppError('validation', 'roiTooManyPeriods', { limit: mostRows });
  const used = sums.reduce((total, row) => total + Number(row.n ?? 0), 0);
  const aside = asideSql(source, columns, definition.period);
  // A second look at all rows, spared where all are used as they are.
  const needsAside =
    source.where !== null || used !== dataset.rows || (await anyNegative(workspace, source, columns, options));
  const [found] = needsAside ? await workspace.warehouse.rows(aside, options) : [];
  const statements = [...first, statement, ...(needsAside ? [aside] : [])];
  return {
    result: { ...asideOf(found, used), ...(await resultOf(sums, scales, definition, options.signal)) },
    provenance: provenanceOf(statements, compared, [dataset, ...tables].map(versionOf), started),
  };
}

async function anyNegative(
  workspace: Workspace,
  source: RoiSource,
  columns: RoiColumns,
  options: QueryOptions,
): Promise<boolean> {
  const [row] = await workspace.warehouse.rows(anyNegativeSql(source, columns), options);
  return row?.found === true;
}

/** What was not used, and what is below zero: nothing, where it was not asked. */
function asideOf(row: Row | undefined, used: number): Pick<RoiResult, 'rows' | 'used' | 'leftOut' | 'negative'> {
  const count = (name: string) => Number(row?.[name] ?? 0);
  return {
    rows: row ? count('rows') : used,
    used,
    leftOut: {
      noPeriod: count('noPeriod'),
      badPeriod: count('badPeriod'),
      beforeLaunch: count('beforeLaunch'),
      noCost: count('noCost'),
      noReturn: count('noReturn'),
      notFinite: count('notFinite'),
    },
    negative: { cost: count('negative_cost'), return: count('negative_return') },
  };
}

interface Group {
  readonly launch: string | null;
  readonly sums: PeriodSums[];
}

async function resultOf(
  rows: readonly Row[],
  scales: RoiScales,
  { decayOf, period }: RoiDefinition,
  signal: AbortSignal | undefined,
): Promise<Pick<RoiResult, 'incremental' | 'measure' | 'total' | 'campaigns'>> {
  const groups = groupsOf(rows, scales, period.field);
  const campaigns: RoiCampaign[] = [];
  for (const [name, { launch, sums }] of groups) {
    // Fitting takes time: others get their turn between campaigns, and so does a cancel.
    await setImmediate();
    if (signal?.aborted) throw new AppError('cancelled', 'cancelled');
    campaigns.push(campaignOf(name, launch, sums, scales, decayOf));
  }
  const all = [...groups.values()].flatMap(({ sums }) => sums);
  const seen = all.reduce((total, each) => total + each.rows, 0);
  return {
    incremental: false,
    measure: decayOf,
    total: figuresOf(all.reduce<Units>(plus, nothing), scales, seen),
    campaigns: campaigns.sort(byRoas),
  };
}

/** Sums by campaign, null being one; rows come in the order of campaign and period. Gaps count towards the limits. */
function groupsOf(rows: readonly Row[], scales: RoiScales, field: string): Map<string | null, Group> {
  const groups = new Map<string | null, Group>();
  for (const row of rows) {
    const name = row.campaign === null || row.campaign === undefined ? null : String(row.campaign);
    const period = Number(row.period);
    if (period > lastPeriod) {
      throw new AppError('validation', 'roiPeriodTooLarge', { field, value: String(row.period), limit: lastPeriod });
    }
    const group = groups.get(name) ?? { launch: typeof row.launch === 'string' ? row.launch : null, sums: [] };
    groups.set(name, group);
    group.sums.push({
      period,
      rows: Number(row.n),
      cost: toUnits(String(row.cost), scales.cost),
      return: toUnits(String(row.returned), scales.return),
    });
  }
  const spans = [...groups.values()].map(({ sums }) => (sums.at(-1)?.period ?? 0) - (sums[0]?.period ?? 0) + 1);
  if (spans.reduce((sum, span) => sum + span, 0) > mostRows) {
    throw new AppError('validation', 'roiTooManyPeriods', { limit: mostRows });
  }
  return groups;
}

/** Highest ROAS first, those without one last, in the order of their names where they are alike: the order they come in. */
function byRoas(a: RoiCampaign, b: RoiCampaign): number {
  return (b.roas ?? Number.NEGATIVE_INFINITY) - (a.roas ?? Number.NEGATIVE_INFINITY) || 0;
}
