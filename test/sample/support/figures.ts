import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { defaultModel, funnelSteps, lift } from '#engine/sample/truths.ts';
import { type Trait, traitFields, traits } from './facts.ts';
import { type Client, eventRows, transactionRows, uniqueClients } from './portfolio.ts';
import { halfLife } from './statistics.ts';

export interface Week {
  campaign: string;
  t: number;
  cost: number;
  revenue: number;
}

/** The clients of both planted lifts, with the strongest trait that does not define the group. */
export async function lifts(folder: string): Promise<{ group: Client[]; all: Client[]; first: Trait | undefined }[]> {
  const all = uniqueClients(folder);
  const rows = await transactionRows(folder, `SELECT DISTINCT "客户编号" AS key FROM t WHERE "产品" = '跨境结算'`);
  const abroad = new Set(rows.map((row) => row.key));
  const mobile = all.filter((client) => client.行业 === lift.industry && client.常用渠道 === lift.channel);
  const crossing = all.filter((client) => abroad.has(client.客户编号 ?? ''));
  const free = traitFields.filter((field) => field !== '行业' && field !== '常用渠道');
  return [
    { group: mobile, all, first: traits(all, mobile, free)[0] },
    { group: crossing, all, first: traits(all, crossing, traitFields)[0] },
  ];
}

/** How many applications reached each step in order, by channel; under '' for all. A later step counts only after the earlier. */
export function funnel(folder: string): Map<string, number[]> {
  const journeys = new Map<string, Client[]>();
  for (const event of eventRows(folder)) {
    const key = event.申请编号 ?? '';
    journeys.set(key, [...(journeys.get(key) ?? []), event]);
  }
  const counts = new Map<string, number[]>();
  for (const events of journeys.values()) {
    let reached = 0;
    for (const event of events) if (event.事件 === funnelSteps[reached]?.event) reached += 1;
    for (const channel of ['', events[0]?.渠道 ?? '']) {
      const line = counts.get(channel) ?? funnelSteps.map(() => 0);
      counts.set(
        channel,
        line.map((count, step) => count + (step < reached ? 1 : 0)),
      );
    }
  }
  return counts;
}

/** The campaigns as the workbook has them. */
export async function weeks(folder: string): Promise<Week[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, '投放活动.xlsx'));
  const found: Week[] = [];
  workbook.getWorksheet('投放活动')?.eachRow((row, line) => {
    const cell = (column: number) => row.getCell(column).value;
    if (line > 1)
      found.push({ campaign: String(cell(1)), t: Number(cell(3)), cost: Number(cell(5)), revenue: Number(cell(8)) });
  });
  return found;
}

/** Half-life of ROAS of one campaign, by exponential fit, weighted by spend unless told otherwise. */
export function fittedHalfLife(all: readonly Week[], campaign: string, weighted = true): number {
  const own = all.filter((week) => week.campaign === campaign);
  return halfLife(own.map(({ t, cost, revenue }) => ({ t, y: revenue / cost, weight: weighted ? cost : 1 })));
}

/** The planted weight of each driver of default, in the order of `fittedDefaults`. */
export const plantedWeights: readonly number[] = [
  defaultModel.intercept,
  defaultModel.leverage,
  defaultModel.overdue,
  defaultModel.utilisation,
  defaultModel.cashFlow.weight,
  defaultModel.lawsuit.weight,
  defaultModel.construction.weight,
  defaultModel.interaction.weight,
];
