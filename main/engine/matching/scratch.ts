import { identifier, type Sql } from '../warehouse/index.ts';

const parts = ['salt', 'keys', 'state', 'next', 'edges', 'labels', 'decided', 'apart', 'pairs', 'clients'] as const;

/** The working tables of one computation. */
export type Scratch = Readonly<Record<(typeof parts)[number], Sql>>;

export function scratchOf(id: string): Scratch {
  const table = (part: string) => identifier('scratch', `x_${id}_${part}`);
  return {
    salt: table('salt'),
    keys: table('keys'),
    state: table('state'),
    next: table('next'),
    edges: table('edges'),
    labels: table('labels'),
    decided: table('decided'),
    apart: table('apart'),
    pairs: table('pairs'),
    clients: table('clients'),
  };
}

export const tablesOf = (scratch: Scratch): readonly Sql[] => parts.map((part) => scratch[part]);
