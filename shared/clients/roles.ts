import type { Dataset, Field } from '../intake/index.ts';
import { isIdentity } from '../privacy/sensitivity.ts';
import type { ClientsDefinition, Role } from './definition.ts';

type Fact = ClientsDefinition['facts'][number];
type Fields = Pick<Dataset, 'fields'>;

/** What each role is called in the exports of banks. */
const names: Readonly<Record<Role, RegExp>> = {
  when: /时间|日期|时刻|date|time|when|day|timestamp/i,
  amount: /金额|发生额|交易额|余额|本金|额度|amount|amt|sum|value|balance|principal/i,
  channel: /渠道|途径|channel|source|medium/i,
  product: /产品|业务品种|品种|商品|product|sku|item/i,
  stage: /环节|阶段|步骤|事件|状态|节点|stage|step|status|event|activity|state/i,
};

/** More values than this tell things apart rather than group them. */
const fewValues = 200;

const fits: Readonly<Record<Role, (field: Field) => boolean>> = {
  when: ({ type }) => type === 'date' || type === 'timestamp',
  amount: ({ type }) => type === 'decimal' || type === 'number' || type === 'integer',
  channel: isGrouping,
  product: isGrouping,
  stage: isGrouping,
};

function isGrouping({ type, approximateDistinct: values }: Field): boolean {
  return type === 'text' && values >= 1 && values <= fewValues;
}

/** The fields that most likely play each role of a fact, by their names and by what they hold. `who` is its key, and none of them. */
export function suggestRoles({ fields }: Fields, who: string | null): Readonly<Record<Role, string | null>> {
  const open = fields.filter(({ name, sensitivity }) => name !== who && !isIdentity(sensitivity));
  const named = (role: Role) => open.filter((field) => fits[role](field) && names[role].test(field.name));
  const amounts = open.filter((field) => fits.amount(field) && field.sensitivity === 'amount');
  const moments = open.filter(fits.when);
  return {
    // When a case was opened is the same in all of its rows: of several times the one with the most values says most.
    when: (mostValues(named('when')) ?? mostValues(moments))?.name ?? null,
    amount: (named('amount')[0] ?? amounts[0])?.name ?? null,
    channel: named('channel')[0]?.name ?? null,
    product: named('product')[0]?.name ?? null,
    stage: named('stage')[0]?.name ?? null,
  };
}

function mostValues(fields: readonly Field[]): Field | undefined {
  const moments = fields.filter(({ type }) => type === 'timestamp');
  const among = moments.length > 0 ? moments : fields;
  return among.toSorted((a, b) => b.approximateDistinct - a.approximateDistinct)[0];
}

/** The roles of a fact: what the model says, else what is suggested. A field that has gone plays none. */
export function rolesOf({ field, roles = {} }: Fact, dataset: Fields): Readonly<Record<Role, string | null>> {
  const suggested = suggestRoles(dataset, field);
  const known = new Set(dataset.fields.map(({ name }) => name));
  const role = (each: Role): string | null => {
    const said = roles[each];
    return said === undefined || (said !== null && !known.has(said)) ? suggested[each] : said;
  };
  return {
    when: role('when'),
    amount: role('amount'),
    channel: role('channel'),
    product: role('product'),
    stage: role('stage'),
  };
}

/** The fields that can play a role. */
export const fieldsForRole = (role: Role, { fields }: Fields): Field[] =>
  fields.filter((field) => fits[role](field) && !isIdentity(field.sensitivity));

const client = /客户|会员|户号|client|cust|cif|member|party/i;

/** The field that most likely says whose row it is: named like the key of the client list, or else like a client. */
export function suggestWho({ fields }: Fields, key: string): string | null {
  const keys = fields.filter(({ type }) => type === 'text' || type === 'integer');
  return (fields.find(({ name }) => name === key) ?? keys.find(({ name }) => client.test(name)))?.name ?? null;
}
