import type { ClientsDefinition } from '#shared/clients/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { fieldOf } from '../datasets/index.ts';
import { identifier, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';

/** The client list of a definition with its key; `key` is null where each row is one client. */
export interface ClientList {
  readonly dataset: Dataset;
  readonly key: Field | null;
}

export interface Fact {
  readonly dataset: Dataset;
  readonly key: Field;
}

export function clientListOf(workspace: Workspace, definition: ClientsDefinition): ClientList {
  const dataset = workspace.catalogue.datasets.get(definition.table);
  return { dataset, key: definition.key.kind === 'row' ? null : fieldOf(dataset, definition.key.field) };
}

/** The fact table of that name, or `factNotLinked`. */
export function factOf(workspace: Workspace, definition: ClientsDefinition, table: string): Fact {
  const link = definition.facts.find((fact) => fact.table === table);
  if (!link || definition.key.kind === 'row') throw new AppError('validation', 'factNotLinked', { name: table });
  const dataset = workspace.catalogue.datasets.get(table);
  return { dataset, key: fieldOf(dataset, link.field) };
}

/** A key of a row as text without surrounding spaces; null where it is blank. Keys are compared as text. */
export function keySql(alias: string, field: Field): Sql {
  const column = identifier(alias, field.name);
  switch (field.type) {
    case 'text':
      return sql`nullif(trim(${column}), '')`;
    case 'number':
    case 'decimal':
      // Tools write whole keys as 7.0 as soon as one is missing: it is the same key as 7.
      return sql`CASE WHEN ${column} = trunc(${column}) AND abs(${column}) < 9007199254740992 THEN CAST(CAST(${column} AS BIGINT) AS VARCHAR) ELSE CAST(${column} AS VARCHAR) END`;
    default:
      return sql`CAST(${column} AS VARCHAR)`;
  }
}
