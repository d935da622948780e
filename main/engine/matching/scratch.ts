import { identifier, type Sql } from '../warehouse/index.ts';

/** The database in memory that all of them are in. */
const place = 'scratch';
const nameOf = (id: string, part: string) => `x_${id}_${part}`;

/** The working tables of one computation. */
export interface Scratch {
  readonly id: string;
  readonly salt: Sql;
  readonly keys: Sql;
  readonly joined: Sql;
  readonly apart: Sql;
  readonly found: Sql;
  readonly pairs: Sql;
  readonly clients: Sql;
}

export function scratchOf(id: string): Scratch {
  const table = (part: string) => identifier(place, nameOf(id, part));
  return {
    id,
    salt: table('salt'),
    keys: table('keys'),
    joined: table('joined'),
    apart: table('apart'),
    found: table('found'),
    pairs: table('pairs'),
    clients: table('clients'),
  };
}

/** Where a working table is, for values that are appended to it. */
export const appendedTo = ({ id }: Scratch, part: 'joined' | 'found') => ({ database: place, table: nameOf(id, part) });

export function tablesOf({ salt, keys, joined, apart, found, pairs, clients }: Scratch): readonly Sql[] {
  return [salt, keys, joined, apart, found, pairs, clients];
}
