import { type ClientsDefinition, rolesOf } from '#shared/clients/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { isIdentity } from '#shared/privacy/sensitivity.ts';
import type { RoiDefinition, RoiPeriod } from '#shared/roi/index.ts';

const costName = /成本|费用|花费|投入|支出|cost|spen[dt]/i;
const marginName = /毛利|利润|margin|profit/i;
const returnName = /收入|收益|营收|回报|产出|revenue|return|income/i;
const periodName = /期次|周次|第.*[周月天期]|period|week|month/i;
const campaignName = /活动|投放|计划|campaign|promotion/i;

const named = (fields: readonly Field[], name: RegExp) => fields.find((field) => name.test(field.name));

/** The fields that may take a part in a study. */
export const amountsOf = ({ fields }: Dataset) => fields.filter((field) => isNumeric(field) && open(field));
export const datesOf = ({ fields }: Dataset) =>
  fields.filter((field) => (field.type === 'date' || field.type === 'timestamp') && open(field));
export const labelsOf = ({ fields }: Dataset) =>
  fields.filter((field) => field.type !== 'other' && field.type !== 'time' && open(field));

const open = ({ sensitivity }: Field) => !isIdentity(sensitivity);
const isNumeric = ({ type }: Field) => type === 'integer' || type === 'number' || type === 'decimal';

/** A study of this table by its roles in the client model and the names of its fields; null where it has none that could do. */
export function studyOf(dataset: Dataset, clients?: ClientsDefinition): RoiDefinition | null {
  const fact = clients?.facts.find(({ table }) => table === dataset.name);
  const roles = fact && rolesOf(fact, dataset);
  const amounts = amountsOf(dataset);
  const cost = named(amounts, costName) ?? amounts.find(({ type }) => type !== 'integer') ?? amounts[0];
  const others = amounts.filter((field) => field !== cost);
  const margin = named(others, marginName);
  const back = named(others, returnName) ?? margin ?? others.find(({ name }) => name === roles?.amount) ?? others[0];
  if (!cost || !back) return null;
  const rest = others.filter((field) => field !== back);
  const period = periodOf(
    named(rest, periodName),
    datesOf(dataset).find(({ name }) => name === roles?.when) ?? datesOf(dataset)[0],
    rest,
  );
  if (!period) return null;
  return {
    scope: { kind: 'all' },
    table: dataset.name,
    cost: cost.name,
    return: back.name,
    returnKind: back === margin ? 'margin' : 'revenue',
    period,
    campaign: named(labelsOf(dataset), campaignName)?.name ?? null,
    decayOf: 'roas',
  };
}

function periodOf(number: Field | undefined, date: Field | undefined, rest: readonly Field[]): RoiPeriod | null {
  if (number) return { kind: 'number', field: number.name };
  if (date) return { kind: 'date', field: date.name, unit: 'month', launch: null };
  const whole = rest.find(({ type }) => type === 'integer');
  return whole ? { kind: 'number', field: whole.name } : null;
}

/** The study to begin with: of the table whose names speak of cost, return and campaigns the most. */
export function firstStudy(datasets: readonly Dataset[], clients?: ClientsDefinition): RoiDefinition | null {
  const score = ({ fields }: Dataset) =>
    [costName, returnName, periodName, campaignName].filter((name) => named(fields, name)).length;
  const best = datasets.toSorted((a, b) => score(b) - score(a)).map((dataset) => studyOf(dataset, clients));
  return best.find((study) => study !== null) ?? null;
}

/** What keeps all of these tables from a study: none has two amounts, or those that have them lack a period. */
export const lackOf = (datasets: readonly Dataset[]): 'amounts' | 'period' =>
  datasets.some((dataset) => amountsOf(dataset).length > 1) ? 'period' : 'amounts';
