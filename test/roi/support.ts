import { computeRoi } from '#engine/roi/index.ts';
import type { Workspace } from '#engine/workspace/index.ts';
import { type RoiDefinition, type RoiResult, roiDefinitionSchema, roiResultSchema } from '#shared/roi/index.ts';
import { addTable, hostileNames } from '#test/support/tables.ts';
import type { OracleRow } from './oracle.ts';

export const table = '投放 "活动"; --';
export const names = {
  campaign: hostileNames[0],
  at: hostileNames[1],
  cost: hostileNames[4],
  back: hostileNames[6],
  client: hostileNames[3],
} as const;

export type AmountType = 'integer' | 'decimal' | 'number';

/** Hundredths as a value of a column of that type; DOUBLEs get quarters, which they hold exactly. */
function amount(hundredths: number | null, type: AmountType): string | number | null {
  if (hundredths === null) return null;
  if (type === 'number') return hundredths / 4;
  return type === 'integer' ? hundredths : (hundredths / 100).toFixed(2);
}

/** A table of campaigns with hostile names. */
export async function addCampaigns(
  workspace: Workspace,
  rows: readonly (OracleRow & { client?: string })[],
  type: AmountType,
  atType: 'integer' | 'number' | 'date' | 'timestamp' = 'integer',
): Promise<void> {
  await addTable(
    workspace,
    table,
    [
      { name: names.campaign, type: 'text' },
      { name: names.at, type: atType },
      { name: names.cost, type },
      { name: names.back, type },
      { name: names.client, type: 'text' },
    ],
    rows.map(({ campaign, at, cost, back, client }) => [
      campaign,
      at,
      amount(cost, type),
      amount(back, type),
      client ?? null,
    ]),
  );
}

export function study(part: Partial<RoiDefinition> = {}): RoiDefinition {
  return roiDefinitionSchema.parse({
    scope: { kind: 'all' },
    table,
    cost: names.cost,
    return: names.back,
    period: { kind: 'number', field: names.at },
    campaign: names.campaign,
    ...part,
  });
}

/** Computes a study and checks its result against the contract. */
export async function compute(workspace: Workspace, part: Partial<RoiDefinition> = {}): Promise<RoiResult> {
  return roiResultSchema.parse((await computeRoi(workspace, study(part))).result);
}
