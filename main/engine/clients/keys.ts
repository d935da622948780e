import type { ClientsDefinition } from '#shared/clients/index.ts';
import { AppError } from '#shared/errors/index.ts';
import type { Dataset, Field } from '#shared/intake/index.ts';
import { fieldOf } from '../datasets/index.ts';
import { identifier, type Sql, sql } from '../warehouse/index.ts';
import type { Workspace } from '../workspace/index.ts';
import { isPlainKey } from './plainKeys.ts';

/** A field that holds keys; `plain` where none of them is blank or has spaces around it. */
export type KeyField = Field & { readonly plain: boolean };

/** The client list of a definition with its key; `key` is null where each row is one client. */
export interface ClientList {
  readonly dataset: Dataset;
  readonly key: KeyField | null;
}

export interface Fact {
  readonly dataset: Dataset;
  readonly key: KeyField;
}

export function clientListOf(workspace: Workspace, definition: ClientsDefinition): ClientList {
  const dataset = workspace.catalogue.datasets.get(definition.table);
  return { dataset, key: definition.key.kind === 'row' ? null : keyOf(workspace, dataset, definition.key.field) };
}

/** The fact table of that name, or `factNotLinked`. */
export function factOf(workspace: Workspace, definition: ClientsDefinition, table: string): Fact {
  const link = definition.facts.find((fact) => fact.table === table);
  if (!link || definition.key.kind === 'row') throw new AppError('validation', 'factNotLinked', { table: table });
  const dataset = workspace.catalogue.datasets.get(table);
  return { dataset, key: keyOf(workspace, dataset, link.field) };
}

/** A field as a key, with what is known of it: see `learnKey`. */
export function keyOf(workspace: Workspace, dataset: Dataset, name: string): KeyField {
  return { ...fieldOf(dataset, name), plain: isPlainKey(workspace, dataset, name) };
}

/** A key of a row as text without surrounding spaces; null where it is blank. Keys are compared as text. */
export function keySql(alias: string, field: Field & { readonly plain?: boolean }): Sql {
  const column = identifier(alias, field.name);
  switch (field.type) {
    case 'text':
      return field.plain ? column : sql`nullif(trim(${column}), '')`;
    case 'number':
    case 'decimal':
      // Tools write whole keys as 7.0 as soon as one is missing: it is the same key as 7.
      return sql`CASE WHEN ${column} = trunc(${column}) AND abs(${column}) < 9007199254740992 THEN CAST(CAST(${column} AS BIGINT) AS VARCHAR) ELSE CAST(${column} AS VARCHAR) END`;
    default:
      return sql`CAST(${column} AS VARCHAR)`;
  }
}
