import type { Dataset, Field } from '#shared/intake/index.ts';
import { type MatchDefinition, type MatchRole, newSalt } from '#shared/matching/index.ts';

type Attribute = MatchDefinition['attributes'][number];

/** What a field is likely to be, by its class and name. */
export function likelyRole({ name, sensitivity, type }: Field): MatchRole {
  switch (sensitivity) {
    case 'creditCode':
    case 'idNumber':
    case 'phone':
    case 'name':
      return sensitivity;
    case 'company':
      return 'name';
    default:
      if (type !== 'text') return 'other';
      if (/(城市|市|city)$/i.test(name)) return 'city';
      return /(名称|姓名|户名|^name|name$)/i.test(name) ? 'name' : 'other';
  }
}

/** The first field of a table for a role. */
const fieldFor = (dataset: Dataset, role: MatchRole) =>
  dataset.fields.find((field) => likelyRole(field) === role)?.name;

const roles = ['name', 'creditCode', 'idNumber', 'phone', 'city'] as const;
const strong: readonly MatchRole[] = ['creditCode', 'idNumber', 'phone'];

/**
 * Tables that can be joined: with a number or a phone that tells clients apart, and not made by joining. A table that was
 * cleaned stands behind what it became.
 */
export function joinable(datasets: readonly Dataset[]): readonly Dataset[] {
  const cleaned = new Set(
    datasets.flatMap(({ derived }) => (derived?.kind === 'recipe' ? derived.sources.map(({ table }) => table) : [])),
  );
  return datasets
    .filter(
      (dataset) => dataset.derived?.kind !== 'match' && strong.some((role) => fieldFor(dataset, role) !== undefined),
    )
    .toSorted((a, b) => Number(cleaned.has(a.name)) - Number(cleaned.has(b.name)));
}

/** A definition over two tables, those first that can be joined; null where there are no two. */
export function firstMatch(datasets: readonly Dataset[], output: string, idColumn: string): MatchDefinition | null {
  const likely = joinable(datasets);
  const unlikely = datasets.filter((each) => each.derived?.kind !== 'match' && !likely.includes(each));
  const [one, two] = [...likely, ...unlikely];
  if (!one || !two) return null;
  const both = [one, two];
  const named = roles.flatMap((role) => {
    const name = both.map((dataset) => fieldFor(dataset, role)).find((each) => each !== undefined);
    return name === undefined ? [] : [{ name, role, rule: { kind: 'first' } } satisfies Attribute];
  });
  const used = new Set(both.flatMap((dataset) => roles.map((role) => fieldFor(dataset, role))));
  const shared = one.fields.filter(({ name, sensitivity }) => {
    const other = two.fields.find((field) => field.name === name);
    return other !== undefined && !used.has(name) && sensitivity !== 'secret' && other.sensitivity !== 'secret';
  });
  const plain = (name: string): Attribute => ({ name, role: 'other', rule: { kind: 'first' } });
  const found = [...named, ...shared.map(({ name }) => plain(name))].filter(
    ({ name }, i, all) => all.findIndex((each) => each.name === name) === i,
  );
  const anything = one.fields.find(({ sensitivity }) => sensitivity !== 'secret');
  const attributes = found.length === 0 && anything ? [plain(anything.name)] : found;
  if (attributes.length === 0) return null;
  return {
    ...{ salt: newSalt(), output, idColumn, attributes, sharedBy: 3, nearNames: true, facts: [], decisions: [] },
    lists: both.map((dataset) => listOf(dataset, attributes)),
    keys: ['creditCode', 'idNumber', 'phone', 'nameCity'],
  };
}

/** How numbers of clients are called. */
export const clientNumber =
  /(客户|户主|用户|会员).*(号|编码|代码|标识|id)|(cust|client|user|member)\w*[ _-]?(id|no|num|key|code)/i;

function fieldOfAttribute(dataset: Dataset, name: string, role: MatchRole): string | undefined {
  switch (role) {
    case 'other':
      return dataset.fields.find((each) => each.name === name)?.name;
    case 'clientNumber':
      return clientNumberIn(dataset, name);
    default:
      return fieldFor(dataset, role);
  }
}

/** The field that numbers the clients of a table, of that name or of another that says so. */
export const clientNumberIn = ({ fields }: Dataset, name: string): string | undefined =>
  (fields.find((each) => each.name === name) ?? fields.find((each) => clientNumber.test(each.name)))?.name;

/** A table as a list, its fields put to the attributes that there are. */
export function listOf(dataset: Dataset, attributes: readonly Attribute[]): MatchDefinition['lists'][number] {
  const fields = attributes.flatMap(({ name, role }) => {
    const field = fieldOfAttribute(dataset, name, role);
    return field === undefined ? [] : [[name, field] as const];
  });
  const filled = dataset.fields.filter(
    ({ type, nulls }) => (type === 'text' || type === 'integer') && nulls === 0 && dataset.rows > 0,
  );
  // A list that repeats some of its clients has a number all the same, told by its name.
  const key =
    filled.find(({ approximateDistinct }) => approximateDistinct >= dataset.rows * 0.98) ??
    filled.find(({ name, approximateDistinct }) => clientNumber.test(name) && approximateDistinct >= dataset.rows / 2);
  // A day of birth or of opening says nothing of how new a row is.
  const date = dataset.fields.find(
    ({ type, name }) =>
      (type === 'date' || type === 'timestamp') && /更新|修改|变更|维护|updat|modif|changed/i.test(name),
  );
  return { table: dataset.name, fields: Object.fromEntries(fields), key: key?.name ?? null, date: date?.name ?? null };
}
