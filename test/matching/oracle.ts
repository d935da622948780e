import { type MatchDefinition, type MatchKey, normalised } from '#shared/matching/index.ts';

/** A row of a list, as it stands. */
export interface OracleRow {
  readonly list: number;
  readonly row: number;
  readonly creditCode: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly name: string | null;
  readonly city: string | null;
  readonly clientNumber: string | null;
}

type Client = Set<OracleRow>;

/** Pairwise and slow: clients as sets of rows, joined key by key. `same` and `apart` are decisions, by places in `rows`. */
export function naiveClients(
  rows: readonly OracleRow[],
  { keys, sharedBy }: Pick<MatchDefinition, 'keys' | 'sharedBy'>,
  same: readonly (readonly [number, number])[],
  apart: readonly (readonly [number, number])[],
): Set<OracleRow>[] {
  const valueIn = (row: OracleRow, key: MatchKey): string | null => {
    if (key !== 'nameCity') return normalised(row[key], key);
    const [name, city] = [normalised(row.name, 'name'), normalised(row.city, 'city')];
    return name === null || city === null ? null : `${name}\n${city}`;
  };
  const namesOf = (value: string, key: MatchKey) =>
    new Set(
      rows
        .filter((row) => valueIn(row, key) === value)
        .map((row) => normalised(row.name, 'name'))
        .filter((name) => name !== null),
    );
  const counts = (row: OracleRow, key: MatchKey) => {
    const value = valueIn(row, key);
    const shares = key === 'phone' || key === 'clientNumber';
    return value !== null && (!shares || namesOf(value, key).size < sharedBy) ? value : null;
  };
  let clients: Client[] = rows.map((row) => new Set([row]));
  const clientOf = (row: OracleRow | undefined) => clients.find((client) => row && client.has(row));
  const merge = (groups: readonly (readonly Client[])[]) => {
    const merged = new Set(groups.flat());
    clients = [
      ...clients.filter((client) => !merged.has(client)),
      ...groups.map((group) => new Set(group.flatMap((each) => [...each]))),
    ];
  };
  for (const [a, b] of same) {
    const [one, other] = [clientOf(rows[a]), clientOf(rows[b])];
    if (one && other && one !== other) merge([[one, other]]);
  }
  for (const [at, key] of keys.entries()) {
    const has = (client: Client, other: MatchKey) => [...client].some((row) => counts(row, other) !== null);
    const contradict = (one: Client, other: Client) =>
      keys.slice(0, at).some((trusted) => has(one, trusted) && has(other, trusted)) ||
      apart.some(([a, b]) => {
        const pair = [clientOf(rows[a]), clientOf(rows[b])];
        return pair.includes(one) && pair.includes(other);
      });
    const settle = (group: readonly Client[]) =>
      group.filter((one) => group.every((other) => one === other || !contradict(one, other)));
    const values = new Set(rows.map((row) => counts(row, key)).filter((value) => value !== null));
    let groups = [...values].map((value) =>
      settle(clients.filter((client) => [...client].some((row) => counts(row, key) === value))),
    );
    const stay = new Set(components(groups).flatMap((group) => group.filter((one) => !settle(group).includes(one))));
    groups = groups.map((group) => group.filter((client) => !stay.has(client)));
    merge(components(groups).filter((group) => group.length > 1));
  }
  return clients;
}

/** Groups that share a member become one, as long as any do. */
function components(groups: readonly (readonly Client[])[]): Client[][] {
  const all: Set<Client>[] = [];
  for (const group of groups) {
    if (group.length < 2) continue;
    const touched = all.filter((each) => group.some((client) => each.has(client)));
    const one = new Set([...group, ...touched.flatMap((each) => [...each])]);
    all.splice(0, all.length, ...all.filter((each) => !touched.includes(each)), one);
  }
  return all.map((each) => [...each]);
}
