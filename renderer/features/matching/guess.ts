import type { ClientsDefinition } from '#shared/clients/index.ts';
import { factPart } from '#shared/derived/index.ts';
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

/** A table as a list, its fields put to the attributes that there are. */
export function listOf(dataset: Dataset, attributes: readonly Attribute[]): MatchDefinition['lists'][number] {
  const fields = attributes.flatMap(({ name, role }) => {
    const field = role === 'other' ? dataset.fields.find((each) => each.name === name)?.name : fieldFor(dataset, role);
    return field === undefined ? [] : [[name, field] as const];
  });
  const key = dataset.fields.find(
    ({ type, nulls, approximateDistinct }) =>
      (type === 'text' || type === 'integer') &&
      nulls === 0 &&
      dataset.rows > 0 &&
      approximateDistinct >= dataset.rows * 0.98,
  );
  // A day of birth or of opening says nothing of how new a row is.
  const date = dataset.fields.find(
    ({ type, name }) =>
      (type === 'date' || type === 'timestamp') && /更新|修改|变更|维护|updat|modif|changed/i.test(name),
  );
  return { table: dataset.name, fields: Object.fromEntries(fields), key: key?.name ?? null, date: date?.name ?? null };
}

/**
 * The fields of the lists that no attribute takes yet, each as an attribute of its own; those of one name in several lists are
 * one. Without the lists' own numbers. null: there are none, or more than a definition may have.
 */
export function withRest(
  { attributes, lists, idColumn }: MatchDefinition,
  datasets: readonly Dataset[],
): { part: Pick<MatchDefinition, 'attributes' | 'lists'>; count: number } | null {
  const rest = new Map<string, string>();
  const used = new Set([idColumn, ...attributes.map(({ name }) => name)].map((name) => name.toLowerCase()));
  const filled = lists.map((list) => {
    const taken = new Set([list.key, ...Object.values(list.fields)]);
    const fields = datasets.find(({ name }) => name === list.table)?.fields ?? [];
    const free = fields.filter(({ name, sensitivity }) => !taken.has(name) && sensitivity !== 'secret');
    const added = free.map(({ name }) => {
      const known = rest.get(name.toLowerCase());
      if (known !== undefined) return [known, name] as const;
      const own = unused(name, used);
      used.add(own.toLowerCase());
      rest.set(name.toLowerCase(), own);
      return [own, name] as const;
    });
    return { ...list, fields: { ...list.fields, ...Object.fromEntries(added) } };
  });
  const more = [...rest.values()].map((name): Attribute => ({ name, role: 'other', rule: { kind: 'first' } }));
  if (more.length === 0 || attributes.length + more.length > mostAttributes) return null;
  return { part: { attributes: [...attributes, ...more], lists: filled }, count: more.length };
}

const mostAttributes = 200;

function unused(name: string, used: ReadonlySet<string>): string {
  let [free, number] = [name, 2];
  while (used.has(free.toLowerCase())) free = `${name} ${number++}`;
  return free;
}

/** How a table hangs on one of the lists: by a field that is called as the list's own number or as numbers of clients are. */
export function factOf(
  dataset: Dataset,
  lists: MatchDefinition['lists'],
): { table: string; field: string; list: string; sure: boolean } | null {
  const keyed = lists.filter(({ key }) => key !== null);
  const [first] = keyed;
  const keyable = dataset.fields.filter(({ type }) => type === 'text' || type === 'integer');
  for (const { key, table } of keyed) {
    if (keyable.some(({ name }) => name === key))
      return { table: dataset.name, field: key ?? '', list: table, sure: true };
  }
  const likely = keyable.find(({ name }) => clientNumber.test(name));
  const field = likely ?? dataset.fields[0];
  return first && field
    ? { table: dataset.name, field: field.name, list: first.table, sure: likely !== undefined }
    : null;
}

const clientNumber =
  /(客户|户主|用户|会员).*(号|编码|代码|标识|id)|(cust|client|user|member)\w*[ _-]?(id|no|num|key|code)/i;

/** Of some tables that which most likely hangs on the lists: by its field, and rather facts than another list of people. */
export function likelyFact(datasets: readonly Dataset[], lists: MatchDefinition['lists']) {
  const people = new Set(joinable(datasets).map(({ name }) => name));
  const rank = (dataset: Dataset) => (people.has(dataset.name) ? 2 : 0) + (factOf(dataset, lists)?.sure ? 0 : 1);
  const [best] = datasets.toSorted((a, b) => rank(a) - rank(b));
  return best ? factOf(best, lists) : null;
}

/** A merged list as the client list: its number stands first, and last in each table that was made with it. */
export function clientsOf(made: Dataset, datasets: readonly Dataset[]): ClientsDefinition | null {
  const [key] = made.fields;
  if (!key) return null;
  const facts = datasets.filter(
    ({ derived }) =>
      derived?.kind === 'match' &&
      derived.definition === made.derived?.definition &&
      derived.part?.startsWith(factPart('')),
  );
  return {
    table: made.name,
    key: { kind: 'field', field: key.name },
    facts: facts.flatMap(({ name, fields }) => {
      const number = fields.at(-1);
      return number ? [{ table: name, field: number.name }] : [];
    }),
  };
}
